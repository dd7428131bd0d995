// Tells where a ban speaks to everybody, whoever it names: "application code must not …", "nothing may …", "no module should …".

const allCode =
  "(?:(?:our|the|this|all|any|new|other|project|python|application|app|production|product|library|source|runtime)\\s+)*(?:code|code\\s?base|project|application|app|repo|repository)";
const eachPart =
  "(?:no|any|all|every|each)\\s+(?:(?:new|other|single|python|source)\\s+)*(?:code|modules?|files?|functions?|class(?:es)?|packages?)|(?:new\\s+)?(?:modules|files|functions|packages)";
const anybody = "(?:nothing|nobody|no one)(?:\\s+(?:new|else))?";

const everybody = new RegExp(
  String.raw`^\W*(?:${anybody}|${eachPart}|${allCode})\s+(?=(?:must|should|may|shall|can|do|does|will|never|cannot|is|are)\b|(?:imports?|uses?|calls?|depends?)\b)`,
  "i",
);

/** The words with which a ban on everybody begins, up to its verb; undefined where it speaks of somebody. */
export function everybodyBefore(clause: string): string | undefined {
  return everybody.exec(clause)?.[0];
}

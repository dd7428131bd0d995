// Tells whether a ban is said of all code, or of a place that its scope holds: a purpose or a condition is more than a check can see.

const layer =
  "routers?|routes?|endpoints?|controllers?|views?|viewsets?|serializers?|services?|models?|schemas?|repositor(?:y|ies)|repos|daos?";

/** Who is spoken of: nobody in particular, or a layer, which narrows the files; others cannot be told by code. */
const opening = new RegExp(
  String.raw`^(?:(?:please|always|never|do|not|don['’]t|avoid|must(?:n['’]t)?|should(?:n['’]t)?|shall|may|can|cannot|be|you|we|our|code|nobody|nothing|no|any|all|the|every|each|in|from|${layer}|route handlers?|layers?|modules?|classes|class|functions?|raw|bare|plain|directly|just|prefer|to|instead|of|rather|than)\b[\s,:-]*)*$`,
  "i",
);

const name = String.raw`[\`\w.()\[\]*]+`;

/** Names, and no more than a place: "when …", "in a validator" and "for missing rows" say something narrower. */
const ending = new RegExp(
  String.raw`^${name}(?:(?:\s*,\s*(?:(?:or|and|nor)\s+)?|\s+(?:or|and|nor)\s+)${name})*\s*\)?\s*(?:directly|themselves|itself|anywhere|at all|ever|any ?more)?,?\s*(?:(?:in|inside|within|from)\s+(?:the\s+|any\s+|our\s+|an?\s+|all\s+)?(?:[\`"]?[\w./-]*\/[\w./-]*[\`"]?|(?:(?:${layer}|handlers?)(?:\s*,\s*|\s+(?:and|or)\s+)?)+|code|codebase|production code)(?:\s+(?:layer|code|modules?|files|classes|handlers?))?)?\W*$`,
  "i",
);

/** "Jobs (`app/jobs`) must …", "`app/jobs/` must …": the folder is where it holds. */
const folder = /^\s*(?:(?:[\w&-]+\s+){1,4}\([\w.*-]+\/[\w./*-]*\)|[\w.*-]+\/[\w./*-]*)(?=\s)/;

/** What stands before the verb speaks of nobody in particular. */
export function isOpening(text: string): boolean {
  return opening.test(text.replaceAll("`", "").replace(folder, "").trimStart());
}

/** What begins with the names that are ruled out ends with them or with a place. */
export function isEnding(text: string): boolean {
  return ending.test(text);
}

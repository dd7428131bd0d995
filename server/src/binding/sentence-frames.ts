// Knows the turns of phrase that wrap a demand: "X has no place here", "X is off the table", "it is important that …".

import type { Token } from "../rules/tokens.ts";

const degree = "(?:(?:all|both|simply|just|strictly|absolutely|always|also|generally|usually|considered|seen as) )*";
const flaw =
  "(?:(?:code|design|review|build|ci) (?:failures?|smells?|errors?|blockers?|flaws?|bugs?)|smells?|bugs?|defects?|blockers?|anti ?patterns?|no ?gos?|red flags?|mistakes?|sins?)";
const rejections = new RegExp(
  [
    `^(?:is|are) ${degree}(?:an? )?${flaw}\\b`,
    `^(?:is|are) ${degree}(?:taboo|unwelcome|harmful|frowned (?:up)?on|off the table|off limits|out of (?:bounds|the question)|not (?:ok|okay|welcome|an option|good enough|enough|sufficient)|(?:a )?(?:reason|ground|grounds) (?:to|for) reject(?:ing)?)\\b`,
    "^(?:is|are) (?:out|legacy|obsolete|outdated|gone|history|the old (?:way|style|form|api))$",
    "^(?:is|are) (?:rejected|refused|blocked|bounced|caught|flagged) (?:in|by|during|at) (?:code )?(?:review|reviewers?|ci)\\b",
    "^(?:has|have) (?:absolutely )?no (?:place|business|room)\\b",
    "^(?:must|should|has to|have to|needs? to) (?:go|disappear|vanish)(?: away)?$",
    "^(?:must|should|has to|have to) be gone\\b",
  ].join("|"),
);

/** True where the words from `at` on say that what stands before them is not wanted. */
export function isRejectionAt(words: readonly Token[], at: number): boolean {
  const text = words[at]?.text ?? "";
  // Most words are longer or shorter, which is quicker to tell than by a pattern.
  if (at === 0 || text.length < 2 || text.length > 6) return false;
  if (!/^(?:is|are|has|have|must|should|needs?)$/i.test(text)) return false;
  const rest = words.slice(at).map((word) => word.text.toLowerCase());
  return rejections.test(rest.join(" "));
}

/** True where the words call something unwanted, and nothing before that is a condition or a negation. */
export function isRejected(words: readonly Token[]): boolean {
  if (isAbandoning(words) || isToGo(words)) return true;
  const at = words.findIndex((_, place) => isRejectionAt(words, place));
  return (
    at > 0 && !words.slice(0, at).some(({ text }) => conditional.test(text)) && !pronouns.test(words[0]?.text ?? "")
  );
}

/** "Dead code goes." */
function isToGo(words: readonly Token[]): boolean {
  return (
    /^(?:dead|unused|obsolete|leftover|unreachable)$/i.test(words[0]?.text ?? "") &&
    words.length < 6 &&
    /^(?:goes|go)$/i.test(words.at(-1)?.text ?? "")
  );
}

/** "We dropped X", "we have moved away from X", "we no longer use X". */
export function isAbandoning(words: readonly Token[]): boolean {
  if (words[0]?.stem !== "we") return false;
  const said = words.slice(0, 6).map(({ text }) => text.toLowerCase());
  return /^we (?:(?:have|['’]ve|already|recently|finally) )*(?:dropped|abandoned|retired|deprecated|banned|outlawed|got rid of|gotten rid of|moved away from|migrated (?:away )?from|phased out|stopped using|no longer (?:use|support|want|need))\b/.test(
    said.join(" "),
  );
}

const conditional = /^(?:if|when|whenever|while|who|no|not|never|nothing)$/i;
const pronouns = /^(?:this|that|it|these|those|they|there)$/i;

/** "It is forbidden to …", "it is important that …" ask for what follows. */
export function isImpersonal(tokens: readonly Token[]): boolean {
  if (tokens[0]?.stem !== "it") return false;
  const words = tokens.slice(0, 7).map(({ text }) => text.toLowerCase());
  const said = words.join(" ").replace(/^it['’]s/, "it");
  if (
    /^it (?:would|['’]d) be (?:\w+ )?(?:appreciated|great|good|nice|best|better|ideal|helpful|welcome) (?:if|to|when)\b/.test(
      said,
    )
  )
    return true;
  return /^it (?:is|is not|must be|should be) (?:(?:not|strictly|very|absolutely|extremely) )*(?:forbidden|prohibited|disallowed|banned|allowed|permitted|mandatory|required|obligatory|important|essential|crucial|critical|vital|imperative|recommended|best|expected|necessary) (?:to|that)\b/.test(
    said,
  );
}

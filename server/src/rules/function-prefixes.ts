// Reads how the names of a layer's or folder's functions have to begin: "functions in `a/` start with `get_` or `list_`".

import type { Reading } from "./reading.ts";

/** Which functions, and their prefixes as one option: "get_, list_". */
export function readFunctionPrefixes(reading: Reading): { kind: string; prefix: string } | undefined {
  const { clause, paths, codes } = reading;
  const named = codes.filter((code) => !paths.includes(code));
  const prefixes = named.length > 0 ? named.map(prefixIn) : (clause.match(/(?<![\w`])[a-z]{2,}_(?!\w)/g) ?? []);
  if (prefixes.length === 0 || prefixes.includes(undefined) || saysOtherwise.test(clause)) return undefined;
  const kind = kindIn(reading);
  return kind === undefined ? undefined : { kind, prefix: [...new Set(prefixes)].join(", ") };
}

/** `get_`, `get_*`, `get_<thing>()` */
function prefixIn(code: string): string | undefined {
  return /^([a-z][a-z0-9]*_)(?:\*|<[^>]*>|\{[^}]*\}|\.\.\.|…)?(?:\(\))?$/.exec(code)?.[1];
}

/** Which of them are meant, no check can see; and what is ruled out is asked of nobody. */
const saysOtherwise =
  /\b(?:private|internal|boolean|bool|predicates?|async|tests?|fixtures?|factor(?:y|ies)|callbacks?|hooks?|hidden|legacy|that|which|returning|who|when|if|for|not|never|no|avoid|don['’]t|may|can|e\.g|such as|like)\b/i;

const layers =
  /\b(selector|service|repository|repo|crud|dao|query|handler|controller|view|helper|util|command)(?:[ -](?:layer|module))?s?\s+(?:public\s+)?(function|method)s?\b|\b(selector)s\b(?!\W+\w*\/)/i;

function kindIn({ clause, paths }: Reading): string | undefined {
  if (paths.length > 0) {
    const what = /\b(?:all |every |each |public |the )*(function|method)s?\b/i.exec(clause)?.[1];
    return what && paths.every((path) => /\/$|\.py$|\*$/.test(path)) ? what.toLowerCase() : undefined;
  }
  const [, layer, what, alone] = layers.exec(clause) ?? [];
  if (layer !== undefined && what !== undefined) return `${layer} ${what}`.toLowerCase();
  return alone === undefined ? undefined : `${alone} function`.toLowerCase();
}

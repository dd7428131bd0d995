// Reads sentences that keep an import inside one place or out of it without a word for importing: "keep `boto3` inside `aws/`".

import { type Mention, mentions } from "./boundary-words.ts";
import { isKnownModule } from "./named-code.ts";
import type { Reading } from "./reading.ts";

interface Owned {
  readonly owners: readonly string[];
  readonly targets: readonly string[];
}

interface Banned {
  readonly from: readonly string[];
  readonly targets: readonly string[];
}

/** Phrases for an import that only one place may have; wanted, and to be avoided. */
export const confining = [
  "(confine|limit|restrict) ... {target} ... to {owner}",
  "{target} ... (confined|limited|restricted) to {owner}",
  "(keep|leave) ... {target} ... (in|inside|within) {owner}",
  "{target} ... (stay|remain|live|belong|be kept) (only)? (in|inside|within) {owner}",
];
export const leakingOut = ["{target} ... (leak|leave|escape|spread) ... {owner}"];

/** Phrases for an import that a place must not have; wanted, and to be avoided. */
export const excluding = [
  "(keep|leave) ... {target} ... out of {from}",
  "{target} ... (stay|remain|be kept) out of {from}",
  "{from} ... no dependency on {target}",
];
export const intruding = [
  "{target} ... (belong|leak|creep|spread|reach|end up|place) ... (in|into|inside|within) {from}",
  "{from} ... (touch|see) {target}",
  "{from} ... dependency on {target}",
  "no dependency on {target} ... (in|inside|within) {from}",
];

/** "Code outside `aws/` must not import `boto3`": `aws/` alone may. */
export function readOutside(reading: Reading): Owned | undefined {
  const { clause } = reading;
  const at = clause.search(/\boutside\b/i);
  const verb = clause.search(/\b(?:imports?|uses?|touch(?:es)?|depends?|reference|know|talk)\b/i);
  if (at < 0 || verb < at) return undefined;
  const all = mentions(reading);
  const owners = all.filter((one) => one.at > at && one.at < verb);
  const isImport = /\b(?:import|depend)/i.test(clause.slice(verb));
  return owned(
    owners,
    all.filter((one) => one.at > verb),
    isImport,
  );
}

/** "Confine `boto3` to `aws/`", "`boto3` must not leak out of `aws/`" */
export function readConfined(reading: Reading): Owned | undefined {
  const all = mentions(reading);
  // Who may import it is named last, and once.
  const owner = all.at(-1);
  if (owner === undefined || !isPlace(owner)) return undefined;
  const owners = all.filter(isPlace);
  return owned(
    owners,
    all.filter((one) => !owners.includes(one)),
    /\bimports?\b/i.test(reading.clause),
  );
}

/** "Keep `fastapi` out of `domain/`", "`domain/` has no dependency on `infra/`" */
export function readExcluded(reading: Reading): Banned | undefined {
  const { clause } = reading;
  const all = mentions(reading);
  const dependency = clause.search(/\b(?:dependenc|touch|sees?\b)/i);
  // What has no dependency is named before it, unless "in" stands before its name.
  const inside = all.filter(({ at }) => /\b(?:out of|in|into|inside|within)\s+[`"]?$/i.test(clause.slice(0, at)));
  const from = inside.length > 0 ? inside : all.filter(({ at }) => at < dependency);
  const targets = all.filter((one) => !from.includes(one));
  const isOfFolders = /\bdependenc/i.test(clause);
  if (from.length === 0 || targets.length === 0 || !from.every(isPlace)) return undefined;
  if (!targets.every((one) => isModule(one) || (isOfFolders && isPlace(one)))) return undefined;
  return { from: from.flatMap(({ place }) => place ?? []), targets: targets.flatMap(({ target }) => target ?? []) };
}

function owned(owners: readonly Mention[], targets: readonly Mention[], isImport: boolean): Owned | undefined {
  if (owners.length === 0 || targets.length === 0 || !owners.every(isPlace)) return undefined;
  // "Keep `conftest.py` in `tests/`" is about a file, "`json` belongs in `data/`" about a format.
  if (!targets.every((one) => isModule(one) || (isImport && one.target !== undefined))) return undefined;
  return { owners: owners.flatMap(({ place }) => place ?? []), targets: targets.flatMap(({ target }) => target ?? []) };
}

/** A folder or a file of the project, as a path. */
function isPlace({ text, place }: Mention): boolean {
  return (
    place !== undefined && (text.includes("/") || text.endsWith(".py") || /\b(?:layer|package|folder)\b/.test(text))
  );
}

/** A library that everybody knows by its name, and that is no word for something else. */
function isModule({ target }: Mention): boolean {
  return target !== undefined && !target.endsWith("/") && isKnownModule(target) && !everyday.test(target);
}

const everyday =
  /^(?:json|csv|html|xml|toml|yaml|email|logging|http|types|queue|secrets|token|code|site|test|calendar|markdown)$/;

// Flags calls that a team keeps out of some layer or folder, or that only one may make.

import { isFileOf, layerFoldersIn, placesIn } from "../layers.ts";
import type { Reading } from "../reading.ts";
import { fileRule, option } from "../rule.ts";
import { liesIn } from "../test-modules.ts";
import { isEnding } from "../unnarrowed.ts";

const LAYER =
  "(route|router|endpoint|controller|handler|route handler|service|service layer|model|schema|repository|provider|view|api layer|core|crud)";
const CALL = "(`*()`|`*.*()`|`*(*)`|`.*()`)";

export const callBoundary = fileRule({
  id: "call-boundary",
  scope: "file",
  additive: true,
  summary: "A call from a layer or folder that the team keeps it out of.",
  why: 'A rule such as "one writer" holds only while nobody else calls. A method is told by its name and by that of what it is called on, as the sentence writes them; other things of the same method name are left alone, and so are tests.',
  severity: "warning",
  fix: "none",
  tests: false,
  options: {
    calls: option.strings([], "The calls, as the team writes them: `orders.close`."),
    from: option.strings([], "Folders that must not make them; empty for all but `owners`."),
    owners: option.strings([], "Folders that alone may make them."),
  },
  answers: [
    "Routers must not call `orders.close()` directly.",
    "Only services may call `ledger.post()`.",
    "Never call `ledger.post()` from route handlers.",
  ],
  means: [
    {
      stance: "avoid",
      says: [
        `${LAYER} ... (call|use|invoke|execute|access|touch) ... ${CALL}`,
        `(call|use|invoke) ... ${CALL} ... (in|from|inside|within) ... ${LAYER}`,
        `{from} ... (call|invoke) ... ${CALL}`,
      ],
      options: readForbidden,
    },
    {
      stance: "want",
      says: [
        `only ... ${LAYER} ... (call|use|invoke) ... ${CALL}`,
        `${CALL} ... only ... (from|in|by) ... ${LAYER}`,
        `${LAYER} ... (call|use|invoke) ... ${CALL} only`,
        `only (call|use|invoke) ${CALL} ... (from|in|inside|within) ... ${LAYER}`,
      ],
      options: readOwners,
    },
  ],
  examples: [
    {
      path: "app/routes/orders.py",
      bad: "def close(orders, key):\n    orders.close(key)\n",
      good: "def close(service, key):\n    service.finish(key)\n",
      options: { calls: ["orders.close"], from: ["routes"] },
    },
  ],
  *check(file, { calls, from, owners }) {
    if (
      calls.length === 0 ||
      file.isTest ||
      owners.some((folder) => isFrom(file.path, folder) || isFileOf(file.path, folder))
    )
      return;
    const own = from.find((folder) => isFrom(file.path, folder));
    if (from.length > 0 && own === undefined) return;
    for (const call of file.nodes("call")) {
      const callee = call.field("function");
      const name = callee && calls.find((one) => isCall(callee.text, one));
      if (!callee || name === undefined) continue;
      const who = own === undefined ? `only ${placesIn(owners)} may call` : `${placesIn([own])} must not call`;
      yield { span: callee, message: `The guide says that ${who} \`${name}()\`. Go through the layer that owns it.` };
    }
  },
});

function isFrom(path: string, folder: string): boolean {
  return liesIn(path, folder) || new RegExp(`(^|/)${folder.replace(/\/$/, "")}\\.py$`).test(path);
}

/** `self._orders.close` and `order_repo.hold` for "orders.close" and "repo.hold". */
function isCall(callee: string, wanted: string): boolean {
  const plain = callee.replaceAll(/\s/g, "");
  const [method = "", owner] = wanted.split(".").toReversed();
  const [name, of] = plain.split(".").toReversed();
  if (name !== method) return false;
  if (owner === undefined) return of === undefined;
  return of !== undefined && (of === owner || of.endsWith(`_${owner}`));
}

function callsIn(codes: readonly string[]): readonly string[] {
  return codes
    .flatMap((code) => /^\.?((?:[a-z_]\w*\.)*[a-z_]\w*)\(.*\)$/s.exec(code)?.[1] ?? [])
    .filter((name) => name.includes("."));
}

function readForbidden({
  clause,
  sentence,
  codes,
  paths,
}: Reading): { calls: readonly string[]; from: readonly string[] } | undefined {
  // "May call it only if …" allows it to somebody.
  if (/\b(may|can) (only )?(call|use|invoke)\b|\bonly if\b/i.test(sentence)) return undefined;
  const calls = callsIn(codes);
  // "… in a loop" and "… before `x()`" leave other calls alone.
  const first = codes.find((code) => callsIn([code]).length > 0) ?? "";
  if (!isEnding(clause.slice(clause.indexOf(first)))) return undefined;
  // "Views must not touch model classes or call …" is about the views.
  const subject = /^\W*([A-Za-z][\w -]*?)\s+(?:must|should|shall|may|can|cannot|never|do|does)\b/.exec(clause)?.[1];
  const from = [...paths.filter((path) => path.endsWith("/")), ...layerFoldersIn(subject ?? clause)];
  return calls.length > 0 && from.length > 0 ? { calls, from } : undefined;
}

function readOwners({
  clause,
  codes,
  paths,
}: Reading): { calls: readonly string[]; owners: readonly string[] } | undefined {
  if (!/\bonly\b/i.test(clause) || /\bonly (if|when)\b/i.test(clause)) return undefined;
  const calls = callsIn(codes);
  const owners = [...paths.filter((path) => path.endsWith("/")), ...layerFoldersIn(clause)];
  return calls.length > 0 && owners.length > 0 ? { calls, owners } : undefined;
}

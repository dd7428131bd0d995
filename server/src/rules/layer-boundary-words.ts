// Reads boundaries that are drawn between layers by name, and lists of the folders that one may import from.

import { isLibrary } from "./boundary-words.ts";
import { layerAround, layerNamed, usualFolders } from "./layers.ts";
import { namedCode } from "./named-code.ts";
import type { Reading } from "./reading.ts";

/** A layer, for phrases. */
export const layerWord =
  "(route|router|endpoint|controller|handler|service|service layer|model|schema|repository|repository layer|data layer|provider|adapter|core|core module|shared module|api layer|domain service)";

/** How something is imported, and what a test may do, draws no boundary. */
export const notOfLayers = [
  // "Services never import each other's models": of their own, each may.
  "(import|depend on) (each other|one another)",
  "(at the top|at runtime|test|private|wildcard|relative|circular|inline|lazy|type checking)",
];

/** "Services must not import from routers", "core must never import from `ee/`", "no SQLAlchemy imports in core" */
export function readLayers(reading: Reading): { from: readonly string[]; targets: readonly string[] } | undefined {
  const { codes } = reading;
  // "Import rule: A must not import B" has a label that imports nothing.
  const clause = reading.clause.replace(/^\W*(?:import|dependency|layer)[\w ]{0,20}:/i, "");
  const at = clause.search(/\b(import\w*|depend\w*)\b/i);
  if (at < 0 || readBounded(reading) !== undefined) return undefined;
  const inside = /\b(?:in|from|into|inside|within)\s+(?:the\s+)?([\w ]+?)(?:\s+(?:layer|modules?|code))?\W*$/i.exec(
    clause.slice(at),
  );
  const subject = layersIn(clause.slice(0, at));
  const last = layersIn(inside?.[1] ?? "");
  const named = codes.filter((code) => clause.indexOf(code) > at).map((code) => targetOf(code, reading));
  if (named.includes(undefined)) return undefined;
  const folders = named.filter((target) => target !== undefined);
  if (subject.length > 0) {
    const targets =
      folders.length > 0 ? folders : layersIn(clause.slice(at)).filter((folder) => !subject.includes(folder));
    return targets.length > 0 ? { from: subject, targets } : undefined;
  }
  return last.length > 0 && folders.length > 0 ? { from: last, targets: folders } : undefined;
}

/** "Never import services or routers" in the row, the point or the section that speaks of models. */
export function readLayersBelow(reading: Reading): { from: readonly string[]; targets: readonly string[] } | undefined {
  const { clause, codes } = reading;
  const at = clause.search(/\b(import\w*|depend\w*)\b/i);
  // "Services call the stores and never import from routes": who does not is named where the sentence begins.
  const opening = /^\W*(?:the\s+)?([a-z]+)\b/i.exec(reading.sentence)?.[1] ?? "";
  const own = layerAround(reading) ?? (clause.includes(opening) ? undefined : layerNamed(opening));
  if (own === undefined || at < 0 || layersIn(clause.slice(0, at)).length > 0 || codes.length > 0) return undefined;
  const from = usualFolders[own].map((name) => `${name}/`);
  const targets = layersIn(clause.slice(at)).filter((folder) => !from.includes(folder));
  return targets.length > 0 ? { from, targets } : undefined;
}

/** "`shared/` must not import from any other package": what lies beside it is all ruled out. */
export function readSelfContained({
  codes,
}: Reading): { from: readonly string[]; allowed: readonly string[] } | undefined {
  const from = folderOf(codes[0]);
  return from === undefined ? undefined : { from: [from], allowed: [from] };
}

/** "`types.py` is a leaf: no internal imports": nothing of the project may be imported there. */
export function readLeaf({
  sentence,
  clause,
}: Reading): { from: readonly string[]; allowed: readonly string[] } | undefined {
  const subject = /^\W*((?:[\w-]+\/)*[\w-]+\.py|(?:[\w-]+\/)+)(?=[`*\s:|])/;
  const from = subject.exec(clause)?.[1] ?? subject.exec(sentence)?.[1];
  return from === undefined ? undefined : { from: [from], allowed: [from] };
}

const someone =
  /^(?:never|not|do|does|always|must|should|please|code|modules?|files?|anything|nothing|everything|anyone|nobody|users?|developers?|contributors?|people|you|we|it|they|them|tests?|this|that|others?|imports?|callers?|clients?|scripts?|packages?|layers?|folders?)$/i;

/** "Never let agents import from `api/`": the folder that the word names. */
export function readNamedFolder(reading: Reading): { from: readonly string[]; targets: readonly string[] } | undefined {
  const { clause, codes } = reading;
  const found =
    /^\W*(?:(?:do not|don['’]t|never|must not|should not) (?:let|allow|have|make)\s+(?:the\s+)?)?([a-z]+)(?: (?:package|folder|layer|code|modules?))?\s+(?:(?:must|should|may|can|do|does)\s*(?:not|never)|cannot|never|(?:to )?(?=import|depend))\s*(?:ever |directly )?(?:import|depend)/i.exec(
      clause,
    );
  const word = found?.[1] ?? "";
  const targets = codes.map((code) => folderOf(code));
  if (found === null || word === "" || someone.test(word) || layerNamed(word) !== undefined) return undefined;
  if (targets.length === 0 || targets.includes(undefined)) return undefined;
  const name = word.toLowerCase();
  return { from: [`${name}/`], targets: targets.filter((target) => target !== undefined) };
}

const calls =
  /\b(?:calls?|calling|touch(?:es|ing)?|reach(?:es|ing)?|talks? to|talking to|us(?:es?|ing)|access(?:es|ing)?)\b/i;

/** "Do not call repositories from routers", "views must not call gateways": who calls something has to import it. */
export function readCalls(reading: Reading): { from: readonly string[]; targets: readonly string[] } | undefined {
  const { clause, codes } = reading;
  const at = clause.search(calls);
  if (at < 0 || codes.length > 0) return undefined;
  const [said = "", from = ""] = clause.slice(at).split(/\b(?:from|in|inside|within)\b/i);
  const before = layersIn(clause.slice(0, at));
  const own = before.length > 0 ? before : layersIn(from);
  const targets = layersIn(said).filter((folder) => !own.includes(folder));
  // "The service account", "the provider of a region" are no layers.
  const more = said
    .replace(calls, "")
    .split(/[^A-Za-z]+/)
    .filter((word) => !/^(?:|the|an?|any|or|and|directly|layers?|class(?:es)?|modules?|their|its)$/i.test(word));
  return own.length > 0 && targets.length > 0 && more.every((word) => layerNamed(word))
    ? { from: own, targets }
    : undefined;
}

/** "Only the repository layer may import `sqlalchemy`", "only services import repositories". */
export function readSoleLayers(
  reading: Reading,
): { owners: readonly string[]; targets: readonly string[] } | undefined {
  const { clause, codes } = reading;
  const found =
    /\bonly\s+(?:the\s+)?([\w ]+?)\s+(?:(?:may|can|should|must|is allowed to|are allowed to)\s+)?(?:directly\s+)?imports?\b/i.exec(
      clause,
    );
  const owners = layersIn(found?.[1] ?? "");
  const at = clause.search(/\bimport/i);
  const named = codes.filter((code) => clause.indexOf(code) > at).map((code) => targetOf(code, reading));
  if (owners.length === 0 || named.includes(undefined)) return undefined;
  const folders = named.filter((target) => target !== undefined);
  const rest = clause
    .slice(at)
    .split(/\s+/)
    .map((word) => word.replace(/\W+$/, ""));
  const libraries = rest.filter(isLibrary).map((word) => word.toLowerCase());
  const others = folders.length > 0 ? folders : libraries.length > 0 ? libraries : layersIn(rest.join(" "));
  const targets = others.filter((target) => !owners.includes(target));
  return targets.length > 0 ? { owners, targets } : undefined;
}

/** "`api/` can import from `services/` only", or one of a list of such sentences. */
export function readAllowed(
  reading: Reading,
): { from: readonly string[]; allowed?: readonly string[]; targets?: readonly string[] } | undefined {
  const bounded = readBounded(reading);
  if (bounded !== undefined) return bounded === "unclear" ? undefined : bounded;
  const { clause, codes, headings, parents, section, caught } = reading;
  const at = clause.search(/\b(?:import|depend)/i);
  const above = [...headings.slice(-1), ...parents.slice(-1)].join(" ");
  const isList = section.filter((text) => /\b(?:can|may)\b.{0,20}\bimport/i.test(text)).length > 1;
  const isExclusive =
    /\bonly\b|\bnothing else\b/i.test(clause) ||
    (isList && /\b(?:can|may)\b/i.test(clause)) ||
    /can import|allowed imports|import rules/i.test(above);
  const from = placeOf(caught["from"]);
  if (!isExclusive || at < 0 || from === undefined || !from.endsWith("/")) return undefined;
  const allowed = codes.filter((code) => clause.indexOf(code) > at && code !== caught["from"]).map(siblingOf);
  if (allowed.length === 0 || allowed.includes(undefined)) return undefined;
  return { from: [from], allowed: allowed.filter((folder) => folder !== undefined) };
}

/** The usual folders of the layers that the words name. */
function layersIn(text: string): readonly string[] {
  const words = text.replaceAll(/`[^`]*`/g, " ").match(/\buse[ -]?cases?\b|[A-Za-z]+/gi) ?? [];
  return [
    ...new Set(
      words.flatMap((word) => layerNamed(word) ?? []).flatMap((layer) => usualFolders[layer].map((name) => `${name}/`)),
    ),
  ];
}

/** "`a/` can import from `b/` (but NOT from `c/`)": only the last is ruled out. */
export function readBounded({
  clause,
  codes,
}: Reading): { from: readonly string[]; targets: readonly string[] } | "unclear" | undefined {
  const not = /\b(?:can|may)\b.*?\bimport.*?\bnot\b/is.exec(clause)?.[0].length;
  if (not === undefined) return undefined;
  const own = placeOf(codes[0]);
  const targets = codes.filter((code) => clause.indexOf(code, not) >= 0 && clause.indexOf(code) >= not).map(folderOf);
  if (own === undefined || targets.length === 0 || targets.includes(undefined)) return "unclear";
  return { from: [own], targets: targets.filter((target) => target !== undefined) };
}

/** A folder as the sentence names it: `services/`, `app/core`. */
function folderOf(text: string | undefined): string | undefined {
  if (text === undefined || /[<>{}\s]/.test(text)) return undefined;
  if (/^[\w./*-]+\/\*{0,2}$/.test(text)) return text.replace(/\*+$/, "");
  if (/^[\w.-]+(?:\/[\w.-]+)+$/.test(text) && !/\.\w{1,4}$/.test(text)) return `${text}/`;
  return undefined;
}

/** What lies beside a folder, as a list of what it may import names it: `core/`, `core`, `core.*`. */
function siblingOf(text: string | undefined): string | undefined {
  const name = /^([a-z_]\w*)(?:(?:\.\w+)*\.\*)?$/.exec(text ?? "")?.[1];
  return folderOf(text) ?? (name && `${name}/`);
}

function placeOf(text: string | undefined): string | undefined {
  return folderOf(text) ?? (text !== undefined && /^[\w./-]+\.py$/.test(text) ? text : undefined);
}

function targetOf(text: string | undefined, reading: Reading): string | undefined {
  const folder = folderOf(text);
  if (folder !== undefined || text === undefined) return folder;
  if (isLibrary(text)) return text.toLowerCase();
  const named = namedCode(text, reading.guideExamples);
  if (named?.kind === "module") return named.name;
  return /^[a-z_]\w*(?:\.[a-z_]\w*)+$/.test(text) ? text : undefined;
}

// The folder that the words around a ban name: "Services (`app/services/`)" above it, beside it in a table, or before it.

import type { Directive } from "../guides/directive.ts";
import type { Stance } from "../rules/reading.ts";
import { tokenise } from "../rules/tokens.ts";

/** A folder, or a Python file, as people write it. */
const path = String.raw`(?<path>(?:[\w.*-]+\/)+(?:[\w.*-]+\.py|[\w*-]+)?)`;
const within = String.raw`(?:(?:(?:all|any|everything|code|files|modules)\s+)*(?:in|inside|within|under)\s+)`;
/** "Services (`app/services/`)", "`app/services/` (business logic)", "In `app/services/`". */
const named = String.raw`(?:${within}|(?:[\w&-]+\s+){1,4}\(|)\x60?${path}\x60?\)?(?:\s+\([^)]*\))?`;
const whole = new RegExp(String.raw`^\W*${named}\W*$`, "i");
const label = new RegExp(String.raw`^${named}\s*(?::|—|–|-|→)\s+\S`, "i");
const subject = new RegExp(
  String.raw`^(?:(?:all|any|every|each|the|our)\s+)?${named}\s+(?:(?:must|should|shall|may|can|do|does)(?:\s+not|n['’]t)?|cannot|never)\b`,
  "i",
);
/** "`app/models/` must not be imported by …" speaks of all other places. */
const suffered = /\b(?:be|been|being|is|are)\s+\w+(?:ed|en)\b/i;

/** "Services: no …", "Services know nothing of HTTP: no …". */
const layerLabel = /^(?<layer>[A-Za-z]+)(?:\s+(?:layer|modules?|classes))?(?:\s+[\w'’`-]+){0,6}\s*[:—–]\s/;
const layerAlone = /^\W*(?<layer>[A-Za-z]+)(?:\s+(?:layer|modules?|classes))?\W*$/;

/** The places, paths or names of layers, that narrow what this directive forbids; the nearest words win. */
export function placesAround(directive: Directive): readonly string[] {
  const own = label.exec(directive.text) ?? subject.exec(directive.text);
  const beside = (directive.row?.cells ?? []).map((cell) => whole.exec(cell.trim()));
  const above = [directive.parents.at(-1), directive.headings.at(-1)].map((text) => whole.exec(text?.trim() ?? ""));
  const found = [own, ...beside, ...above].find((one) => one?.groups?.["path"] !== undefined);
  const place = found?.groups?.["path"];
  if (place !== undefined) return [place];
  const layers = [
    layerLabel.exec(directive.text),
    ...[directive.row?.cells[0], directive.parents.at(-1), directive.headings.at(-1)].map((text) =>
      layerAlone.exec(text ?? ""),
    ),
  ];
  return layers.flatMap((one) => one?.groups?.["layer"] ?? []);
}

/** Whether such a place narrows a clause: it forbids, and the rule does not look for a place of this name by itself. */
export function narrowsTo(
  place: string,
  stance: Stance | undefined,
  text: string,
  spoken: ReadonlySet<string>,
): boolean {
  if (stance !== "avoid" || suffered.test(text)) return false;
  return !tokenise(place.replaceAll("/", " ")).some(({ stem }) => spoken.has(stem));
}

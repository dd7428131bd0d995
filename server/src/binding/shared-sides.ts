// What the sides of a contrast share: a place, or what both say where something goes.

import type { Token } from "../rules/tokens.ts";
import type { Contrast } from "./contrasts.ts";

/** "Use X in routes, not Y": elsewhere Y may be. */
export function placeOfBoth({ wanted, unwanted, rest }: Contrast): readonly Token[] {
  const opens = ({ text }: Token) => /^(?:in|inside|within)$/i.test(text);
  if ([...unwanted, ...rest].some(opens)) return [];
  const at = wanted.findIndex(
    (token, place) =>
      opens(token) && (wanted[place + 1]?.kind === "path" || layerWords.test(wanted[place + 1]?.text ?? "")),
  );
  return at < 1 ? [] : wanted.slice(at, at + 2);
}

const layerWords =
  /^(?:services?|routes?|routers?|endpoints?|controllers?|views?|repositor(?:y|ies)|handlers?|tests?|scripts?|migrations?|notebooks?)$/i;

/** "Traces go to the log, never to the client": what goes stands before the first place. */
export function subjectBefore({ wanted, unwanted }: Contrast): readonly Token[] {
  const preposition = unwanted[0]?.text.toLowerCase() ?? "";
  if (!/^(?:to|in|into|inside|on|at|from|via|through)$/.test(preposition)) return [];
  const at = wanted.findIndex((token) => token.text.toLowerCase() === preposition);
  return at > 0 && at <= 6 ? wanted.slice(0, at) : [];
}

// Takes "`a`, `b` and `c`" for three sentences that each name one of them.

import type { Reading } from "./reading.ts";

/** The sentences that a list of names stands for, one a name; the sentence itself where it lists none. */
export function oneForEach(reading: Reading, isMeant: (code: string) => boolean): readonly Reading[] {
  const { clause, codes } = reading;
  const list = longestList(clause, codes, isMeant);
  if (list.length < 2) return [reading];
  const [from, to] = [list[0]?.start ?? 0, list.at(-1)?.end ?? 0];
  const said = clause.slice(from, to);
  return list.map(({ code, start, end }) => {
    const alone = clause.slice(start, end);
    return {
      ...reading,
      clause: clause.slice(0, from) + alone + clause.slice(to),
      sentence: reading.sentence.replace(said, () => alone),
      codes: codes.filter((one) => one === code || !list.some((other) => other.code === one)),
    };
  });
}

interface Placed {
  readonly code: string;
  readonly start: number;
  readonly end: number;
}

function longestList(clause: string, codes: readonly string[], isMeant: (code: string) => boolean): readonly Placed[] {
  let best: Placed[] = [];
  let list: Placed[] = [];
  let after = 0;
  for (const code of codes) {
    const start = clause.indexOf(code, after);
    if (start < 0) continue;
    const last = list.at(-1);
    const isJoined = last !== undefined && joint.test(clause.slice(last.end, start));
    after = start + code.length;
    if (!isMeant(code)) list = [];
    else list = [...(isJoined ? list : []), { code, start, end: after }];
    if (list.length > best.length) best = list;
  }
  return best;
}

/** "or" leaves a choice, which is no list of demands. */
const joint = /^`?(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s*\+\s*|\s*&\s*)`?$/i;

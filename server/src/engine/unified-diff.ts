// Writes the difference of two texts as a unified patch, as `diff -u` and git do.

interface Run {
  readonly kind: " " | "-" | "+";
  readonly lines: readonly string[];
}

const around = 3;

/** "" where the texts are equal; undefined stands for a file that is not there yet, or gone. */
export function unifiedDiff(path: string, before: string | undefined, after: string | undefined): string {
  if (before === after) return "";
  // A new file without a line has no hunk; git tells of it in a line of its own.
  if (before === undefined && after === "") return `diff --git a/${path} b/${path}\nnew file mode 100644\n`;
  const old = splitLines(before ?? "");
  const now = splitLines(after ?? "");
  const entries = diffLines(old, now).flatMap(({ kind, lines }) => lines.map((line) => ({ kind, line })));
  let text = `--- ${before === undefined ? "/dev/null" : `a/${path}`}\n+++ ${after === undefined ? "/dev/null" : `b/${path}`}\n`;
  let at = 0;
  while (at < entries.length) {
    const first = entries.findIndex(({ kind }, index) => index >= at && kind !== " ");
    if (first < 0) break;
    const start = Math.max(first - around, at);
    let last = first;
    for (let index = first; index < entries.length && index - last <= 2 * around; index++) {
      if (entries[index]?.kind !== " ") last = index;
    }
    const end = Math.min(last + around + 1, entries.length);
    const hunk = entries.slice(start, end);
    const oldStart = entries.slice(0, start).filter(({ kind }) => kind !== "+").length;
    const newStart = entries.slice(0, start).filter(({ kind }) => kind !== "-").length;
    const range = (from: number, count: number) => `${count === 0 ? from : from + 1}${count === 1 ? "" : `,${count}`}`;
    const oldCount = hunk.filter(({ kind }) => kind !== "+").length;
    const newCount = hunk.filter(({ kind }) => kind !== "-").length;
    text += `@@ -${range(oldStart, oldCount)} +${range(newStart, newCount)} @@\n`;
    for (const { kind, line } of hunk)
      text += kind + (line.endsWith("\n") ? line : `${line}\n\\ No newline at end of file\n`);
    at = end;
  }
  return text;
}

export function splitLines(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** Myers' shortest edit script over the middle that differs. */
export function diffLines(old: readonly string[], now: readonly string[]): readonly Run[] {
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head++;
  let tail = 0;
  while (
    tail < old.length - head &&
    tail < now.length - head &&
    old[old.length - 1 - tail] === now[now.length - 1 - tail]
  )
    tail++;
  return [
    { kind: " ", lines: old.slice(0, head) },
    ...shortestScript(old.slice(head, old.length - tail), now.slice(head, now.length - tail)),
    { kind: " ", lines: old.slice(old.length - tail) },
  ];
}

function shortestScript(old: readonly string[], now: readonly string[]): readonly Run[] {
  const reach = new Map<number, number>([[1, 0]]);
  const trace: Map<number, number>[] = [];
  const total = old.length + now.length;
  for (let depth = 0; depth <= total; depth++) {
    trace.push(new Map(reach));
    for (let diagonal = -depth; diagonal <= depth; diagonal += 2) {
      const down =
        diagonal === -depth || (diagonal !== depth && (reach.get(diagonal - 1) ?? 0) < (reach.get(diagonal + 1) ?? 0));
      let x = down ? (reach.get(diagonal + 1) ?? 0) : (reach.get(diagonal - 1) ?? 0) + 1;
      while (x < old.length && x - diagonal < now.length && old[x] === now[x - diagonal]) x++;
      reach.set(diagonal, x);
      if (x >= old.length && x - diagonal >= now.length) return walkBack(trace, old, now);
    }
  }
  return [];
}

function walkBack(
  trace: readonly Map<number, number>[],
  old: readonly string[],
  now: readonly string[],
): readonly Run[] {
  const runs: Run[] = [];
  let x = old.length;
  let y = now.length;
  for (let depth = trace.length - 1; depth >= 0; depth--) {
    const reach = trace[depth] ?? new Map<number, number>();
    const diagonal = x - y;
    const down =
      diagonal === -depth || (diagonal !== depth && (reach.get(diagonal - 1) ?? 0) < (reach.get(diagonal + 1) ?? 0));
    const previous = down ? diagonal + 1 : diagonal - 1;
    const fromX = depth === 0 ? 0 : (reach.get(previous) ?? 0);
    const fromY = depth === 0 ? 0 : fromX - previous;
    while (x > fromX && y > fromY) {
      runs.push({ kind: " ", lines: [old[--x] ?? ""] });
      y--;
    }
    if (depth === 0) break;
    if (down) runs.push({ kind: "+", lines: [now[--y] ?? ""] });
    else runs.push({ kind: "-", lines: [old[--x] ?? ""] });
  }
  return runs.toReversed();
}

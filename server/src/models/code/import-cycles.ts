// Finds circles among the imports that modules make when they are loaded, the shortest one of each knot.

import type { Span } from "../../text/span.ts";

export interface ImportStep {
  readonly path: string;
  /** The statement that imports the next one. */
  readonly span: Span;
}

type Graph = ReadonlyMap<string, ReadonlyMap<string, Span>>;

export function importCycles(workspace: ImportSource, paths: readonly string[]): readonly (readonly ImportStep[])[] {
  const graph: Graph = new Map(
    paths.filter((path) => !isGathering(path)).map((path) => [path, importsIn(workspace, path)]),
  );
  return knots(graph).map((knot) => shortest(graph, knot));
}

/** A package's `__init__` gathers what is in it. */
function isGathering(path: string): boolean {
  return path.endsWith("__init__.py");
}

/** What importing needs to know of the workspace. */
export interface ImportSource {
  text(path: string): string | undefined;
  moduleFile(module: string, from: string): string | undefined;
}

/** The files that a module imports when it is loaded. */
export function importedFiles(source: ImportSource, path: string): readonly string[] {
  return [...importsIn(source, path, () => true).keys()].toSorted();
}

/** Statements at the margin alone: those further in are made later, or only for type checking. */
function importsIn(
  workspace: ImportSource,
  path: string,
  counts: (target: string) => boolean = (target) => !isGathering(target),
): ReadonlyMap<string, Span> {
  const text = workspace.text(path) ?? "";
  const found = new Map<string, Span>();
  const add = (module: string, start: number, end: number): boolean => {
    const target = workspace.moduleFile(module, path);
    if (target === undefined || target === path || !counts(target)) return false;
    if (!found.has(target)) found.set(target, { start, end });
    return true;
  };
  const statements = /^(?:from[ \t]+(\.*[\w.]*)[ \t]+import[ \t]*(\([^)]*\)|[^\n(]+)|import[ \t]+([^\n]+))/gm;
  for (const match of text.matchAll(statements)) {
    const [whole, from, names = "", modules] = match;
    const end = match.index + whole.trimEnd().length;
    if (from === undefined) {
      for (const one of (modules ?? "").split(",")) add(/[\w.]+/.exec(one)?.[0] ?? "", match.index, end);
      continue;
    }
    const base = absolute(from, path);
    const plain = names.replaceAll(/#[^\n]*/g, "").replaceAll(/[()\\]/g, " ");
    for (const one of plain.split(",")) {
      const name = /[\w]+/.exec(one)?.[0];
      if (name !== undefined && add(`${base}.${name}`, match.index, end)) continue;
      add(base, match.index, end);
    }
  }
  return found;
}

function absolute(module: string, path: string): string {
  const dots = /^\.*/.exec(module)?.[0].length ?? 0;
  if (dots === 0) return module;
  return [...path.split("/").slice(0, -dots), module.slice(dots)].filter(Boolean).join(".");
}

/** The strongly connected parts of more than one module, each sorted. */
function knots(graph: Graph): readonly (readonly string[])[] {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const open = new Set<string>();
  const found: string[][] = [];
  const visit = (start: string): void => {
    const work: { readonly path: string; readonly rest: string[] }[] = [];
    const enter = (path: string): void => {
      order.set(path, order.size);
      low.set(path, order.size - 1);
      stack.push(path);
      open.add(path);
      work.push({ path, rest: [...(graph.get(path)?.keys() ?? [])].filter((one) => graph.has(one)) });
    };
    enter(start);
    for (let top = work.at(-1); top; top = work.at(-1)) {
      const next = top.rest.pop();
      if (next !== undefined) {
        if (!order.has(next)) enter(next);
        else if (open.has(next)) low.set(top.path, Math.min(low.get(top.path) ?? 0, order.get(next) ?? 0));
        continue;
      }
      work.pop();
      const above = work.at(-1);
      if (above) low.set(above.path, Math.min(low.get(above.path) ?? 0, low.get(top.path) ?? 0));
      if (low.get(top.path) !== order.get(top.path)) continue;
      const knot = stack.splice(stack.lastIndexOf(top.path));
      for (const one of knot) open.delete(one);
      if (knot.length > 1) found.push(knot.toSorted());
    }
  };
  for (const path of [...graph.keys()].toSorted()) if (!order.has(path)) visit(path);
  return found.toSorted((a, b) => ((a[0] ?? "") < (b[0] ?? "") ? -1 : 1));
}

/** From the first module of the knot back to it, on the fewest steps. */
function shortest(graph: Graph, knot: readonly string[]): readonly ImportStep[] {
  const [start = ""] = knot;
  const inside = new Set(knot);
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    for (const next of [...(graph.get(at)?.keys() ?? [])].toSorted()) {
      if (next === start) {
        const way = [at];
        for (let one = at; one !== start; one = cameFrom.get(one) ?? start) way.unshift(cameFrom.get(one) ?? start);
        return way.map((path, index) => ({
          path,
          span: graph.get(path)?.get(way[index + 1] ?? start) ?? { start: 0, end: 0 },
        }));
      }
      if (!inside.has(next) || cameFrom.has(next)) continue;
      cameFrom.set(next, at);
      queue.push(next);
    }
  }
  return [];
}

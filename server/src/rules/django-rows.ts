// Finds relations that a loop reads on each row of a Django query that did not load them.

import type { Workspace } from "../models/workspace.ts";
import { argumentsOf, methodCall } from "../python/call.ts";
import type { PythonFile } from "../python/python-file.ts";
import { stringValue } from "../python/string-value.ts";
import { descendants } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { addArgument } from "./call-edits.ts";
import { type DjangoRelations, djangoRelations } from "./django-models.ts";
import type { Fix, Problem } from "./rule.ts";

/** Reads of relations, the first of each relation in each loop. */
export function* unloadedRelations(file: PythonFile, workspace: Workspace): Iterable<Problem> {
  if (!file.text.includes(".objects")) return;
  for (const loop of file.nodes("for_statement", "for_in_clause")) {
    const [row, over] = [loop.field("left"), loop.field("right")];
    const query = over && queryOf(file, over);
    if (row?.type !== "identifier" || !query) continue;
    const relations = djangoRelations(file, query.model, workspace);
    const loaded = relations && loadedBy(query, relations);
    if (!loaded) continue;
    const told = new Set<string>();
    for (const { read, name, isMany } of readsOf(file, loop, row, relations)) {
      if (loaded.has(name) || told.has(name)) continue;
      told.add(name);
      const loader = isMany ? "prefetch_related" : "select_related";
      const fix = fixOf(file, query, loader, name);
      yield {
        span: read,
        message: `Reads \`${query.model.text}.${name}\` on each row of a query that does not load it: that is one more query for every row. Load it with \`.${loader}("${name}")\`.`,
        related: [{ path: file.path, span: query.manager, message: `The query, without a loader for \`${name}\`.` }],
        ...(fix && { fix }),
      };
    }
  }
}

interface DjangoQuery {
  readonly model: SyntaxNode;
  /** `Order.objects` */
  readonly manager: SyntaxNode;
  readonly calls: readonly { readonly method: string; readonly call: SyntaxNode }[];
}

const wrappers = /^(?:list|tuple|sorted|reversed|iter|set)$/;
/** What gives back rows of the same model with no more loaded than is said; a method of the team's own may load anything. */
const plain =
  /^(?:all|filter|exclude|order_by|distinct|reverse|annotate|alias|using|only|defer|select_for_update|iterator|select_related|prefetch_related|complex_filter|extra)$/;

/** `Order.objects.filter(…)`, also under a name that has no other value. */
function queryOf(file: PythonFile, given: SyntaxNode): DjangoQuery | undefined {
  let at = unwrapped(given);
  if (at?.type === "identifier") {
    const places = file.scopes.bindingOf(at)?.places ?? [];
    const [place] = places;
    if (places.length !== 1 || place?.kind !== "assignment" || place.isPart || !place.value) return undefined;
    at = unwrapped(place.value);
  }
  const calls: { method: string; call: SyntaxNode }[] = [];
  while (at?.type === "call") {
    const called = methodCall(at);
    if (!called || !plain.test(called.method)) return undefined;
    calls.push({ method: called.method, call: at });
    at = called.receiver;
  }
  const model = at?.type === "attribute" && at.field("attribute")?.text === "objects" ? at.field("object") : undefined;
  return at && model && calls.length > 0 ? { model, manager: at, calls } : undefined;
}

function unwrapped(node: SyntaxNode): SyntaxNode | undefined {
  if (node.type === "call" && wrappers.test(node.field("function")?.text ?? "")) return argumentsOf(node).positional[0];
  // `query[:20]`
  return node.type === "subscript" && /:/.test(node.text) ? node.field("value") : node;
}

/** The relations that the query loads; undefined where what it loads cannot be read. */
function loadedBy({ calls }: DjangoQuery, relations: DjangoRelations): ReadonlySet<string> | undefined {
  const loaded = new Set<string>();
  for (const { method, call } of calls) {
    if (method !== "select_related" && method !== "prefetch_related") continue;
    const { positional, hasSplat } = argumentsOf(call);
    if (hasSplat) return undefined;
    if (positional.length === 0) for (const name of relations.single) loaded.add(name);
    for (const argument of positional) {
      // `Prefetch("lines", queryset=…)`
      const path = argument.type === "call" ? argumentsOf(argument).positional[0] : argument;
      const said = path && stringValue(path);
      if (said === undefined) return undefined;
      loaded.add(said.split("__")[0] ?? said);
    }
  }
  return loaded;
}

interface Read {
  readonly read: SyntaxNode;
  readonly name: string;
  readonly isMany: boolean;
}

function readsOf(file: PythonFile, loop: SyntaxNode, row: SyntaxNode, relations: DjangoRelations): readonly Read[] {
  const own = new Set((file.scopes.bindingOf(row)?.references ?? []).map(({ start }) => start));
  const around = loop.type === "for_statement" ? loop.field("body") : loop.parent;
  const uses = [...descendants(around ?? loop)].filter(
    (node) => node.type === "attribute" && node.field("object")?.type === "identifier" && own.has(node.start),
  );
  const nameOf = (use: SyntaxNode) => use.field("attribute")?.text ?? "";
  const isTarget = (use: SyntaxNode) => use.parent?.type === "assignment" && use.parent.field("left") === use;
  // What the loop sets, it has in hand.
  const set = new Set(uses.filter(isTarget).map(nameOf));
  return uses.flatMap((use): readonly Read[] => {
    const name = nameOf(use);
    if (set.has(name)) return [];
    if (relations.single.has(name)) return [{ read: use, name, isMany: false }];
    const isMany = relations.many.has(name) || /^[a-z]\w*_set$/.test(name);
    const asksForAll = use.parent?.type === "attribute" && use.parent.field("attribute")?.text === "all";
    return isMany && asksForAll ? [{ read: use, name, isMany }] : [];
  });
}

function fixOf(file: PythonFile, { manager, calls }: DjangoQuery, loader: string, name: string): Fix | undefined {
  // A field that is left out cannot be joined by.
  if (calls.some(({ method }) => method === "only" || method === "defer")) return undefined;
  const known = calls.find(({ method, call }) => method === loader && argumentsOf(call).positional.length > 0);
  const edit = known
    ? addArgument(file, known.call, `"${name}"`)
    : { span: { start: manager.end, end: manager.end }, text: `.${loader}("${name}")` };
  return edit && { title: `Load \`${name}\` with the query`, safe: true, edits: [edit] };
}

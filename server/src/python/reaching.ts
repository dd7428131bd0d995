// Finds the places that may have bound a name last before it is read, along the paths through the code.
//
// Straight code gives one place; branches give one a branch; a loop adds those of its body. Where the name is read from
// another function, any place may have been the last.

import { endsBlock } from "./flow.ts";
import type { Binding, Place } from "./scopes.ts";
import type { SyntaxNode } from "./syntax.ts";

export interface Reached {
  readonly places: readonly Place[];
  /** The class of an `isinstance` test around the use that holds on it. */
  readonly narrowedTo: SyntaxNode | undefined;
}

/** `isSameFlow`: the use runs in the scope of the binding itself, not in a function that is called some time. */
export function reachingPlaces(binding: Binding, use: SyntaxNode, isSameFlow: boolean): Reached {
  const places = binding.places.filter(({ kind }) => kind !== "annotation" && kind !== "augmented");
  const isLocal = places.every(({ scope }) => scope === binding.scope);
  if (!isSameFlow || !isLocal || binding.scope.kind === "comprehension")
    return { places: withoutDeletes(places), narrowedTo: undefined };
  const search = new Search(places, binding.name);
  search.before(use, binding.scope.node);
  return { places: withoutDeletes([...search.found]), narrowedTo: search.narrowedTo };
}

function withoutDeletes(places: readonly Place[]): readonly Place[] {
  return places.filter(({ kind }) => kind !== "delete");
}

/** What a statement does to the name: where it may bind it, and whether it may leave it as it was. */
interface Effect {
  readonly places: readonly Place[];
  readonly mayKeep: boolean;
}

const deepest = 100;
const loops: ReadonlySet<string> = new Set(["for_statement", "while_statement"]);

class Search {
  readonly found = new Set<Place>();
  narrowedTo: SyntaxNode | undefined;
  readonly #places: readonly Place[];
  readonly #name: string;

  constructor(places: readonly Place[], name: string) {
    this.#places = places;
    this.#name = name;
  }

  before(use: SyntaxNode, scope: SyntaxNode): void {
    let node = use;
    for (let parent = node.parent; parent; node = parent, parent = node.parent) {
      if (parent === scope && parent.type !== "module") break;
      if (parent.type === "block" || parent.type === "module") {
        if (this.#earlierIn(parent, node)) return;
        if (parent === scope) break;
      } else if (this.#enters(parent, node)) {
        return;
      }
    }
    this.#add(this.#places.filter(({ kind }) => kind === "parameter"));
  }

  #add(places: readonly Place[]): void {
    for (const place of places) this.found.add(place);
  }

  #within(node: SyntaxNode | undefined): readonly Place[] {
    if (node === undefined) return [];
    return this.#places.filter(({ name }) => node.start <= name.start && name.end <= node.end);
  }

  /** Goes back over the statements of a block before one of them; true where the name is surely bound there. */
  #earlierIn(block: SyntaxNode, until: SyntaxNode): boolean {
    let before = until.start;
    for (let at = this.#places.length - 1; at >= 0; at--) {
      const { name } = this.#places[at] as Place;
      if (name.start >= before) continue;
      if (name.start < block.start) return false;
      let statement = name;
      while (statement.parent && statement.parent !== block) statement = statement.parent;
      const effect = this.#effect(statement, 0);
      this.#add(effect.places);
      if (!effect.mayKeep) return true;
      before = statement.start;
    }
    return false;
  }

  /** What the parts of a compound statement that run before one of its parts do; true where the name is surely bound there. */
  #enters(parent: SyntaxNode, part: SyntaxNode): boolean {
    switch (parent.type) {
      case "for_statement":
      case "while_statement": {
        if (part.fieldName === "right") return false;
        this.#add(this.#within(parent.field("body")));
        const bound = this.#within(parent.field("left") ?? parent.field("condition"));
        this.#add(bound);
        return bound.length > 0 && part.fieldName === "body";
      }
      case "if_statement":
      case "elif_clause":
        if (part.fieldName === "consequence" && this.found.size === 0) this.#narrow(parent.field("condition"));
        return (
          this.narrowedTo !== undefined ||
          (part.fieldName !== "condition" && this.#takes(this.#within(parent.field("condition"))))
        );
      case "with_statement":
        return (
          part.fieldName === "body" &&
          this.#takes(this.#within(parent.children.find(({ type }) => type === "with_clause")))
        );
      case "except_clause":
      case "except_group_clause":
      case "case_clause":
        return (
          part.type === "block" &&
          this.#takes(parent.children.filter((child) => child !== part).flatMap((child) => this.#within(child)))
        );
      case "try_statement":
        return this.#entersTry(parent, part);
      default:
        return this.#takes(
          this.#within(parent).filter(({ kind, name }) => kind === "walrus" && name.end <= part.start),
        );
    }
  }

  #entersTry(parent: SyntaxNode, part: SyntaxNode): boolean {
    if (part.fieldName === "body") return false;
    if (part.type === "else_clause") {
      const effect = this.#effectOfBlock(parent.field("body"), 0);
      this.#add(effect.places);
      return !effect.mayKeep;
    }
    // A handler may begin, and `finally` too, wherever the body stopped.
    for (const child of parent.children)
      if (child.end <= part.start && child.type !== part.type) this.#add(this.#within(child));
    return false;
  }

  #takes(places: readonly Place[]): boolean {
    this.#add(places);
    return places.length > 0;
  }

  #narrow(condition: SyntaxNode | undefined): void {
    const pending = condition ? [condition] : [];
    for (let test = pending.pop(); test; test = pending.pop()) {
      if (test.type === "parenthesized_expression") pending.push(...test.children);
      if (test.type === "boolean_operator" && test.field("operator")?.type === "and") pending.push(...test.children);
      if (test.type !== "call" || test.field("function")?.text !== "isinstance") continue;
      const [subject, type] = test.field("arguments")?.children.filter(({ isNamed }) => isNamed) ?? [];
      if (subject?.type === "identifier" && subject.text === this.#name) this.narrowedTo = type;
    }
  }

  #effect(statement: SyntaxNode, depth: number): Effect {
    const places = this.#within(statement);
    if (places.length === 0) return { places, mayKeep: true };
    if (depth > deepest || loops.has(statement.type) || statement.type === "match_statement")
      return { places, mayKeep: true };
    if (statement.type === "if_statement") return this.#effectOfIf(statement, depth);
    if (statement.type === "try_statement") return this.#effectOfTry(statement, depth);
    if (statement.type === "with_statement") {
      const body = this.#effectOfBlock(statement.field("body"), depth);
      const items = this.#within(statement.children.find(({ type }) => type === "with_clause"));
      return body.mayKeep ? { places: [...body.places, ...items], mayKeep: items.length === 0 } : body;
    }
    const last = places.at(-1);
    return { places: last ? [last] : [], mayKeep: false };
  }

  #effectOfBlock(block: SyntaxNode | undefined, depth: number): Effect {
    const found: Place[] = [];
    let before = Number.POSITIVE_INFINITY;
    for (const { name } of this.#within(block).toReversed()) {
      if (name.start >= before) continue;
      let statement = name;
      while (statement.parent && statement.parent !== block) statement = statement.parent;
      const effect = this.#effect(statement, depth + 1);
      found.push(...effect.places);
      if (!effect.mayKeep) return { places: found, mayKeep: false };
      before = statement.start;
    }
    return { places: found, mayKeep: true };
  }

  #effectOfIf(statement: SyntaxNode, depth: number): Effect {
    const inCondition = this.#within(statement.field("condition"));
    const branches = [statement, ...statement.fields("alternative")];
    const places: Place[] = [];
    let mayKeep = !branches.some(({ type }) => type === "else_clause");
    for (const branch of branches) {
      const block = branch.field("consequence") ?? branch.field("body");
      if (endsBlock(block)) continue;
      const effect = this.#effectOfBlock(block, depth);
      places.push(...effect.places);
      mayKeep ||= effect.mayKeep;
    }
    return mayKeep && inCondition.length > 0
      ? { places: [...places, ...inCondition], mayKeep: false }
      : { places, mayKeep };
  }

  #effectOfTry(statement: SyntaxNode, depth: number): Effect {
    const block = (clause: SyntaxNode) => clause.field("body") ?? clause.children.find(({ type }) => type === "block");
    const ending = statement.children.find(({ type }) => type === "finally_clause");
    const last = ending && this.#effectOfBlock(block(ending), depth);
    if (last && !last.mayKeep) return last;
    const otherwise = statement.children.find(({ type }) => type === "else_clause");
    const after = otherwise && this.#effectOfBlock(block(otherwise), depth);
    const body = statement.field("body");
    const paths: Effect[] = [];
    const normal = this.#effectOfBlock(body, depth);
    if (after && !after.mayKeep) paths.push(after);
    else if (!endsBlock(body))
      paths.push({ places: [...normal.places, ...(after?.places ?? [])], mayKeep: normal.mayKeep });
    for (const handler of statement.children) {
      if (handler.type !== "except_clause" && handler.type !== "except_group_clause") continue;
      if (endsBlock(block(handler))) continue;
      const effect = this.#effectOfBlock(block(handler), depth);
      paths.push(effect.mayKeep ? { places: [...effect.places, ...this.#within(body)], mayKeep: true } : effect);
    }
    return {
      places: [...paths.flatMap(({ places }) => places), ...(last?.places ?? [])],
      mayKeep: paths.some(({ mayKeep }) => mayKeep),
    };
  }
}

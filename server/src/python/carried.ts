// Follows a value through the code of one function: whether an expression carries text that came from a given source.

import { argumentsOf, methodCall } from "./call.ts";
import { calleeName } from "./name-of.ts";
import type { PythonFile } from "./python-file.ts";
import { reachingPlaces } from "./reaching.ts";
import type { Place } from "./scopes.ts";
import { namedChildren } from "./surroundings.ts";
import type { SyntaxNode } from "./syntax.ts";

/** What is followed, and what ends it. */
export interface Carrying {
  isSource(node: SyntaxNode): boolean;
  /** A parameter whose value is the source. */
  isSourceParameter?(place: Place): boolean;
  /** An expression behind which nothing of the source is left, or nothing that matters. */
  isEnd?(node: SyntaxNode): boolean;
  /** A call beyond the known ones that hands its argument on. */
  isPassing?(call: SyntaxNode): boolean;
}

const deepest = 25;

/** The source that an expression's value is made of; undefined where there is none, or it cannot be known. */
export function findCarried(file: PythonFile, node: SyntaxNode, carrying: Carrying): SyntaxNode | undefined {
  return new Search(file, carrying).of(node, 0);
}

class Search {
  readonly #file: PythonFile;
  readonly #carrying: Carrying;
  readonly #seen = new Set<SyntaxNode>();

  constructor(file: PythonFile, carrying: Carrying) {
    this.#file = file;
    this.#carrying = carrying;
  }

  of(node: SyntaxNode | undefined, depth: number): SyntaxNode | undefined {
    if (node === undefined || depth > deepest || this.#seen.has(node)) return undefined;
    this.#seen.add(node);
    if (this.#carrying.isSource(node)) return node;
    if (this.#carrying.isEnd?.(node)) return undefined;
    for (const part of this.#parts(node)) {
      const found = "kind" in part ? this.#place(part, depth) : this.of(part, depth + 1);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #parts(node: SyntaxNode): readonly (SyntaxNode | Place)[] {
    switch (node.type) {
      case "identifier":
        return this.#placesOf(node);
      case "attribute": {
        const name = node.field("attribute")?.text ?? "";
        const object = node.field("object");
        return /^(name|stem|parent|parts|value)$/.test(name) && object !== undefined ? [object] : this.#fieldsOf(node);
      }
      case "call":
        return this.#handedOn(node);
      case "subscript": {
        const value = node.field("value");
        return value === undefined ? [] : [value];
      }
      case "string":
        return node.children.flatMap((child) =>
          child.type === "interpolation" ? namedChildren(child).filter(({ type }) => type !== "format_specifier") : [],
        );
      case "conditional_expression": {
        const [yes, , no] = namedChildren(node);
        return [yes, no].filter((one) => one !== undefined);
      }
      case "named_expression":
        return [node.field("value")].filter((one) => one !== undefined);
      case "binary_operator":
      case "boolean_operator":
      case "parenthesized_expression":
      case "concatenated_string":
      case "tuple":
      case "list":
      case "expression_list":
      case "await":
        return namedChildren(node);
      default:
        return [];
    }
  }

  /** Calls that give a text or a path with their receiver or their arguments in it. */
  #handedOn(call: SyntaxNode): readonly SyntaxNode[] {
    const { positional, keywords } = argumentsOf(call);
    const target = methodCall(call);
    const name = calleeName(this.#file, call);
    if (handing.test(name) || this.#carrying.isPassing?.(call)) return [...positional, ...keywords.values()];
    if (target === undefined) return [];
    if (keeping.test(target.method)) return [target.receiver];
    return joining.test(target.method) ? [target.receiver, ...positional, ...keywords.values()] : [];
  }

  #placesOf(node: SyntaxNode): readonly Place[] {
    const { scopes } = this.#file;
    const binding = scopes.bindingOf(node);
    if (binding === undefined) return [];
    let scope = scopes.scopeOf(node);
    while (scope !== binding.scope && scope.kind === "comprehension" && scope.parent) scope = scope.parent;
    const { places } = reachingPlaces(binding, node, scope === binding.scope);
    const added = binding.places.filter(({ kind, name }) => kind === "augmented" && name.start < node.start);
    return [...places, ...added];
  }

  /** `self.path` is what the same class puts there. */
  #fieldsOf(node: SyntaxNode): readonly SyntaxNode[] {
    if (!/^self\.\w+$/.test(node.text)) return [];
    let owner = node.parent;
    while (owner && owner.type !== "class_definition") owner = owner.parent;
    const found = owner;
    if (!found) return [];
    return this.#file.nodes("assignment").flatMap((assignment) => {
      const right = assignment.field("right");
      const isIt = assignment.field("left")?.text === node.text;
      return isIt && right && found.start <= assignment.start && assignment.end <= found.end ? [right] : [];
    });
  }

  #place(place: Place, depth: number): SyntaxNode | undefined {
    if (place.kind === "parameter") return this.#carrying.isSourceParameter?.(place) ? place.name : undefined;
    if (!/^(assignment|walrus|for|augmented)$/.test(place.kind) || place.value === undefined) return undefined;
    if (!place.isPart || place.kind === "for") return this.of(place.value, depth + 1);
    const pattern = place.name.parent;
    const index = pattern ? namedChildren(pattern).indexOf(place.name) : -1;
    const { value } = place;
    if (/^(tuple|expression_list|list)$/.test(value.type)) return this.of(namedChildren(value)[index], depth + 1);
    // What follows the last dot of a name is its suffix.
    const isSuffix = index > 0 && /\bsplitext\(|\.(rpartition|rsplit|split|partition)\(\s*["']\.["']/.test(value.text);
    return isSuffix ? undefined : this.of(value, depth + 1);
  }
}

const handing =
  /^(pathlib\.(Pure)?(Posix|Windows)?Path|str|os\.fspath|os\.path\.(join|basename|abspath|realpath|normpath|expanduser|splitext|split|normcase)|anyio\.Path|aiopath\.AsyncPath|urllib\.parse\.unquote(_plus)?|typing\.cast)$/;
const keeping =
  /^(strip|lstrip|rstrip|lower|upper|replace|casefold|encode|decode|removeprefix|removesuffix|split|rsplit|partition|rpartition|title|resolve|absolute|expanduser|as_posix|with_suffix|relative_to|format_map)$/;
const joining = /^(joinpath|with_name|with_stem|join|format)$/;

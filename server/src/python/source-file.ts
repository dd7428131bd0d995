// A Python file over its parsed text; everything is computed when first asked for, and once.

import { LineIndex } from "../text/line-index.ts";
import type { Span } from "../text/span.ts";
import { type External, type OwnFact, ownFact } from "./external.ts";
import { NodeIndex } from "./node-index.ts";
import type { PythonFile } from "./python-file.ts";
import { Resolver } from "./resolve.ts";
import type { RuffFinding, RuffRequest } from "./ruff.ts";
import { findScopes } from "./scope-finder.ts";
import type { Scopes } from "./scopes.ts";
import type { PythonParser, SyntaxNode } from "./syntax.ts";
import { isLeftAloneInStubs } from "./stub-codes.ts";
import { TypeFinder } from "./types.ts";
import { noneType, type ValueType } from "./value-type.ts";

export class SourceFile implements PythonFile {
  readonly path: string;
  readonly text: string;
  readonly #parsed: ParsedText;
  readonly #ruff: (request: RuffRequest) => readonly RuffFinding[];
  readonly #external: External;
  #types: TypeFinder | undefined;

  /** `external` answers for names that the file imports from others; see external.ts. */
  constructor(
    path: string,
    text: string,
    parser: Pick<PythonParser, "parse">,
    ruff: (request: RuffRequest) => readonly RuffFinding[],
    external: External = () => undefined,
    parsed: ParsedText = new ParsedText(path, text, parser),
  ) {
    this.path = path;
    this.text = text;
    this.#parsed = parsed;
    this.#ruff = ruff;
    this.#external = external;
  }

  /** The same file, parsed once for both, with other answers for what it imports. */
  seenWith(external: External): SourceFile {
    return new SourceFile(this.path, this.text, this.#parsed.parser, this.#ruff, external, this.#parsed);
  }

  get lines(): LineIndex {
    return this.#parsed.lines;
  }

  get root(): SyntaxNode {
    return this.#parsed.root;
  }

  get scopes(): Scopes {
    return this.#parsed.scopes;
  }

  /** Types with what they are made of, classes and functions by name. */
  get types(): TypeFinder {
    this.#types ??= new TypeFinder(this.#parsed.scopes, this.#parsed.resolver, this.#external);
    return this.#types;
  }

  nodes(...types: readonly string[]): readonly SyntaxNode[] {
    return this.#parsed.index.nodes(types);
  }

  source(node: Span): string {
    return this.text.slice(node.start, node.end);
  }

  resolve(node: SyntaxNode): string | undefined {
    return this.#parsed.resolver.resolve(node);
  }

  typeOf(node: SyntaxNode): string | undefined {
    const name = this.types.typeOf(node)?.name;
    return name === noneType ? undefined : name;
  }

  valueTypeOf(node: SyntaxNode): ValueType | undefined {
    return this.types.typeOf(node);
  }

  isInstance(node: SyntaxNode, ...classes: readonly string[]): boolean {
    const type = this.typeOf(node);
    return type !== undefined && this.types.definitions.ancestorsOf(type).some((name) => classes.includes(name));
  }

  /** What this file tells others of its module-level name, or of "Class.member". */
  fact(name: string): OwnFact | undefined {
    return ownFact(this.types, name);
  }

  ruff(request: RuffRequest): readonly RuffFinding[] {
    const findings = this.#ruff(request);
    return isStubPath(this.path) ? findings.filter(({ code }) => !isLeftAloneInStubs(code)) : findings;
  }

  get isTest(): boolean {
    return isTestPath(this.path);
  }

  get isGenerated(): boolean {
    return isGeneratedText(this.text);
  }
}

/** What depends on the text and its path alone. */
class ParsedText {
  readonly parser: Pick<PythonParser, "parse">;
  readonly #path: string;
  readonly #text: string;
  #lines: LineIndex | undefined;
  #root: SyntaxNode | undefined;
  #index: NodeIndex | undefined;
  #scopes: Scopes | undefined;
  #resolver: Resolver | undefined;

  constructor(path: string, text: string, parser: Pick<PythonParser, "parse">) {
    this.#path = path;
    this.#text = text;
    this.parser = parser;
  }

  get lines(): LineIndex {
    this.#lines ??= new LineIndex(this.#text);
    return this.#lines;
  }

  get root(): SyntaxNode {
    this.#root ??= this.parser.parse(this.#text);
    return this.#root;
  }

  get index(): NodeIndex {
    this.#index ??= new NodeIndex(this.root);
    return this.#index;
  }

  get scopes(): Scopes {
    this.#scopes ??= findScopes(this.root);
    return this.#scopes;
  }

  get resolver(): Resolver {
    this.#resolver ??= new Resolver(this.scopes, this.#path);
    return this.#resolver;
  }
}

/** A file that only tells what another module holds. */
export function isStubPath(path: string): boolean {
  return path.endsWith(".pyi");
}

/** `test.py` outside of test folders is a script: pytest collects `test_*.py` and `*_test.py`, Django `tests.py`. */
export function isTestPath(path: string): boolean {
  const folders = path.split("/");
  const name = folders.pop() ?? "";
  return (
    /^(test_.*|.*_tests?|tests|conftest)\.pyi?$/.test(name) || folders.some((folder) => /^test(s|ing)?$/.test(folder))
  );
}

/** Generators say so in the comments or docstring at the top: "Generated by …", "@generated", "DO NOT EDIT". */
function isGeneratedText(text: string): boolean {
  const head = /^(?:\uFEFF?(?:[ \t]*#[^\n\r]*|[ \t]*)(?:\r\n?|\n))*/.exec(text.slice(0, 3000))?.[0] ?? "";
  const docstring = /^[rRuU]?("""|''')[\s\S]{0,400}?\1/.exec(text.slice(head.length, head.length + 500))?.[0] ?? "";
  if (/^[ \t]*#.*\b(auto-?|auto |automatically )generated\b/im.test(head)) return true;
  return /@generated\b|\bdo not edit\b|\b(auto-?generated|automatically generated|generated) (by|from|with|code|file)\b/i.test(
    head + docstring,
  );
}

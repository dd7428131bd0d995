// The arguments of a call, by place and by name.

import type { SyntaxNode } from "./syntax.ts";

export interface CallArguments {
  readonly positional: readonly SyntaxNode[];
  readonly keywords: ReadonlyMap<string, SyntaxNode>;
  /** True where `*args` or `**kwargs` hide what is passed. */
  readonly hasSplat: boolean;
}

export function argumentsOf(call: SyntaxNode): CallArguments {
  const positional: SyntaxNode[] = [];
  const keywords = new Map<string, SyntaxNode>();
  let hasSplat = false;
  for (const argument of argumentNodes(call)) {
    if (argument.type === "keyword_argument") {
      const name = argument.field("name");
      const value = argument.field("value");
      if (name !== undefined && value !== undefined) keywords.set(name.text, value);
    } else if (argument.type === "list_splat" || argument.type === "dictionary_splat") {
      hasSplat = true;
    } else {
      positional.push(argument);
    }
  }
  return { positional, keywords, hasSplat };
}

/** The value of an argument that may be given by place or by name. */
export function argument(call: SyntaxNode, place: number, name: string): SyntaxNode | undefined {
  const { positional, keywords } = argumentsOf(call);
  return keywords.get(name) ?? positional[place];
}

/** The argument nodes as written, comments left out; a lone generator argument counts as one. */
export function argumentNodes(call: SyntaxNode): readonly SyntaxNode[] {
  const list = call.field("arguments");
  if (list === undefined) return [];
  if (list.type !== "argument_list") return [list];
  return list.children.filter((child) => child.isNamed && child.type !== "comment");
}

/** The name of the method that is called, and what it is called on: `a.b.c()` is "c" on `a.b`. */
export function methodCall(call: SyntaxNode): { readonly receiver: SyntaxNode; readonly method: string } | undefined {
  const callee = call.field("function");
  if (callee?.type !== "attribute") return undefined;
  const receiver = callee.field("object");
  const method = callee.field("attribute");
  return receiver === undefined || method === undefined ? undefined : { receiver, method: method.text };
}

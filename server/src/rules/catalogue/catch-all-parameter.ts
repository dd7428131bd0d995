// Flags `*args` and `**kwargs` in signatures, where the team wants parameters to be named.

import { decoratorsOf, descendants, enclosingClass, enclosingFunction } from "../../python/surroundings.ts";
import type { SyntaxNode } from "../../python/syntax.ts";
import type { Reading } from "../reading.ts";
import { fileRule, option } from "../rule.ts";

export const catchAllParameter = fileRule({
  id: "catch-all-parameter",
  scope: "file",
  summary: "`*args` and `**kwargs` in a signature.",
  why: "Neither readers nor type checkers see what such a function takes. Functions that hand them on to another call, as decorators and overrides must, and special methods are left alone.",
  severity: "information",
  fix: "none",
  options: {
    positional: option.boolean(true, "Flag `*args`."),
    keywords: option.boolean(true, "Flag `**kwargs`."),
    publicOnly: option.boolean(false, "Only public functions and methods."),
  },
  answers: ["Avoid `*args` and `**kwargs`.", "Do not use `**kwargs` in public functions."],
  means: [
    {
      stance: "avoid",
      says: [
        "(`\\*args*`|`\\*\\*kwargs*`|kwargs)",
        "(arbitrary|catch all|catchall) (keyword|positional)? (argument|parameter)",
      ],
      unless: [
        "(log|logging|logger|`__init_subclass__`|document|docstring|pass|forward|annotate|type hint|untyped|lambda|test|mock)",
      ],
      options: readKinds,
    },
    {
      stance: "want",
      says: [
        "(explicit|named|typed) (keyword|positional)? (parameter|argument|keyword) ... (over|instead of|rather than|not|never) ... (`\\*args*`|`\\*\\*kwargs*`|kwargs)",
      ],
      options: readKinds,
    },
  ],
  examples: [
    {
      bad: "def moor(boat, **kwargs):\n    return kwargs.get(boat)\n",
      good: "def moor(boat, *, lines=None):\n    return lines\n",
    },
  ],
  *check(file, { positional, keywords, publicOnly }) {
    for (const pattern of file.nodes("list_splat_pattern", "dictionary_splat_pattern")) {
      if (!(pattern.type === "list_splat_pattern" ? positional : keywords)) continue;
      const list = pattern.parent?.type === "typed_parameter" ? pattern.parent.parent : pattern.parent;
      const definition = list?.parent;
      if (list?.type !== "parameters" || definition?.type !== "function_definition") continue;
      const name = pattern.children.find(({ type }) => type === "identifier")?.text ?? "";
      if (publicOnly && definition.field("name")?.text.startsWith("_") === true) continue;
      if (isBound(definition) || isHandedOn(definition, name)) continue;
      yield {
        span: pattern,
        message: `\`${pattern.text}\` hides what \`${definition.field("name")?.text ?? "this"}\` takes; name its parameters.`,
      };
    }
  },
});

/** Its form is given by Python, a base class or a decorator. */
function isBound(definition: SyntaxNode): boolean {
  if (/^__\w+__$/.test(definition.field("name")?.text ?? "") && definition.field("name")?.text !== "__init__")
    return true;
  if (enclosingFunction(definition) !== undefined) return true;
  if (
    decoratorsOf(definition).some(({ text }) => /\b(?:override|overload|receiver|listens_for|signal\w*)\b/.test(text))
  )
    return true;
  return enclosingClass(definition)?.field("superclasses") !== undefined;
}

function isHandedOn(definition: SyntaxNode, name: string): boolean {
  const body = definition.field("body");
  if (body === undefined) return false;
  for (const node of descendants(body)) {
    if (
      /^(?:list_splat|dictionary_splat)$/.test(node.type) &&
      node.children.some((child) => child.type === "identifier" && child.text === name)
    )
      return true;
  }
  return false;
}

function readKinds({
  clause,
  codes,
}: Reading): { positional?: boolean; keywords?: boolean; publicOnly?: boolean } | undefined {
  const text = `${clause} ${codes.join(" ")}`;
  const positional = /\bargs\b|positional/i.test(text.replaceAll(/kwargs/gi, ""));
  const keywords = /kwargs|keyword/i.test(text);
  // `*args` of one function that the sentence names is another matter.
  if (codes.some((code) => /\w\(|^[\w.]+$/.test(code) && !/^(?:kw)?args$/.test(code))) return undefined;
  const publicOnly = /\bpublic\b/i.test(clause) ? { publicOnly: true } : {};
  return !positional && !keywords ? publicOnly : { positional, keywords, ...publicOnly };
}

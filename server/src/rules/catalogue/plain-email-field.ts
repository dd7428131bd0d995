// Flags e-mail fields of Pydantic models that take any text.

import type { Workspace } from "../../models/workspace.ts";
import type { PythonFile } from "../../python/python-file.ts";
import { enclosingClass, enclosingFunction } from "../../python/surroundings.ts";
import type { SyntaxNode } from "../../python/syntax.ts";
import { insertImport } from "../insert-import.ts";
import { isPydanticClass } from "../pydantic-model.ts";
import { type Fix, fileRule } from "../rule.ts";

export const plainEmailField = fileRule({
  id: "plain-email-field",
  scope: "file",
  summary: "An e-mail field of a Pydantic model that is a plain `str`.",
  why: "`EmailStr` refuses what is no address where it comes in; a `str` lets it through to where the mail is sent. It needs the package `email-validator`.",
  severity: "information",
  fix: "unsafe",
  mentions: ["email"],
  options: {},
  answers: ["Use `EmailStr` for email fields.", "Email addresses are typed as `EmailStr`."],
  means: [
    {
      stance: "want",
      says: [
        "`EmailStr` ... (for|on|in) ... (email|e mail|mail|address)",
        "(email|e mail|mail address) ... `EmailStr`",
        "(use|prefer|with) `EmailStr`",
      ],
    },
    {
      stance: "avoid",
      says: ["(`str`|plain string|string) ... (for|as) ... (email|e mail) (field|address)?"],
      unless: ["(template|body|bodies|content|subject|message|text)"],
    },
  ],
  examples: [
    {
      bad: "from pydantic import BaseModel\n\n\nclass Guest(BaseModel):\n    email: str\n",
      good: "from pydantic import BaseModel, EmailStr\n\n\nclass Guest(BaseModel):\n    email: EmailStr\n",
    },
  ],
  *check(file, _options, { workspace }) {
    for (const assignment of file.nodes("assignment")) {
      const [name, type] = [assignment.field("left"), assignment.field("type")];
      const owner = enclosingClass(assignment);
      if (name?.type !== "identifier" || !isAddress(name.text) || type === undefined) continue;
      if (isNoAddress(assignment.field("right"))) continue;
      if (owner === undefined || enclosingFunction(assignment) !== undefined) continue;
      const plain = plainText(type);
      if (plain === undefined || !isPydanticClass(file, owner, workspace)) continue;
      const fix = narrowed(file, plain, workspace);
      yield {
        span: plain,
        message: `\`${name.text}\` takes any text; declare it as \`EmailStr\`.`,
        ...(fix && { fix }),
      };
    }
  },
});

/** Private names are no fields, and `username_or_email` is not always an address. */
function isAddress(name: string): boolean {
  return (
    /^(?!_)(?:\w*_)?e_?mail(?:_address)?$/i.test(name) && !/or_e_?mail|hash|mask|encrypt|redact|digest/i.test(name)
  );
}

/** A text as the default that `EmailStr` would refuse. */
function isNoAddress(value: SyntaxNode | undefined): boolean {
  return value?.type === "string" && !/^["'][^\s@<>]+@[^\s@<>]+["']$/.test(value.text);
}

/** The `str` of `str`, `str | None` and `Optional[str]`. */
function plainText(type: SyntaxNode): SyntaxNode | undefined {
  const [first] = /^(?:Optional\[)?\s*str\b\s*(?:\]|\|\s*None)?$/.test(type.text) ? identifiers(type) : [];
  return first;
}

function identifiers(node: SyntaxNode): readonly SyntaxNode[] {
  const own = node.type === "identifier" && node.text === "str" ? [node] : [];
  return [...own, ...node.children.flatMap(identifiers)];
}

function narrowed(file: PythonFile, plain: SyntaxNode, workspace: Workspace): Fix {
  const { name, edits } = insertImport(file, "pydantic", "EmailStr", workspace, { at: plain });
  return {
    title: `Declare it as \`${name}\`; look that \`email-validator\` is installed`,
    safe: false,
    edits: [...edits, { span: { start: plain.start, end: plain.end }, text: name }],
  };
}

// Flags service functions without the team's tracing decorator, and traced ones that would record a secret.

import type { Workspace } from "../../models/workspace.ts";
import { argumentsOf } from "../../python/call.ts";
import type { PythonFile } from "../../python/python-file.ts";
import {
  decoratorName,
  decoratorsOf,
  enclosingClass,
  enclosingFunction,
  indentOf,
  lineEnd,
  withinScope,
} from "../../python/surroundings.ts";
import type { SyntaxNode } from "../../python/syntax.ts";
import { parameterNames } from "../bound-names.ts";
import { insertImport } from "../insert-import.ts";
import { foldersOf } from "../layers.ts";
import { importedFrom, isSameName } from "../named-code.ts";
import type { Reading } from "../reading.ts";
import { type Fix, fileRule, option } from "../rule.ts";

const sensitive =
  /(^|_)(password|passwd|passphrase|secret|token|api_?key|private_key|access_key|secret_key|credentials?|otp|cvv|cvc|ssn|card_number|pin_code|mfa_code)$/i;

export const tracedDecorator = fileRule({
  id: "traced-decorator",
  scope: "file",
  summary: "A public async service function without the tracing decorator, or a traced one that would record a secret.",
  why: "What is not traced is missing when a request is slow, and an input that is recorded with a password in it leaks it. Private functions, properties, generators, abstract methods, functions inside functions and tests are left alone.",
  severity: "warning",
  fix: "unsafe",
  tests: false,
  generated: false,
  options: {
    decorator: option.string("traced", "The decorator, without `@`."),
    module: option.string("", "Where it is imported from."),
    skip: option.string("skip_input", "The argument that keeps the input out of the trace."),
    folders: option.strings(["services"], "The folders whose functions are traced."),
    called: option.boolean(true, "Whether it is written with brackets where it has no arguments."),
  },
  mentions: ["async def"],
  manner: ["called"],
  answers: [
    "Trace service functions with the `@traced` decorator.",
    "Every async service function must carry the `@traced()` decorator for tracing.",
  ],
  means: [
    {
      stance: "either",
      says: [
        "(trace|tracing|traced|span|instrument) ... {name}",
        "(trace|tracing|span|instrument) & `@*`",
        "{name} decorator & (trace|tracing|span)",
        "`@traced`",
        "`@traced(*)`",
        "(decorate|decorated|wrap|wrapped|instrument|annotate|mark|carry|have|bear) ... (with|by|in)? (`@traced`|`@traced(*)`)",
      ],
      unless: [
        "celery",
        "(fixture|view|route|test) ... {name}",
        "stack trace",
        "traceback",
        "never",
        "not",
        "@route ... {name}",
        "{name} ... on ... @route",
      ],
      options: readDecorator,
    },
    {
      // A decorator that can leave the input out records it otherwise, whatever it is called.
      stance: "either",
      says: [
        "service (function|method) ... (decorate|wrap|instrument|annotate|mark) ... `@*`",
        "(password|secret|token|sensitive|credential) ... `@*(skip*=True)`",
      ],
      unless: ["never", "not"],
      options: (reading) => (/@\w+\(skip\w*\s*=\s*True\)/.test(reading.sentence) ? readDecorator(reading) : undefined),
    },
  ],
  examples: [
    {
      path: "app/services/orders.py",
      bad: "from app.core.trace import traced\n\n\nasync def order(name: str, token: str) -> str:\n    return name\n",
      good: "from app.core.trace import traced\n\n\n@traced(skip_input=True)\nasync def order(name: str, token: str) -> str:\n    return name\n",
      options: { module: "app.core.trace" },
    },
  ],
  *check(file, options, { workspace }) {
    const { decorator, skip, folders } = options;
    if (!folders.some((folder) => `/${file.path}`.includes(`/${folder.replace(/^\.?\/|\/$/g, "")}/`))) return;
    for (const definition of file.nodes("function_definition")) {
      if (!isTraceable(definition)) continue;
      const name = definition.field("name")?.text ?? "";
      const secret = secretOf(definition);
      const traced = decoratorsOf(definition).find((one) => {
        const node = decoratorName(one);
        return node !== undefined && isSameName(file.resolve(node) ?? node.text, decorator);
      });
      if (!traced) {
        const fix = addFix(file, definition, secret !== undefined, options, workspace);
        const header = definition.field("name") ?? definition;
        yield {
          span: { start: definition.start, end: header.end },
          message: `\`${name}\` is not traced. Put \`@${decorator}${secret ? `(${skip}=True)` : options.called ? "()" : ""}\` on it.`,
          ...(fix ? { fix } : {}),
        };
      } else if (secret !== undefined && skip !== "" && !skipsInput(traced, skip)) {
        yield {
          span: traced,
          message: `The trace of \`${name}\` would record \`${secret}\`. Pass \`${skip}=True\`.`,
          fix: { title: `Keep the input of ${name} out of the trace`, safe: false, edits: [skipEdit(traced, skip)] },
        };
      }
    }
  },
});

function isTraceable(definition: SyntaxNode): boolean {
  const name = definition.field("name")?.text ?? "_";
  if (definition.children[0]?.type !== "async" || name.startsWith("_") || enclosingFunction(definition)) return false;
  const owner = enclosingClass(definition);
  if (
    owner &&
    (/^_/.test(owner.field("name")?.text ?? "") || /\b(Protocol|ABC)\b/.test(owner.field("superclasses")?.text ?? ""))
  )
    return false;
  const decorators = decoratorsOf(definition).map((one) => decoratorName(one)?.text ?? "");
  if (
    decorators.some((one) =>
      /(^|\.)(abstractmethod|overload|property|cached_property|asynccontextmanager|fixture|setter|getter)$/.test(one),
    )
  )
    return false;
  // A route is the web's, in whatever folder it lies.
  if (decorators.some((one) => /\.(get|post|put|patch|delete|head|options|trace|route|api_route|websocket)$/.test(one)))
    return false;
  const body = definition.field("body");
  return body !== undefined && ![...withinScope(body)].some((node) => node.type === "yield");
}

function secretOf(definition: SyntaxNode): string | undefined {
  const parameters = definition.field("parameters");
  if (!parameters) return undefined;
  const named = [...parameterNames(parameters)].find((name) => sensitive.test(name.text) || isSecretType(name));
  return named?.text;
}

function isSecretType(name: SyntaxNode): boolean {
  return /\bSecret(Str|Bytes)\b/.test(name.parent?.field("type")?.text ?? "");
}

function skipsInput(decorator: SyntaxNode, skip: string): boolean {
  const call = decorator.children.find((child) => child.type === "call");
  if (!call) return false;
  const { keywords, hasSplat } = argumentsOf(call);
  return hasSplat || (keywords.has(skip) && keywords.get(skip)?.text !== "False");
}

function skipEdit(decorator: SyntaxNode, skip: string): { span: { start: number; end: number }; text: string } {
  const call = decorator.children.find((child) => child.type === "call");
  const list = call?.field("arguments");
  if (!call || !list) return { span: { start: decorator.end, end: decorator.end }, text: `(${skip}=True)` };
  const old = argumentsOf(call).keywords.get(skip);
  if (old) return { span: { start: old.start, end: old.end }, text: "True" };
  const last = list.children.filter((child) => child.isNamed && child.type !== "comment").at(-1);
  const at = last?.end ?? list.start + 1;
  return { span: { start: at, end: at }, text: `${last ? ", " : ""}${skip}=True` };
}

function addFix(
  file: PythonFile,
  definition: SyntaxNode,
  isSecret: boolean,
  options: { decorator: string; module: string; skip: string; called: boolean },
  workspace: Workspace,
): Fix | undefined {
  const last = options.decorator.split(".").at(-1) ?? options.decorator;
  const known = file.scopes.module.bindings.has(last);
  if (options.module === "" && !known) return undefined;
  const imported =
    options.module === "" ? { name: last, edits: [] } : insertImport(file, options.module, last, workspace);
  const brackets = isSecret && options.skip !== "" ? `(${options.skip}=True)` : options.called ? "()" : "";
  const text = `@${imported.name}${brackets}${lineEnd(file)}${indentOf(file, definition)}`;
  return {
    title: `Trace it with @${imported.name}; look what its input and output hold`,
    safe: false,
    edits: [...imported.edits, { span: { start: definition.start, end: definition.start }, text }],
  };
}

/** The decorator of the text, and from its examples the module, the argument for secrets, and whether it is called. */
function readDecorator(
  reading: Reading,
): { decorator?: string; module?: string; skip?: string; folders?: readonly string[]; called?: boolean } | undefined {
  const examples = [...reading.good, ...reading.shown];
  const shown = examples.flatMap(({ code }) => [
    ...code.matchAll(/^[ \t]*@([\w.]+)(\([^)\n]*\))?[^\n]*\n(?=[ \t]*(?:@|async def|def))/gm),
  ]);
  const written = `${reading.sentence} ${reading.codes.join(" ")}`;
  const named = /@([A-Za-z_]\w*(?:\.\w+)*)/.exec(written)?.[1] ?? (/\btraced\b/.test(written) ? "traced" : undefined);
  const decorator =
    named ?? shown.map((match) => match[1]).find((name) => name !== undefined && /trace|span|instrument/i.test(name));
  if (decorator === undefined || /^(pytest|app|router|property)\b/.test(decorator)) return undefined;
  const uses = shown.filter((match) => match[1] === decorator);
  const skip = [...uses.map((match) => match[2] ?? ""), written]
    .map((text) => /\b(\w+)\s*=\s*True/.exec(text)?.[1])
    .find(Boolean);
  const module = importedFrom([...examples, ...reading.guideExamples], decorator);
  const isCalled = uses.length > 0 ? uses.every((match) => match[2] !== undefined) : /@\w+\(/.test(written);
  return {
    decorator,
    called: isCalled,
    folders: foldersOf(reading).services,
    ...(module === undefined ? {} : { module }),
    ...(skip === undefined ? {} : { skip }),
  };
}

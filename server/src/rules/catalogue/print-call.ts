// Flags print() in code that should log.

import { argumentsOf } from "../../python/call.ts";
import { nodeOfTypeAt } from "../../python/node-at.ts";
import type { PythonFile } from "../../python/python-file.ts";
import type { RuffFinding } from "../../python/ruff.ts";
import type { SyntaxNode } from "../../python/syntax.ts";
import { loggerFor } from "../logging.ts";
import { messageParts } from "../message-parts.ts";
import { removeStatement } from "../remove-statement.ts";
import { ruffRule } from "../ruff-rule.ts";
import { type Fix, option } from "../rule.ts";
import { isForTerminal, isSpoken } from "../spoken-print.ts";

const ofThings =
  /\bprint\s+(?!(?:statements?|calls?|functions?|debug\w*|to|for|in|from|instead|directly|anywhere|outside|is|are|and|or)\b)[a-z]+/i;

const ofLibrary = /\b(?:in|from|inside|within) (?:the |our |any |all )?library (?:code|modules?|packages?)\b/i;

export const printCall = ruffRule({
  id: "print-call",
  summary: "Calls of `print` and `pprint` where the team logs.",
  why: "What is printed has no level, no time and no logger, cannot be switched off, and is lost where nobody reads the terminal. Methods called `print`, and `print` defined or imported from elsewhere, are left alone; so are programs and migrations that speak to whoever started them in a terminal, the last words before an exit, and what stands in for `print`.",
  codes: ["T201", "T203"],
  fixes: "unsafe",
  repair: logged,
  mentions: ["print"],
  message: (finding, { library }, file, { workspace }) =>
    isForTerminal(file, workspace, library) || isSpokenAt(file, finding)
      ? undefined
      : `\`${finding.code === "T203" ? "pprint" : "print"}\` leaves no level, time or logger behind; use the module's logger.`,
  options: {
    library: option.boolean(false, "Whether it holds for modules that only programs in a terminal import."),
  },
  answers: ["Don't leave print statements in the code.", "Use the logger instead of print()."],
  means: [
    {
      stance: "avoid",
      says: [
        "`print()`",
        "`print`",
        "print (statement|call|function|debugging)",
        "print in (production|library|application) code",
        "debug print",
        "(leftover|stray|forgotten) print",
      ],
      unless: ["pretty print", "blueprint", "fingerprint"],
      // "Never print secrets" is about the secrets.
      options: ({ clause, sentence, codes }) => {
        // "Loaders return rows, never print": what they do not do, others may.
        if (/\b\w+s\s+(?!use|must|should)\w+\b[^.;:]*,\s*(?:never|not)\s+print\b(?!\()/i.test(sentence))
          return undefined;
        if (!codes.some((code) => /\bp?print\b/.test(code)) && ofThings.test(clause)) return undefined;
        return ofLibrary.test(clause) ? { library: true } : {};
      },
    },
    {
      stance: "want",
      says: [
        "logg (instead of|rather than|over) `print`",
        "`logger*` (instead of|rather than|over|not) print",
        "log (instead of|rather than|over|not) print",
      ],
    },
    {
      // "Use the `logging` module for diagnostics" says by what they are told.
      stance: "want",
      says: [
        "use ... (`logging`|logging) (module|library)",
        "use `logging` (for|to) ... (error|warning|message|output|diagnostic)",
        "log (with|through|via|by) ... (standard library|stdlib|builtin|built in) ... (`logging`|logging)",
      ],
      unless: ["(level|handler|format|structured|json|config|configuration|configure|wrapper)"],
      options: ({ clause }) =>
        /^\W*(?:always\s+)?(?:(?:use|prefer)\b(?:\W+\w+){0,4}?\W+logging\W+(?:module|library|for|to)\b|log\b.*\blogging\b)/i.test(
          clause,
        )
          ? {}
          : undefined,
    },
    {
      // The noun alone: "Replace prints with logger calls."
      stance: "avoid",
      says: ["print"],
      options: ({ clause }) => (/^\W*(?:all |any )?prints?\W*$/i.test(clause) ? {} : undefined),
    },
  ],
  examples: [
    {
      bad: 'def greet(name):\n    print(f"hello {name}")\n',
      good: 'import logging\n\nlogger = logging.getLogger(__name__)\n\n\ndef greet(name):\n    logger.info("hello %s", name)\n',
    },
  ],
});

function isSpokenAt(file: PythonFile, { span }: RuffFinding): boolean {
  const call = nodeOfTypeAt(file.root, span.start, "call");
  return call !== undefined && isSpoken(file, call);
}

/** What is printed becomes one message with its values as arguments; printing nothing is printing for the eye alone. */
function logged({ span }: RuffFinding, file: PythonFile): Fix | undefined {
  const call = nodeOfTypeAt(file.root, span.start, "call");
  const statement = call?.parent;
  if (!call || statement?.type !== "expression_statement" || call.start !== span.start) return undefined;
  const { positional, keywords, hasSplat } = argumentsOf(call);
  if (hasSplat || [...keywords.keys()].some((name) => name !== "file" && name !== "flush")) return undefined;
  const out = keywords.get("file");
  const target = out && file.resolve(out);
  if (out && target !== "sys.stderr" && target !== "sys.stdout") return undefined;
  if (positional.length === 0) {
    const edit = removeStatement(file, statement);
    return edit && { title: "Remove the empty line", safe: false, edits: [edit] };
  }
  const logger = loggerFor(file, call);
  if (logger === undefined) return undefined;
  const { name, library, edits } = logger;
  const message = messageOf(positional, library === "loguru" ? "{}" : "%s");
  if (message === undefined || library === "structlog") return undefined;
  const level = target === "sys.stderr" ? "error" : "info";
  return {
    title: `Log it with \`${name}.${level}\`; look at the level, and whether a person reads the output`,
    safe: false,
    edits: [...edits, { span: { start: call.start, end: call.end }, text: `${name}.${level}(${message})` }],
  };
}

function messageOf(printed: readonly SyntaxNode[], place: string): string | undefined {
  const texts: string[] = [];
  const values: string[] = [];
  for (const one of printed) {
    const parts = messageParts(one);
    const isText = one.type === "string" || one.type === "concatenated_string" || parts.length > 0;
    if (!isText) {
      texts.push(place);
      values.push(one.text);
      continue;
    }
    if (parts.some((part) => part.isFormatted || (part.kind === "text" && /["\\\n]/.test(part.text)))) return undefined;
    texts.push(parts.map((part) => (part.kind === "value" ? place : escaped(part.text, one, place))).join(""));
    values.push(...parts.flatMap((part) => (part.kind === "value" ? [part.text] : [])));
  }
  const [first] = printed;
  // A constant message is written as it was.
  if (values.length === 0 && printed.length === 1 && first !== undefined) return first.text;
  const text = values.length > 0 || place === "{}" ? texts.join(" ") : texts.join(" ").replaceAll("%%", "%");
  return [`"${text}"`, ...values].join(", ");
}

function escaped(text: string, node: SyntaxNode, place: string): string {
  const plain = /^\w*f/i.test(node.text) ? text.replaceAll("{{", "{").replaceAll("}}", "}") : text;
  return place === "%s" ? plain.replaceAll("%", "%%") : plain.replaceAll(/[{}]/g, "$&$&");
}

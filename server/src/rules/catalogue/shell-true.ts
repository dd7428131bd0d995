// Flags commands that run through a shell.

import { argumentNodes } from "../../python/call.ts";
import { nodeOfTypeAt } from "../../python/node-at.ts";
import type { PythonFile } from "../../python/python-file.ts";
import type { RuffFinding } from "../../python/ruff.ts";
import type { SyntaxNode } from "../../python/syntax.ts";
import { keywordNode, removeItem } from "../call-edits.ts";
import { insertImport } from "../insert-import.ts";
import { ruffRule } from "../ruff-rule.ts";
import type { Fix } from "../rule.ts";

export const shellTrue = ruffRule({
  id: "shell-true",
  summary: "`subprocess` calls with `shell=True`, `os.system` and `os.popen`.",
  why: "A shell reads quotes, dollars and semicolons in what it is given, so a file name can become a command.",
  severity: "error",
  codes: ["S602", "S604", "S605"],
  fixes: "unsafe",
  repair: withoutShell,
  mentions: ["shell", "system", "popen"],
  message: ({ code, span }, _options, file) => {
    if (code === "S605") return "This runs its text through a shell; use `subprocess.run` with a list.";
    if (code === "S604" && namesShell(file, span.start)) return undefined;
    return "`shell=True` lets the arguments become commands; pass a list without a shell.";
  },
  options: {},
  answers: ["Never use `shell=True`.", "Do not use `os.system`."],
  means: [
    {
      stance: "avoid",
      says: [
        "`shell=True`",
        "`*shell=True*`",
        "`os.system*`",
        "`os.popen*`",
        "(command|shell) injection",
        "shell execution",
        "shell true",
        // "Never chain shell commands" is about what is typed.
        "(run|execute|spawn|call|launch|invoke|build|construct|compose|interpolate|pass|raw) ... shell (string|command)",
        "shell (string|command) ... (from|through|built|subprocess|`subprocess*`|input|user)",
        "(`subprocess*`|subprocess|command) ... shell",
      ],
      // "Never call `os.system` or `subprocess.run` directly" rules out the calls, with a shell or without.
      options: ({ codes }) => (codes.some((code) => /^subprocess\.\w+(?:\(\))?$/.test(code)) ? undefined : {}),
    },
    {
      stance: "want",
      says: [
        "(pass|give|use) ... list ... (to|for|in) ... (subprocess|`subprocess*`)",
        "(prevent|avoid) ... (command|shell) injection",
        "`shell=False`",
        "(`subprocess*`|subprocess|command) ... (list|argument list) ... (not|instead of|never|rather than|over) ... shell",
        "(`subprocess*`|subprocess|process|command) ... without ... shell",
        "(pass|give) ... command ... (as|by) ... list",
        "(subprocess|`subprocess*`) (call|command)? ... (take|get|receive|use) ... list",
      ],
    },
  ],
  examples: [
    {
      bad: 'import subprocess\n\n\ndef pack(name):\n    subprocess.run(f"tar czf out.tgz {name}", shell=True, check=True)\n',
      good: 'import subprocess\n\n\ndef pack(name):\n    subprocess.run(["tar", "czf", "out.tgz", name], check=True)\n',
    },
  ],
});

/** `activation(shell="zsh")` of a function of the team's own says which shell is meant, and starts none. */
function namesShell(file: PythonFile, start: number): boolean {
  const call = nodeOfTypeAt(file.root, start, "call");
  const given = call && keywordNode(call, "shell")?.field("value");
  return given !== undefined && given.type !== "true";
}

function withoutShell(_finding: RuffFinding, file: PythonFile): Fix | undefined {
  const call = nodeOfTypeAt(file.root, _finding.span.start, "call");
  const list = call?.field("arguments");
  const callee = call?.field("function");
  const [command, ...others] = call ? argumentNodes(call) : [];
  const words = command && wordsOf(command);
  if (!call || !list || !callee || !command || !words) return undefined;
  const title = "Run it without a shell; look at how the command is split into words";
  const given = { span: { start: command.start, end: command.end }, text: `[${words.join(", ")}]` };
  if (file.resolve(callee) === "os.system") {
    if (others.length > 0 || call.parent?.type !== "expression_statement") return undefined;
    const { name, edits } = insertImport(file, "subprocess", undefined, undefined, { at: call });
    const text = `${name}.run(${given.text}, check=False)`;
    return { title, safe: false, edits: [...edits, { span: { start: call.start, end: call.end }, text }] };
  }
  const shell = keywordNode(call, "shell");
  const removal = shell && removeItem(file, list, shell);
  return removal && { title, safe: false, edits: [given, removal] };
}

/** The words of a command in which nothing is left for a shell to do: no quotes, pipes, variables or patterns. */
function wordsOf(command: SyntaxNode): readonly string[] | undefined {
  if (command.type !== "string" || !/^f?(["'])(?!\1)/i.test(command.text)) return undefined;
  const quote = command.text.at(-1) ?? '"';
  const pieces = command.children.flatMap((child): readonly (string | SyntaxNode)[] => {
    if (child.type === "string_content") return [child.text];
    return child.type === "interpolation" ? [child] : [];
  });
  const words: (string | SyntaxNode)[][] = [];
  let isOpen = false;
  for (const piece of pieces) {
    if (typeof piece !== "string") {
      if (isOpen) words.at(-1)?.push(piece);
      else words.push([piece]);
      isOpen = true;
      continue;
    }
    if (/[|&;<>()$`*?[\]{}~\n"'\\!#=]/.test(piece)) return undefined;
    for (const [at, part] of piece.split(/[ \t]+/).entries()) {
      if (at > 0) isOpen = false;
      if (part === "") continue;
      if (isOpen) words.at(-1)?.push(part);
      else words.push([part]);
      isOpen = true;
    }
  }
  return words.length === 0 ? undefined : words.map((word) => writtenWord(word, quote));
}

function writtenWord(word: readonly (string | SyntaxNode)[], quote: string): string {
  const [only] = word;
  if (word.length === 1 && typeof only !== "string" && only !== undefined) {
    const value = only.field("expression") ?? only.children.find(({ isNamed }) => isNamed);
    const isPlain = !only.children.some(({ type }) => type === "format_specifier" || type === "type_conversion");
    if (isPlain && value !== undefined) return value.text;
  }
  const isFormatted = word.some((part) => typeof part !== "string");
  return `${isFormatted ? "f" : ""}${quote}${word.map((part) => (typeof part === "string" ? part : part.text)).join("")}${quote}`;
}

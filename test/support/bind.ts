// The one place where the tests of binding touch it: a guide's Markdown goes in, what became of each directive comes out.

import { bindGuide } from "../../server/src/binding/bind.ts";
import type { Binding } from "../../server/src/binding/binding.ts";
import type { BindContext } from "../../server/src/binding/context.ts";
import { bindingProblems } from "../../server/src/binding/guide-problems.ts";
import type { FormatId, Guide } from "../../server/src/guides/guide.ts";
import { parseGuide } from "../../server/src/guides/parse-guide.ts";
import { loadRuff } from "../../server/src/host/ruff-wasm.ts";
import { loadParser } from "../../server/src/host/tree-sitter.ts";
import { Facts } from "../../server/src/models/facts.ts";
import { FileWorkspace } from "../../server/src/models/file-workspace.ts";
import type { Workspace } from "../../server/src/models/workspace.ts";
import { catalogue } from "../../server/src/rules/index.ts";

const [parser, ruff] = await Promise.all([loadParser(), loadRuff()]);

export function readGuideText(markdown: string, path = "AGENTS.md", format: FormatId = "agents"): Guide {
  return parseGuide(path, markdown, { format, read: () => undefined });
}

/** `files` are the project's own, such as its pyproject.toml. */
export function bindMarkdown(markdown: string, files: Readonly<Record<string, string>> = {}): readonly Binding[] {
  return bindGuide(readGuideText(markdown), contextFor(files));
}

export function contextFor(files: Readonly<Record<string, string>>): BindContext {
  return { catalogue, workspace: workspaceOf(files), parser, ruff };
}

function workspaceOf(files: Readonly<Record<string, string>>): Workspace {
  const text = (path: string) => files[path];
  const has = (path: string) => Object.hasOwn(files, path);
  return new FileWorkspace({
    pythonPaths: [],
    otherPaths: Object.keys(files),
    hasRepository: false,
    has,
    moduleFile: () => undefined,
    text,
    python: () => undefined,
    atHead: () => undefined,
    facts: new Facts(
      {
        pythonPaths: [],
        text,
        tree: (path) => (files[path] === undefined ? undefined : parser.parse(files[path])),
        moduleFile: () => undefined,
      },
      (_name, compute) => compute,
    ),
  });
}

/** The problems of a guide, each as "line rule". */
export function problemsIn(markdown: string, files: Readonly<Record<string, string>> = {}): readonly string[] {
  const guide = readGuideText(markdown);
  const context = contextFor(files);
  const bindings = bindGuide(guide, context);
  return bindingProblems({ guide, bindings }, [], context).map(
    ({ rule, span }) => `${guide.lines.position(span.start).line + 1} ${rule}`,
  );
}

/** A rule with the options read from the text, as tables write it: `line-length {"limit":100}`. */
export function boundTo(bindings: readonly Binding[]): readonly string[] {
  const names = bindings.flatMap(({ rules }) =>
    rules.map(({ rule, given }) => (Object.keys(given).length ? `${rule.id} ${JSON.stringify(given)}` : rule.id)),
  );
  return [...new Set(names)].toSorted();
}

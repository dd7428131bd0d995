// Flags yaml.load with a loader that makes any object.

import type { Workspace } from "../../models/workspace.ts";
import { argumentNodes } from "../../python/call.ts";
import { nodeOfTypeAt } from "../../python/node-at.ts";
import type { PythonFile } from "../../python/python-file.ts";
import type { RuffFinding } from "../../python/ruff.ts";
import { keywordNode, removeItem } from "../call-edits.ts";
import { replaceImport } from "../replace-import.ts";
import { ruffRule } from "../ruff-rule.ts";
import type { Fix } from "../rule.ts";

export const yamlLoad = ruffRule({
  id: "yaml-load",
  summary: "`yaml.load` without a safe loader.",
  why: "YAML can name any Python object, and the default loader makes it. `yaml.safe_load` and the safe loaders are left alone.",
  severity: "error",
  codes: ["S506"],
  fixes: "unsafe",
  repair: safeLoad,
  mentions: ["yaml"],
  message: ({ span }, _options, file, { workspace }) =>
    hasSafeLoader(file, span.start, workspace)
      ? undefined
      : "`yaml.load` makes any object that the text names; call `yaml.safe_load`.",
  options: {},
  answers: ["Never use `yaml.load`.", "Use `yaml.safe_load` instead of `yaml.load`."],
  means: [
    { stance: "avoid", says: ["`yaml.load*`", "unsafe yaml"] },
    {
      stance: "want",
      says: [
        "(load|parse|read) yaml ... (safely|safe loader|safe load)",
        "yaml ... (load|loaded|parsed|read) ... (safely|safe loader|safe load)",
        "`yaml.safe_load*`",
        "`safe_load*`",
        "`yaml.load*` without (`*SafeLoader*`|`Loader*`|safeloader|loader)",
      ],
    },
  ],
  examples: [
    {
      bad: "import yaml\n\n\ndef read(text):\n    return yaml.load(text)\n",
      good: "import yaml\n\n\ndef read(text):\n    return yaml.safe_load(text)\n",
    },
  ],
});

/** `CSafeLoader` by another name, and a class over a safe loader, for which `safe_load` has no place. */
function hasSafeLoader(file: PythonFile, start: number, { facts: { program } }: Workspace): boolean {
  const call = nodeOfTypeAt(file.root, start, "call");
  const loader = call && (keywordNode(call, "Loader")?.field("value") ?? argumentNodes(call)[1]);
  if (loader === undefined) return false;
  if (safe.test(file.resolve(loader) ?? "")) return true;
  const meant = loader.type === "identifier" ? program.name(file.path, loader.text) : undefined;
  if (meant?.kind === "external") return safe.test(meant.name);
  return meant?.kind === "class" && program.externalBases(meant.class).some((base) => safe.test(base));
}

const safe = /^yaml\b.*\bC?(?:Safe|Base)Loader$/;

function safeLoad(finding: RuffFinding, file: PythonFile): Fix | undefined {
  const call = nodeOfTypeAt(file.root, finding.span.start, "call");
  const outer = file.source(finding.span).includes("(") ? call : nodeOfTypeAt(file.root, call?.start ?? 0, "call");
  const callee = outer?.field("function");
  const list = outer?.field("arguments");
  if (!outer || !callee || !list) return undefined;
  const name = file.resolve(callee);
  const [, loader, ...others] = argumentNodes(outer);
  if (!/^yaml\.load(_all)?$/.test(name ?? "") || others.length > 0) return undefined;
  const removal = loader && removeItem(file, list, loader);
  if (loader && !removal) return undefined;
  const safe = name === "yaml.load" ? "safe_load" : "safe_load_all";
  const written = callee.type === "identifier" ? replaceImport(file, callee, "yaml", safe) : undefined;
  const place = callee.field("attribute") ?? callee;
  return {
    title: `Call yaml.${safe}; look whether the text names objects of its own`,
    safe: false,
    edits: [
      ...(written?.edits ?? []),
      { span: { start: place.start, end: place.end }, text: written?.name ?? safe },
      ...(removal ? [removal] : []),
    ],
  };
}

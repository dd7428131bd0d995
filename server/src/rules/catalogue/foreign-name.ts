// Flags a name that a file takes from elsewhere than where the guide says it is to be imported from.

import { importsOf } from "../../python/imported.ts";
import type { Reading } from "../reading.ts";
import { fileRule, option } from "../rule.ts";

export const foreignName = fileRule({
  id: "foreign-name",
  scope: "file",
  summary: "A name imported from another module than the one that the guide names, or made by the file itself.",
  why: "A shared logger, settings object or client does what the team has set up; a second one of the same name does not. Relative imports that lead to the module count as the same.",
  severity: "warning",
  fix: "none",
  additive: true,
  options: {
    name: option.string("", "The name that is to be imported."),
    module: option.string("", "The module that it is to be imported from."),
  },
  answers: [
    "Import the logger via `from app.log import logger`.",
    "Always import settings with `from core.config import settings`.",
  ],
  means: [
    {
      stance: "want",
      says: [
        "(import|get|take|use|access|obtain) ... (via|with|through|as|by|using|:)? ... `from * import *`",
        "always ... `from * import *`",
      ],
      unless: ["(`from __future__*`|`*import \\\\**`|type checking|deprecated|e.g.|example)"],
      options: readImport,
    },
  ],
  examples: [
    {
      path: "app/boats.py",
      bad: "from loguru import logger\n\nlogger.info('moored')\n",
      good: "from app.log import logger\n\nlogger.info('moored')\n",
      options: { name: "logger", module: "app.log" },
    },
  ],
  *check(file, { name, module }) {
    if (name === "" || module === "" || file.isTest || isOwn(file.path, module)) return;
    for (const one of importsOf(file)) {
      if (one.name !== name || isSame(one.module, module)) continue;
      yield {
        span: one.statement,
        message: `\`${name}\` comes from \`${one.module}\` here; the guide wants it from \`${module}\`.`,
      };
    }
    for (const assignment of file.nodes("assignment")) {
      const left = assignment.field("left");
      if (left?.text !== name || assignment.parent?.parent !== file.root || assignment.field("right")?.type !== "call")
        continue;
      yield { span: left, message: `This file makes its own \`${name}\`; import it from \`${module}\`.` };
    }
  },
});

/** The module itself, and the package that holds it, make the name. */
function isOwn(path: string, module: string): boolean {
  const plain = `/${path.replace(/(?:\/__init__)?\.py$/, "")}`;
  return plain.endsWith(`/${module.replaceAll(".", "/")}`) || plain.endsWith(`/${module.split(".").at(-1) ?? module}`);
}

/** `.log` and `harbour.app.log` for "app.log". */
function isSame(found: string, wanted: string): boolean {
  const [plain, last = ""] = [found.replace(/^\.+/, ""), wanted.split(".").at(-1)];
  return (
    found === wanted ||
    found.endsWith(`.${wanted}`) ||
    wanted.endsWith(`.${plain}`) ||
    (found.startsWith(".") && plain.endsWith(last))
  );
}

function readImport({ codes, sentence, clause }: Reading): { name: string; module: string } | undefined {
  const written = codes.filter((code) => /^from\s/.test(code));
  const [, module, name] = /^from\s+([a-z_][\w.]*)\s+import\s+([a-z_]\w*)$/.exec(written[0] ?? "") ?? [];
  // A class or a function of a library has no rival of its name; what stands for one thing of the project has.
  if (module === undefined || name === undefined || written.length > 1) return undefined;
  if (!/\b(?:import|get|take|always|via|through|logger|settings|config)\b/i.test(clause)) return undefined;
  if (/\b(?:e\.g|for example|such as|like|not|never|instead)\b/i.test(sentence)) return undefined;
  const said = new RegExp(
    String.raw`\b(?:${name.replaceAll("_", "[ _]")}|logger|settings|config\w*|client|session|database)\b`,
    "i",
  );
  return said.test(clause.replace(written[0] ?? "", "")) ? { name, module } : undefined;
}

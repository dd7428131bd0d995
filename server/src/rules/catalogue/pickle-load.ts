// Flags pickles that are read.

import { argumentNodes } from "../../python/call.ts";
import { nodeOfTypeAt } from "../../python/node-at.ts";
import type { PythonFile } from "../../python/python-file.ts";
import type { RuffFinding } from "../../python/ruff.ts";
import { ruffRule } from "../ruff-rule.ts";
import type { CheckContext, Fix } from "../rule.ts";
import { swapModule } from "../swap-module.ts";

export const pickleLoad = ruffRule({
  id: "pickle-load",
  summary: "`pickle.loads`, `pickle.load`, and modules that wrap it.",
  why: "A pickle can run any code when it is read, so whoever writes it owns the program.",
  codes: ["S301"],
  fixes: "unsafe",
  repair: json,
  mentions: ["pickle", "shelve", "dill", "marshal", "jsonpickle"],
  message: (finding, _options, file) =>
    `\`${file.source(finding.span).split("(")[0] ?? "pickle"}\` runs whatever the data says; use JSON or another format of plain data.`,
  options: {},
  answers: ["Never unpickle untrusted data.", "Do not use pickle."],
  means: [
    {
      stance: "avoid",
      says: ["pickle", "`pickle*`", "unpickle", "pickle deserialization"],
      // Whoever must not import it must not write with it either, which is more than this looks for.
      unless: ["import ... `pickle*`", "`pickle*` ... import"],
    },
  ],
  examples: [
    {
      bad: "import pickle\n\n\ndef read(data):\n    return pickle.loads(data)\n",
      good: "import json\n\n\ndef read(data):\n    return json.loads(data)\n",
    },
  ],
});

function json(finding: RuffFinding, file: PythonFile, { workspace }: CheckContext): Fix | undefined {
  const call = nodeOfTypeAt(file.root, finding.span.start, "call");
  const callee = call?.field("function");
  const name = /^(?:pickle|dill|marshal)\.(loads?)$/.exec((callee && file.resolve(callee)) ?? "")?.[1];
  if (!call || !callee || name === undefined || argumentNodes(call).length !== 1) return undefined;
  const edits = swapModule(file, callee, { module: "json", name }, workspace);
  return edits && { title: `Read it with json.${name}; look that it is written as JSON too`, safe: false, edits };
}

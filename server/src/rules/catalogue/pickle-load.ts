// Flags pickles that are read.

import { ruffRule } from "../ruff-rule.ts";

export const pickleLoad = ruffRule({
  id: "pickle-load",
  summary: "`pickle.loads`, `pickle.load`, and modules that wrap it.",
  why: "A pickle can run any code when it is read, so whoever writes it owns the program.",
  codes: ["S301"],
  fixes: "none",
  mentions: ["pickle", "shelve", "dill", "marshal", "jsonpickle"],
  message: (finding, _options, file) =>
    `\`${file.source(finding.span).split("(")[0] ?? "pickle"}\` runs whatever the data says; use JSON or another format of plain data.`,
  options: {},
  answers: ["Never unpickle untrusted data.", "Do not use pickle."],
  means: [{ stance: "avoid", says: ["pickle", "`pickle*`", "unpickle", "pickle deserialization"] }],
  examples: [
    {
      bad: "import pickle\n\n\ndef read(data):\n    return pickle.loads(data)\n",
      good: "import json\n\n\ndef read(data):\n    return json.loads(data)\n",
    },
  ],
});

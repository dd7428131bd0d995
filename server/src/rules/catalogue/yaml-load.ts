// Flags yaml.load with a loader that makes any object.

import { ruffRule } from "../ruff-rule.ts";

export const yamlLoad = ruffRule({
  id: "yaml-load",
  summary: "`yaml.load` without a safe loader.",
  why: "YAML can name any Python object, and the default loader makes it. `yaml.safe_load` and the safe loaders are left alone.",
  severity: "error",
  codes: ["S506"],
  fixes: "none",
  mentions: ["yaml"],
  message: () => "`yaml.load` makes any object that the text names; call `yaml.safe_load`.",
  options: {},
  answers: ["Never use `yaml.load`.", "Use `yaml.safe_load` instead of `yaml.load`."],
  means: [
    { stance: "avoid", says: ["`yaml.load*`", "unsafe yaml"] },
    { stance: "want", says: ["`yaml.safe_load*`", "`safe_load*`"] },
  ],
  examples: [
    {
      bad: "import yaml\n\n\ndef read(text):\n    return yaml.load(text)\n",
      good: "import yaml\n\n\ndef read(text):\n    return yaml.safe_load(text)\n",
    },
  ],
});

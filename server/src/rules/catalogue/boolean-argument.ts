// Flags boolean parameters that can be passed by place.

import { ruffRule } from "../ruff-rule.ts";

export const booleanArgument = ruffRule({
  id: "boolean-argument",
  tests: false,
  summary: "A boolean parameter that callers may pass by place.",
  why: "`resize(image, True)` does not say what is true; a parameter behind `*` must be named at the call. Setters, special methods and overrides are left alone.",
  severity: "information",
  codes: ["FBT001", "FBT002"],
  fixes: "none",
  mentions: ["bool", "True", "False"],
  message: (finding, _options, file) =>
    // With an annotation the other code says the same of the same place.
    finding.code === "FBT002" && /^\s*:/.test(file.text.slice(finding.span.end))
      ? undefined
      : `\`${file.source(finding.span)}\` is a boolean that callers may pass by place, where nobody sees what it means; put it behind \`*\`.`,
  options: {},
  answers: [
    "Boolean parameters must be keyword-only.",
    "Avoid boolean positional arguments.",
    "Use keyword-only arguments for flags.",
  ],
  means: [
    {
      stance: "want",
      says: [
        "(boolean|bool|flag|`bool`) ... (keyword only|keyword argument|named argument|by keyword|by name)",
        "keyword only (argument|parameter|param)",
        "(keyword only|named) (argument|parameter|param) ... (boolean|bool|flag|option|optional|config|`bool`)",
        "keyword only",
        "keyword-only",
      ],
      unless: ["(argument|parameter|param) after (first|second|third)"],
    },
    {
      stance: "avoid",
      says: [
        "(boolean|bool|`bool`) (positional|flag|trap) ... @parameter?",
        "positional (boolean|bool|`bool`)",
        "(pass|passing) ... (boolean|bool) ... (positionally|by position|positional)",
        "(boolean|bool) (argument|parameter)",
      ],
    },
  ],
  examples: [
    {
      bad: "def resize(image, crop: bool = False):\n    return image, crop\n",
      good: "def resize(image, *, crop: bool = False):\n    return image, crop\n",
    },
  ],
});

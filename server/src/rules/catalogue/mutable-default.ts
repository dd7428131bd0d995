// Flags mutable objects as defaults of parameters.

import { ruffRule } from "../ruff-rule.ts";

export const mutableDefault = ruffRule({
  id: "mutable-default",
  summary: "Lists, dicts, sets and calls that make them as defaults of parameters.",
  why: "A default is made once, when the function is defined: what one call puts into it, the next call finds. Immutable defaults, and FastAPI's `Depends` and its like, are left alone.",
  codes: ["B006"],
  fixes: "unsafe",
  fixTitle: "Default to None and make it inside; look at callers that pass None",
  mentions: ["def ", "lambda"],
  message: (finding, _options, file) =>
    `The default \`${inOneLine(file.source(finding.span))}\` is shared by all calls; default to \`None\` and make it in the body.`,
  options: {},
  answers: ["Never use mutable default arguments.", "Do not use lists or dicts as default arguments."],
  means: [
    {
      stance: "avoid",
      says: [
        "(`[]`|`{}`|`set()`) ... (as|for) ... default",
        "(`[]`|`{}`) default",
        "mutable ... (default|argument)",
        "mutable default",
        "(list|dict|dictionary|`[]`|`{}`) ... default (argument|parameter|value)",
        "default (argument|parameter|value) ... (mutable|list|dict)",
        "(default|argument default|function default|parameter default) ... (list|dict|dictionary|set|mutable|`[]`|`{}`)",
        "default ... (list|dict|`[]`|`{}`)",
      ],
      unless: ["dataclass", "class attribute"],
    },
    {
      stance: "want",
      says: [
        "`None` ... default ... (create|build|make|inside|body|function|init)",
        "default ... `None` ... (create|build|make|inside|body|function|init)",
        "immutable default",
        "`None` ... (default|mutable) ... (argument|parameter)",
        "`None` ... default ... mutable",
        "default ... (argument|parameter|value) ... immutable",
        "immutable ... default",
      ],
      unless: ["immutable by default"],
    },
    { stance: "avoid", says: ["(list|dict|dictionary|set|mutable) & default & function"] },
  ],
  examples: [
    {
      bad: "def collect(item, into=[]):\n    into.append(item)\n    return into\n",
      good: "def collect(item, into=None):\n    if into is None:\n        into = []\n    into.append(item)\n    return into\n",
    },
  ],
});

/** A message is one line, and a long default need not be read to the end. */
function inOneLine(source: string): string {
  const line = source.replaceAll(/\s+/g, " ");
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}

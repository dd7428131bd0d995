// What is written about a rule in its page, in the settings and in the README: each a pure function of the rule.

/** "bare-except" → "bareExcept", the name under which a rule's file exports it. */
export function exportName(id) {
  return id.replaceAll(/-(.)/g, (_, letter) => letter.toUpperCase());
}

/** `fixes` are titles of what it offers, each with whether it is safe, and with the other choices at the same place. */
export function rulePage(rule, fixes = []) {
  return [
    "<!-- Made from the rule's own file by `npm run generate`; do not edit. -->",
    "",
    `# ${rule.id}`,
    "",
    rule.summary,
    "",
    factsOf(rule),
    "",
    "## Why",
    "",
    rule.why,
    "",
    "## Directives it answers",
    "",
    ...rule.answers.map((sentence) => `- ${sentence}`),
    "",
    ...rule.examples.flatMap((example, number) =>
      examplePart(example, rule.examples.length > 1 ? ` ${number + 1}` : ""),
    ),
    ...fixPart(fixes),
    ...optionsPart(rule.options),
    "## How to allow it",
    "",
    "At one place, with the reason why it is right there:",
    "",
    "```python",
    `# heed: allow ${rule.id} — the reason`,
    "```",
    "",
    `In a whole file: \`# heed: allow-file ${rule.id} — the reason\` at its top.` +
      (rule.ruff?.length ? ` \`# noqa\` for ${listOf(rule.ruff)} is honoured too.` : ""),
    "",
  ].join("\n");
}

function factsOf(rule) {
  const fixes = {
    safe: "offers a fix; it is marked safe where the code behaves as before but for the flaw",
    unsafe: "offers a fix that a person should look at",
    none: "offers no fix",
  };
  const looks = {
    file: "looks at one file",
    workspace: "knows the whole workspace",
    project: "looks at the project once",
    diff: "compares with git's HEAD",
    guide: "looks at the guides",
  };
  const ruff = rule.ruff?.length ? `; related to Ruff's ${listOf(rule.ruff)}` : "";
  return `Severity ${rule.severity}; ${looks[rule.scope]}; ${fixes[rule.fix]}${ruff}.`;
}

function examplePart(example, number) {
  const options = example.options === undefined ? [] : [`With the options \`${JSON.stringify(example.options)}\`:`, ""];
  const path = example.path === undefined ? [] : [`In \`${example.path}\`:`, ""];
  const files = Object.entries(example.files ?? {}).flatMap(([name, text]) => [
    `With \`${name}\`:`,
    "",
    ...fence(text, languageOf(name)),
  ]);
  const language = languageOf(example.path ?? "module.py");
  return [
    `## Example${number}`,
    "",
    ...options,
    ...path,
    ...files,
    "❌ Flagged:",
    "",
    ...fence(example.bad, language),
    "✅ Right:",
    "",
    ...fence(example.good, language),
  ];
}

function languageOf(path) {
  const ending = /\.(py|toml|ya?ml|cfg|ini)$/.exec(path)?.[1];
  return ending === "py" ? "python" : (ending ?? "");
}

function fence(code, language) {
  return [`\`\`\`${language}`, code.trimEnd(), "```", ""];
}

function fixPart(fixes) {
  if (fixes.length === 0) return [];
  const rows = fixes.map(({ title, safe, choices }) => {
    const others = choices.length === 0 ? "" : `, or ${listOf(choices.map((choice) => `“${choice}”`))}`;
    return `- “${title}”${others}${safe ? " (safe)" : ""}`;
  });
  return ["## Fix", "", "Where it can be told what to write, for example:", "", ...rows, ""];
}

function optionsPart(options) {
  const rows = Object.entries(options).map(
    ([name, option]) =>
      `| \`${name}\` | ${typeNames[option.type]} | \`${JSON.stringify(option.default)}\` | ${option.description} |`,
  );
  if (rows.length === 0) return [];
  const intro = "Read from the directive's words and examples, or set by hand under `heed.rules`.";
  return ["## Options", "", intro, "", "| name | type | default | |", "|---|---|---|---|", ...rows, ""];
}

const typeNames = { string: "text", number: "number", boolean: "yes or no", strings: "list of texts", table: "table" };

/** The JSON schema of the setting `heed.rules`: severity and options of each rule. */
export function settingsOf(rules) {
  return {
    type: "object",
    scope: "resource",
    default: {},
    markdownDescription:
      'Severity and options by rule, over what the guides say: `{ "line-length": { "severity": "error", "options": { "limit": 100 } } }`.',
    additionalProperties: false,
    properties: Object.fromEntries(rules.map((rule) => [rule.id, ruleSettings(rule)])),
  };
}

function ruleSettings(rule) {
  const options = Object.entries(rule.options);
  return {
    type: "object",
    description: rule.summary,
    additionalProperties: false,
    properties: {
      severity: { type: "string", enum: ["error", "warning", "information", "hint", "off"] },
      ...(options.length === 0
        ? {}
        : { options: { type: "object", additionalProperties: false, properties: schemas(options) } }),
    },
  };
}

function schemas(options) {
  const types = {
    string: { type: "string" },
    number: { type: "number" },
    boolean: { type: "boolean" },
    strings: { type: "array", items: { type: "string" } },
    table: { type: "object" },
  };
  return Object.fromEntries(
    options.map(([name, option]) => [
      name,
      { ...types[option.type], default: option.default, description: option.description },
    ]),
  );
}

/** The README's table of rules. */
export function tableOf(rules) {
  const rows = rules.map(
    (rule) =>
      `| [${rule.id}](server/docs/rules/${rule.id}.md) | ${rule.summary} | ${rule.fix === "none" ? "" : rule.fix} |`,
  );
  return ["| rule | flags | fix |", "|---|---|---|", ...rows].join("\n");
}

function listOf(items) {
  return items.length < 2 ? (items[0] ?? "") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

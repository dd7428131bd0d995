// Starts a rule: `npm run new-rule ID` writes its file in the catalogue and its fixture, then renews the generated files.
import { spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { exportName } from "./rule-texts.mjs";

const root = join(import.meta.dirname, "..");
const id = process.argv[2] ?? "";
const problem = problemOf(id);
if (problem !== undefined) {
  console.error(problem);
  process.exit(2);
}
writeFileSync(ruleFile(id), ruleText(id), { flag: "wx" });
writeFileSync(fixtureFile(id), fixtureText, { flag: "wx" });
console.log(`wrote server/src/rules/catalogue/${id}.ts and test/rules/${id}.py`);
spawnSync(process.execPath, [join(root, "scripts/generate.mjs")], { stdio: "inherit" });

function problemOf(name) {
  if (name === "")
    return "Usage: npm run new-rule ID, where ID names the flaw, never the cure: bare-except, naive-datetime.";
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
    return `"${name}" is no rule id: use lower-case words joined by hyphens, such as bare-except.`;
  }
  if (/^(no|use|avoid|prefer|require|always|never|dont)-/.test(name)) {
    return `"${name}" names the cure: name the flaw instead, as in "print-call" for "do not call print".`;
  }
  if (existsSync(ruleFile(name)) || existsSync(fixtureFile(name))) return `There is a rule called "${name}" already.`;
  return undefined;
}

function ruleFile(name) {
  return join(root, "server/src/rules/catalogue", `${name}.ts`);
}

function fixtureFile(name) {
  return join(root, "test/rules", `${name}.py`);
}

function ruleText(name) {
  return `// TODO: say in one sentence what it flags.

import { fileRule } from "../rule.ts";

export const ${exportName(name)} = fileRule({
  id: "${name}",
  scope: "file",
  summary: "TODO: what it flags, in one line.",
  why: "TODO: why that is a flaw, and what the rule leaves alone.",
  severity: "warning",
  fix: "none",
  options: {},
  answers: ["TODO: Never do this."],
  means: [{ stance: "avoid", says: ["TODO do this"] }],
  examples: [{ bad: "todo()\\n", good: "pass\\n" }],
  *check(file) {
    for (const call of file.nodes("call")) {
      const name = call.field("function");
      if (name !== undefined && file.resolve(name) === "TODO") yield { span: name, message: "TODO: what, why, what to do." };
    }
  },
});
`;
}

const fixtureText = `# %% flagged: the plain case
todo()
#<~~ part of the message

# %% clean: what looks like it and is none
pass
`;

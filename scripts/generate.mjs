// Renews everything that is made from the rule catalogue: the index, the rule pages, the settings, the README's table.
// With --check it changes nothing and fails naming the command that renews what is stale.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { offeredFixes } from "./offered-fixes.mjs";
import { exportName, rulePage, settingsOf, tableOf } from "./rule-texts.mjs";

const root = join(import.meta.dirname, "..");
const catalogueFolder = join(root, "server/src/rules/catalogue");
const pagesFolder = join(root, "server/docs/rules");
const indexFile = join(root, "server/src/rules/index.ts");
const manifestFile = join(root, "package.json");
const readmeFile = join(root, "README.md");
const tableStart = "<!-- rules:start -->";
const tableEnd = "<!-- rules:end -->";

/** Path → the text it should have; undefined where it should not be there. */
async function generated() {
  const ids = readdirSync(catalogueFolder)
    .filter((name) => name.endsWith(".ts"))
    .map((name) => basename(name, ".ts"))
    .toSorted();
  const rules = await Promise.all(ids.map(loadRule));
  const files = new Map([[indexFile, indexText(ids)]]);
  for (const rule of rules) files.set(join(pagesFolder, `${rule.id}.md`), rulePage(rule, offeredFixes(rule)));
  for (const page of existsSync(pagesFolder) ? readdirSync(pagesFolder) : []) {
    if (!ids.includes(basename(page, ".md"))) files.set(join(pagesFolder, page), undefined);
  }
  files.set(manifestFile, manifestText(readFileSync(manifestFile, "utf8"), rules));
  if (existsSync(readmeFile)) files.set(readmeFile, readmeText(readFileSync(readmeFile, "utf8"), rules));
  return files;
}

async function loadRule(id) {
  const module = await import(pathToFileURL(join(catalogueFolder, `${id}.ts`)).href);
  const rule = module[exportName(id)];
  if (rule === undefined) throw new Error(`catalogue/${id}.ts must export "${exportName(id)}".`);
  if (rule.id !== id)
    throw new Error(`catalogue/${id}.ts holds a rule called "${rule.id}"; its id must be the file's name.`);
  return rule;
}

function indexText(ids) {
  const imports = ids.map((id) => `import { ${exportName(id)} } from "./catalogue/${id}.ts";`);
  return [
    "// The catalogue in order of ids. Made by `npm run generate`; do not edit.",
    "",
    ...imports,
    'import type { Rule } from "./rule.ts";',
    "",
    "export const catalogue: readonly Rule[] = [",
    ...ids.map((id) => `  ${exportName(id)},`),
    "];",
    "",
  ].join("\n");
}

function manifestText(text, rules) {
  const manifest = JSON.parse(text);
  manifest.contributes ??= {};
  manifest.contributes.configuration ??= [];
  const sections = [manifest.contributes.configuration].flat();
  let section = sections.find((candidate) => candidate.properties?.["heed.rules"] !== undefined);
  if (section === undefined) {
    section = { title: "Rules", properties: {} };
    sections.push(section);
  }
  section.properties["heed.rules"] = settingsOf(rules);
  manifest.contributes.configuration = sections;
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

function readmeText(text, rules) {
  const start = text.indexOf(tableStart);
  const end = text.indexOf(tableEnd);
  if (start < 0 || end < start) throw new Error(`README.md must hold ${tableStart} and ${tableEnd}.`);
  return `${text.slice(0, start + tableStart.length)}\n\n${tableOf(rules)}\n\n${text.slice(end)}`;
}

const stale = [];
for (const [path, text] of await generated()) {
  const now = existsSync(path) ? readFileSync(path, "utf8") : undefined;
  if (now === text) continue;
  stale.push(path.slice(root.length + 1));
  if (process.argv.includes("--check")) continue;
  if (text === undefined) rmSync(path);
  else writeFileSync(path, text);
}
if (process.argv.includes("--check") && stale.length > 0) {
  console.error(`Stale: ${stale.join(", ")}. Run "npm run generate" and commit what it writes.`);
  process.exitCode = 1;
} else {
  for (const path of stale) console.log(`renewed ${path}`);
}

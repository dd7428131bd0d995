// `npm run bench:fixes`: how many of the findings in the rules' examples and fixtures offer a fix, and which rules lack most.
import { problemsOf } from "../test/support/fixtures.ts";
import { catalogue } from "../server/src/rules/index.ts";
import { runsOf } from "./offered-fixes.mjs";

const rows = catalogue
  .filter(({ scope }) => scope !== "guide")
  .map((rule) => {
    const problems = [...runsOf(rule)].flatMap((run) => problemsOf(run));
    return { rule, all: problems.length, fixed: problems.filter(({ fix }) => fix !== undefined).length };
  });
const shown = (list) => {
  const [all, fixed] = ["all", "fixed"].map((key) => list.reduce((sum, row) => sum + row[key], 0));
  return `${fixed} of ${all} findings with a fix (${((100 * fixed) / all).toFixed(1)} %)`;
};
console.log(shown(rows));
console.log(`of the rules that have fixes: ${shown(rows.filter(({ rule }) => rule.fix !== "none"))}`);
for (const { rule, all, fixed } of rows.toSorted((a, b) => b.all - b.fixed - (a.all - a.fixed)).slice(0, 20))
  if (all > fixed) console.log(`${String(all - fixed).padStart(4)} without: ${rule.id}`);

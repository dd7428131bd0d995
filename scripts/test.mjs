// `npm test`: every check, in the order in which a failure is cheapest to learn of, and one line that sums them up.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const out = join(root, "out");
mkdirSync(out, { recursive: true });

/** A step with a report counts by its tests, any other as one. `needed` ends the run where it fails. */
const steps = [
  { name: "format", run: ["@biomejs/biome/bin/biome", "format", "."] },
  { name: "lint", run: ["../scripts/lint.mjs"] },
  { name: "types", run: ["typescript/bin/tsc", "--noEmit", "-p", "tsconfig.json"] },
  { name: "generated files", run: ["../scripts/generate.mjs", "--check"] },
  { name: "build", run: ["../scripts/build.mjs"], needed: true },
  { name: "unit, fixtures, protocol", run: ["vitest/vitest.mjs", "run"], report: "unit.json" },
  {
    name: "editor",
    run: ["vitest/vitest.mjs", "run", "--config", "test/editor/vitest.config.ts"],
    report: "editor.json",
  },
];

const results = [];
for (const step of steps) {
  console.log(`\n── ${step.name}`);
  const result = runStep(step);
  results.push(result);
  if (result.failed > 0 && step.needed) break;
}

console.log("\n── summary");
for (const { name, passed, failed, skipped, seconds } of results) {
  console.log(`${failed === 0 ? "ok    " : "FAILED"} ${name}: ${sumUp({ passed, failed, skipped })} (${seconds} s)`);
}
const total = (count) => results.reduce((sum, result) => sum + result[count], 0);
const line = sumUp({ passed: total("passed"), failed: total("failed"), skipped: total("skipped") });
writeFileSync(join(out, "summary.txt"), `${line}\n`);
console.log(line);
process.exit(total("failed") === 0 ? 0 : 1);

function runStep({ name, run: [script, ...parameters], report }) {
  const file = report && join(out, report);
  if (file) rmSync(file, { force: true });
  const reporters = file ? ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`] : [];
  const start = Date.now();
  const { status } = spawnSync(process.execPath, [join(root, "node_modules", script), ...parameters, ...reporters], {
    cwd: root,
    stdio: "inherit",
  });
  const seconds = Math.round((Date.now() - start) / 1000);
  return { name, seconds, ...(file ? countTests(file, status) : countOne(status)) };
}

function countOne(status) {
  return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 };
}

/** A run that ended badly has failed, also where no test of it has: a file that does not load holds no tests. */
function countTests(file, status) {
  if (!existsSync(file)) return countOne(status === 0 ? 1 : status);
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(readFileSync(file, "utf8"));
  const failed = numFailedTests === 0 && status !== 0 ? 1 : numFailedTests;
  return { passed: numPassedTests, failed, skipped: numPendingTests + numTodoTests };
}

function sumUp({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

// `npm run bench:binding`: how well and how fast directives of real guides are bound, where the corpus of guides is present.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const corpus = process.argv[2] ?? join(root, "../shared/corpus");
if (!existsSync(join(corpus, "score.mjs"))) {
  console.log("skipped: there is no corpus of guides at ../shared/corpus");
  process.exit(0);
}

const work = mkdtempSync(join(tmpdir(), "heed-bench-"));
const heed = `${process.execPath} ${join(root, "dist/cli.js")}`;

/** A third of the guides is kept aside: nobody looks at them while the binding is worked on. */
const isKeptAside = ({ file_id: id }) => BigInt(`0x${createHash("sha1").update(id).digest("hex")}`) % 3n === 0n;

try {
  run(process.execPath, [join(root, "scripts/build.mjs")]);
  for (const name of ["labels.jsonl", "labels-unbiased.jsonl"]) {
    const labels = readFileSync(join(corpus, name), "utf8")
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line));
    for (const { part, kept } of [
      { part: "all", kept: () => true },
      { part: "worked on", kept: (label) => !isKeptAside(label) },
      { part: "kept aside", kept: isKeptAside },
    ]) {
      const file = join(work, "labels.jsonl");
      writeFileSync(
        file,
        labels
          .filter(kept)
          .map((label) => JSON.stringify(label))
          .join("\n"),
      );
      console.log(`\n── ${name}, ${part}`);
      run(process.execPath, [join(corpus, "score.mjs"), "--heed", heed, "--labels", file]);
    }
  }
  const guides = readdirSync(join(corpus, "guides")).map((name) => join(corpus, "guides", name));
  const start = performance.now();
  run(process.execPath, [join(root, "dist/cli.js"), "coverage", ...guides, "--format", "json"], "ignore");
  console.log(
    `\n── ${guides.length} guides read and bound in ${Math.round(performance.now() - start)} ms, the start of the program included`,
  );
} finally {
  rmSync(work, { recursive: true, force: true });
}

function run(command, args, output = "inherit") {
  const { status } = spawnSync(command, args, { cwd: root, stdio: ["ignore", output, "inherit"] });
  if (status !== 0 && status !== 1) process.exitCode = status ?? 1;
}

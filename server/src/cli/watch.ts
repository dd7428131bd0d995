// Repeats a check whenever something in the folder changes, until it is interrupted.

import { watch } from "node:fs";
import { sep } from "node:path";

const quietTime = 150;
const ignored = new Set([".git", "__pycache__", "node_modules", ".venv", "venv"]);

export async function watchAndRepeat(root: string, run: () => Promise<number>): Promise<number> {
  let wake: (why: "changed" | "interrupted") => void = () => {};
  const watcher = watch(root, { recursive: true }, (_event, name) => {
    if (name === null || !name.split(sep).some((part) => ignored.has(part))) wake("changed");
  });
  process.once("SIGINT", () => wake("interrupted"));
  for (;;) {
    const woken = new Promise<"changed" | "interrupted">((resolve) => {
      wake = resolve;
    });
    const status = await run();
    console.error("Waiting for changes; Ctrl+C ends.");
    if ((await woken) === "interrupted") {
      watcher.close();
      return status;
    }
    // Editors write a file in several steps.
    await new Promise((resolve) => setTimeout(resolve, quietTime));
  }
}

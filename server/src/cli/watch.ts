// Repeats a check whenever something in the folder changes, until it is interrupted.

import { watch } from "node:fs";
import { sep } from "node:path";

const quietTime = 150;
const ignored = new Set([".git", "__pycache__", "node_modules", ".venv", "venv"]);

export async function watchAndRepeat(root: string, run: () => Promise<number>): Promise<number> {
  let wake: () => void = () => {};
  const watcher = watch(root, { recursive: true }, (_event, name) => {
    if (name === null || !name.split(sep).some((part) => ignored.has(part))) wake();
  });
  let status = 0;
  let isOver = false;
  process.once("SIGINT", () => {
    isOver = true;
    wake();
  });
  while (!isOver) {
    const changed = new Promise<void>((resolve) => {
      wake = resolve;
    });
    status = await run();
    console.error("Waiting for changes; Ctrl+C ends.");
    await changed;
    // Editors write a file in several steps.
    await new Promise((resolve) => setTimeout(resolve, quietTime));
  }
  watcher.close();
  return status;
}

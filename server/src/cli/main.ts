#!/usr/bin/env node
// The command line: picks the command, and turns what goes wrong into one line and an exit status.

import { isMainThread } from "node:worker_threads";
import { compileForOneRun } from "../host/compilation.ts";
import { collectOften } from "../host/memory.ts";
import { helpText } from "./help.ts";
import { UsageError } from "./usage-error.ts";
import { version } from "./version.ts";

type Command = (args: readonly string[]) => Promise<number>;

/** Loaded when asked for, so that a small command starts at once. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import("./check.ts")).check,
  coverage: async () => (await import("./coverage.ts")).coverage,
  why: async () => (await import("./why.ts")).why,
  explain: async () => (await import("./explain.ts")).explain,
  rules: async () => (await import("./rules.ts")).rules,
  lsp: async () => (await import("./lsp.ts")).lsp,
};

async function run([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined || name === "help" || name === "--help" || name === "-h") {
    (name === undefined ? process.stderr : process.stdout).write(helpText(args[0]));
    return name === undefined ? 2 : 0;
  }
  if (name === "--version" || name === "-V") {
    process.stdout.write(`${version}\n`);
    return 0;
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load) throw new UsageError(`There is no command "${name}"; \`heed help\` lists them.`);
  if (args.includes("--help") || args.includes("-h")) {
    process.stdout.write(helpText(name));
    return 0;
  }
  const command = await load();
  // The server says itself how it holds its memory.
  if (name !== "lsp") collectOften();
  if (name === "coverage") compileForOneRun();
  return command(args);
}

async function main(): Promise<void> {
  try {
    if (!isMainThread) {
      await (await import("./as-thread.ts")).workAsThread();
      return;
    }
    process.exitCode = await run(process.argv.slice(2));
  } catch (error) {
    process.exitCode = 2;
    if (error instanceof UsageError) process.stderr.write(`heed: ${error.message}\n`);
    else
      process.stderr.write(
        `heed: something went wrong that should not have: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
      );
  }
}

// A reader such as `head` that has seen enough is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(process.exitCode ?? 0);
  throw error;
});

void main();

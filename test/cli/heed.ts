// Runs the real command line in a folder of its own; the tests of the commands touch it through this alone.

import { spawn, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

const cli = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));

export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Run {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export class Folder {
  readonly path: string;

  /** Removed when the test ends. */
  constructor(files: Readonly<Record<string, string | Uint8Array>>) {
    this.path = mkdtempSync(join(tmpdir(), "heed-cli-"));
    onTestFinished(() => rmSync(this.path, { recursive: true, force: true }));
    this.write(files);
  }

  write(files: Readonly<Record<string, string | Uint8Array>>): void {
    for (const [path, content] of Object.entries(files)) {
      const place = join(this.path, path);
      mkdirSync(dirname(place), { recursive: true });
      writeFileSync(place, content);
    }
  }

  read(path: string): string {
    return readFileSync(join(this.path, path), "utf8");
  }

  has(path: string): boolean {
    return existsSync(join(this.path, path));
  }

  list(): readonly string[] {
    return readdirSync(this.path, { recursive: true, encoding: "utf8" })
      .filter((path) => statSync(join(this.path, path)).isFile())
      .map((path) => path.split(sep).join("/"))
      .toSorted();
  }

  heed(args: readonly string[], { input = "", env = {} }: Run = {}): Outcome {
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
      cwd: this.path,
      encoding: "utf8",
      input,
      env: { ...process.env, NO_COLOR: "", FORCE_COLOR: "", ...env },
      maxBuffer: 1 << 28,
    });
    return { status, stdout, stderr };
  }

  /** A command that runs until it is ended; `until` waits for a text on its output. */
  start(args: readonly string[]) {
    const child = spawn(process.execPath, [cli, ...args], { cwd: this.path });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
    onTestFinished(() => void child.kill("SIGKILL"));
    return {
      until: async (matches: (output: string) => boolean): Promise<string> => {
        while (!matches(output)) {
          if (child.exitCode !== null) throw new Error(`It ended too early:\n${output}`);
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
        return output;
      },
      interrupt: () =>
        new Promise<number | null>((resolve) => {
          child.once("exit", resolve);
          child.kill("SIGINT");
        }),
    };
  }

  git(...args: readonly string[]): void {
    const identity = ["-c", "user.name=test", "-c", "user.email=test@example.org", "-c", "init.defaultBranch=main"];
    const { status, stderr } = spawnSync("git", [...identity, ...args], { cwd: this.path, encoding: "utf8" });
    if (status !== 0) throw new Error(stderr);
  }

  commit(): void {
    if (!this.has(".git")) this.git("init", "-q");
    this.git("add", "-A");
    this.git("commit", "-q", "-m", "state");
  }

  /** "file:line:column rule" of a JSON report. */
  places(args: readonly string[] = [], run: Run = {}): readonly string[] {
    const { stdout, stderr, status } = this.heed(["check", "--format", "json", ...args], run);
    if (status === 2) throw new Error(stderr);
    return (JSON.parse(stdout) as { findings: readonly Place[] }).findings.map(
      ({ file, line, column, rule }) => `${file}:${line}:${column} ${rule}`,
    );
  }

  relative(path: string): string {
    return relative(this.path, path);
  }
}

interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly rule: string;
}

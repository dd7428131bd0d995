// What git knows of a folder: the texts at HEAD and in the index, and which lines have changed.

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { GitPort } from "../engine/ports.ts";
import { decode } from "./encoding.ts";

/** Lines from zero, the last one included; "all" for a file that is new. */
export type ChangedLines = ReadonlyMap<string, "all" | readonly (readonly [first: number, last: number])[]>;

export class Git implements GitPort {
  readonly #root: string;
  /** Path → the name of its content at HEAD. */
  #tree: ReadonlyMap<string, string> | undefined;
  readonly #blobs = new Map<string, string | undefined>();
  #isFetched = false;
  readonly hasRepository: boolean;

  /** Git carries out what the settings of a repository say, so it is left alone where nobody vouches for them. */
  constructor(root: string, isTrusted = true) {
    this.#root = root;
    this.hasRepository = isTrusted && isInRepository(root);
  }

  atHead(path: string): string | undefined {
    if (!this.hasRepository) return undefined;
    this.#tree ??= this.#readTree();
    const name = this.#tree.get(path);
    if (name === undefined) return undefined;
    // Nearly every file is as it was, and then git need not be asked for it.
    const onDisk = this.#bytes(path);
    if (onDisk && nameOf(onDisk) === name) return decode(onDisk, path);
    if (!this.#isFetched) this.#fetchChanged();
    if (!this.#blobs.has(name)) this.#blobs.set(name, this.#blob(name, path));
    return this.#blobs.get(name);
  }

  /** HEAD may be another commit now. */
  forget(): void {
    this.#tree = undefined;
    this.#isFetched = false;
  }

  /** The text of a file as it would be committed. */
  inIndex(path: string): string | undefined {
    const output = this.#run(["show", `:./${path}`]);
    return output && decode(output, path);
  }

  /** Lines that differ from a commit; without one, those that are staged. A string says why that cannot be known. */
  changedLines(reference: string | undefined): ChangedLines | string {
    if (!this.hasRepository) return "there is no git repository here";
    const shared = [
      "-c",
      "core.quotePath=false",
      "diff",
      "--no-color",
      "--no-ext-diff",
      "--relative",
      "-U0",
      "--src-prefix=a/",
      "--dst-prefix=b/",
    ];
    const diff = this.#run(reference === undefined ? [...shared, "--cached"] : [...shared, reference, "--"]);
    if (!diff)
      return reference === undefined
        ? "git could not compare the index with HEAD"
        : `git does not know the reference "${reference}"`;
    const changed = new Map(readHunks(new TextDecoder().decode(diff)));
    if (reference !== undefined) {
      const untracked = this.#run(["ls-files", "--others", "--exclude-standard", "-z"]);
      for (const path of new TextDecoder().decode(untracked).split("\0").filter(Boolean)) changed.set(path, "all");
    }
    return changed;
  }

  #readTree(): ReadonlyMap<string, string> {
    const output = this.#run(["ls-tree", "-r", "-z", "HEAD"]);
    const tree = new Map<string, string>();
    for (const entry of new TextDecoder().decode(output).split("\0")) {
      const match = /^\d+ blob (\S+)\t(.+)$/s.exec(entry);
      if (match?.[1] && match[2]) tree.set(match[2], match[1]);
    }
    return tree;
  }

  /** All changed files at once, since starting git takes longer than reading from it. */
  #fetchChanged(): void {
    this.#isFetched = true;
    const changed = this.#run(["diff", "--name-only", "--relative", "-z", "HEAD"]);
    const paths = new TextDecoder()
      .decode(changed)
      .split("\0")
      .filter((path) => path.endsWith(".py"));
    const wanted = paths.flatMap((path) => this.#tree?.get(path) ?? []);
    if (wanted.length < 2) return;
    const output = this.#run(["cat-file", "--batch"], `${wanted.join("\n")}\n`);
    if (!output) return;
    let at = 0;
    while (at < output.length) {
      const end = output.indexOf(10, at);
      const [name, kind, size] = output.subarray(at, end).toString("latin1").split(" ");
      if (end < 0 || name === undefined || kind !== "blob") return;
      const length = Number(size);
      this.#blobs.set(name, decode(output.subarray(end + 1, end + 1 + length), "x.py"));
      at = end + 1 + length + 1;
    }
  }

  #blob(name: string, path: string): string | undefined {
    const output = this.#run(["cat-file", "blob", name]);
    return output && decode(output, path);
  }

  #bytes(path: string): Buffer | undefined {
    try {
      return readFileSync(join(this.#root, path));
    } catch {
      return undefined;
    }
  }

  #run(args: readonly string[], input?: string): Buffer | undefined {
    const done = spawnSync("git", args, {
      cwd: this.#root,
      maxBuffer: 1 << 30,
      stdio: ["pipe", "pipe", "ignore"],
      env: { ...process.env, GIT_OPTIONAL_LOCKS: "0" },
      ...(input === undefined ? {} : { input }),
    });
    return done.status === 0 ? done.stdout : undefined;
  }
}

function isInRepository(root: string): boolean {
  for (let folder = root; ; folder = dirname(folder)) {
    if (existsSync(join(folder, ".git"))) return true;
    if (dirname(folder) === folder) return false;
  }
}

function nameOf(bytes: Buffer): string {
  return createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}

function readHunks(diff: string): ReadonlyMap<string, "all" | readonly (readonly [number, number])[]> {
  const files = new Map<string, "all" | [number, number][]>();
  let path: string | undefined;
  let isNew = false;
  for (const line of diff.split("\n")) {
    if (line.startsWith("diff --git ")) {
      path = undefined;
      isNew = false;
    } else if (line.startsWith("new file mode ")) {
      isNew = true;
    } else if (line.startsWith("+++ ") && path === undefined) {
      path = /^\+\+\+ "?b\/(.*?)"?\t?$/.exec(line)?.[1];
      if (path !== undefined) files.set(path, isNew ? "all" : []);
    } else if (path !== undefined && line.startsWith("@@ ")) {
      const match = /^@@ -\S+ \+(\d+)(?:,(\d+))? @@/.exec(line);
      const ranges = files.get(path);
      const count = Number(match?.[2] ?? 1);
      if (match?.[1] && Array.isArray(ranges) && count > 0)
        ranges.push([Number(match[1]) - 1, Number(match[1]) - 2 + count]);
    }
  }
  return files;
}

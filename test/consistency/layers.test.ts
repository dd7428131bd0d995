// The arrows of server/docs/architecture.md, read from the imports themselves.

import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** What each layer may import, besides itself. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  text: [],
  python: ["text"],
  models: ["text", "python"],
  rules: ["text", "python", "models"],
  guides: ["text"],
  binding: ["text", "python", "models", "rules", "guides"],
  engine: ["text", "python", "models", "rules", "guides", "binding"],
  host: ["text", "python", "models", "rules", "guides", "binding", "engine"],
  lsp: ["text", "python", "models", "rules", "guides", "binding", "engine"],
  cli: ["text", "python", "models", "rules", "guides", "binding", "engine", "host"],
  mcp: ["text", "python", "models", "rules", "guides", "binding", "engine", "host"],
};

/** The command line and the MCP server run in Node alone; the language server does so only from here. */
const isEntry = (file: string) =>
  /^server\/src\/(cli|mcp)\//.test(file) || /^server\/src\/lsp\/(main|start)\.ts$/.test(file);

interface Import {
  readonly file: string;
  readonly from: string;
  /** A file of the project; undefined for a package. */
  readonly target: string | undefined;
  readonly isTypeOnly: boolean;
}

const files = ["server/src", "client/src"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => `${folder}/${name.split("\\").join("/")}`),
);

const imports = files.flatMap(importsOf);

function importsOf(file: string): readonly Import[] {
  const text = readFileSync(join(root, file), "utf8");
  const statements = text.matchAll(
    /^(?:import|export)\s+(?<type>type\s)?(?<names>[^;'"]*?from\s*)?["'](?<from>[^"']+)["']|\bimport\(\s*["'](?<lazy>[^"']+)["']\s*\)/gm,
  );
  return [...statements].map(({ groups = {} }) => {
    const from = groups["from"] ?? groups["lazy"] ?? "";
    const target = from.startsWith(".") ? posix.join(dirname(file), from) : undefined;
    return { file, from, target, isTypeOnly: groups["type"] !== undefined };
  });
}

function layerOf(file: string): string {
  return /^server\/src\/([^/]+)\//.exec(file)?.[1] ?? "";
}

const shown = (found: readonly Import[]) => found.map(({ file, from }) => `${file} imports ${from}`);

describe("layers", () => {
  test("there is something to look at", () => {
    expect(imports.length).toBeGreaterThan(200);
    expect(new Set(files.map(layerOf))).toEqual(expect.objectContaining(new Set(["text", "python", "rules"])));
  });

  test.each(Object.entries(arrows))("%s imports only what it may", (layer, allowed) => {
    const wrong = imports.filter(({ file, target }) => {
      if (layerOf(file) !== layer || target === undefined) return false;
      const other = layerOf(target);
      if (other === "") return !target.endsWith(".json");
      return (
        other !== layer &&
        !allowed.includes(other) &&
        !(other === "host" && isEntry(file)) &&
        !(other === "lsp" && file === "server/src/cli/lsp.ts")
      );
    });
    expect(shown(wrong)).toEqual([]);
  });

  test("every folder is a layer with its arrows", () => {
    expect([...new Set(files.map(layerOf))].filter((layer) => layer !== "" && !Object.hasOwn(arrows, layer))).toEqual(
      [],
    );
  });

  test("Node's own modules are for the host and the entry points", () => {
    const wrong = imports.filter(
      ({ file, from }) =>
        from.startsWith("node:") && file.startsWith("server/") && layerOf(file) !== "host" && !isEntry(file),
    );
    expect(shown(wrong)).toEqual([]);
  });

  test("Node's modules are imported by their full names", () => {
    const bare = new Set([
      "fs",
      "path",
      "os",
      "url",
      "util",
      "child_process",
      "worker_threads",
      "crypto",
      "module",
      "v8",
    ]);
    expect(shown(imports.filter(({ from }) => bare.has(from)))).toEqual([]);
  });

  test("the editor's interface is for the client, the protocol's for the language server", () => {
    const wrong = imports.filter(
      ({ file, from }) =>
        (from === "vscode" && !file.startsWith("client/")) ||
        (from.startsWith("vscode-languageserver") && layerOf(file) !== "lsp") ||
        (from.startsWith("vscode-languageclient") && !file.startsWith("client/")),
    );
    expect(shown(wrong)).toEqual([]);
  });

  test("the client takes only types, and only from the protocol", () => {
    const wrong = imports.filter(
      ({ file, target, isTypeOnly }) =>
        file.startsWith("client/") &&
        target?.startsWith("server/") &&
        !(isTypeOnly && target === "server/src/lsp/protocol.ts"),
    );
    expect(shown(wrong)).toEqual([]);
  });

  test("a finding becomes a diagnostic in one place", () => {
    const wrong = imports.filter(({ file }) => file !== "server/src/lsp/convert.ts" && layerOf(file) === "lsp");
    const makers = [...new Set(wrong.map(({ file }) => file))].filter((file) =>
      /\bDiagnosticSeverity\.\w/.test(readFileSync(join(root, file), "utf8")),
    );
    expect(makers).toEqual([]);
  });
});

describe("files", () => {
  test("are named in kebab-case, and none is a bag of odds and ends", () => {
    const names = files.map((file) => posix.basename(file));
    expect(names.filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)?\.ts$/.test(name))).toEqual([]);
    expect(names.filter((name) => /^(utils?|helpers?|manager|misc|common)\b/.test(name))).toEqual([]);
  });

  test("say in their first line what they are for", () => {
    const silent = files.filter((file) => !/^(#!.*\n)?(\/\/ |\/\*\*)/.test(readFileSync(join(root, file), "utf8")));
    expect(silent).toEqual([]);
  });
});

describe("circles", () => {
  /** What calls itself by way of others, in several files because one would be too long. */
  const recursive: readonly RegExp[] = [/^server\/src\/models\/flow\//, /^server\/src\/python\//];

  test("no file imports itself by way of others, but for the evaluator of code and the types of values", () => {
    const targets = new Map<string, string[]>();
    for (const { file, target } of imports) {
      if (target !== undefined) targets.set(file, [...(targets.get(file) ?? []), target]);
    }
    const circles = files.filter((file) => !recursive.some((one) => one.test(file)) && reaches(file, file, targets));
    expect(circles).toEqual([]);
  });
});

function reaches(from: string, to: string, targets: ReadonlyMap<string, readonly string[]>): boolean {
  const seen = new Set<string>();
  const pending = [...(targets.get(from) ?? [])];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next === to) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    pending.push(...(targets.get(next) ?? []));
  }
  return false;
}

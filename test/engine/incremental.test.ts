// After any series of edits the engine says what a new one would say of the same files.

import { describe, expect, test } from "vitest";
import { InMemoryWorkspace } from "../support/in-memory-workspace.ts";

const start: Readonly<Record<string, string>> = {
  "AGENTS.md": "# Style\n\n- Never use bare `except:`.\n- Do not use `print()`.\n- All functions have type hints.\n",
  ".github/instructions/app.instructions.md":
    '---\napplyTo: "app/**"\n---\n\n- Lines are at most 100 characters long.\n- Avoid `import *`.\n',
  "app/AGENTS.md": "- Lines are at most 80 characters long.\n",
  "app/a.py":
    "from os import *\n\n\ndef load(path):\n    try:\n        return open(path)\n    except:\n        print(path)\n",
  "app/b.py":
    "from app.a import load\n\n\ndef run() -> None:\n    print(load('x'))  # heed: allow print-call — a tool\n",
  "tools/c.py": "def main():\n    print('done')\n",
  "heed.toml": "",
};

const snippets = [
  "print(1)\n",
  "# heed: allow print-call — a tool\n",
  "def more(x):\n    return x\n",
  "try:\n    pass\nexcept:\n    pass\n",
  "- Never use bare `except:`.\n",
  "- Use Google style docstrings.\n",
  `x = "${"long ".repeat(22)}"\n`,
  "---\n",
  "(",
  "\r\n",
  "  # noqa\n",
];

/** The same series for the same seed, on every machine. */
function randomness(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

async function everything(workspace: InMemoryWorkspace): Promise<unknown> {
  const { engine } = workspace;
  const coverage = await engine.coverage();
  return {
    findings: await engine.allFindings(),
    applied: engine.pythonFiles.map((path) =>
      engine.rulesFor(path).map(({ rule, severity, options, directive }) => [rule.id, severity, options, directive]),
    ),
    coverage: coverage.map(({ guide, matchedFiles, directives }) => [
      guide.path,
      matchedFiles,
      directives.map(({ text, status }) => [text, status]),
    ]),
  };
}

function change(workspace: InMemoryWorkspace, random: (below: number) => number): string {
  const paths = [...workspace.files.keys()];
  const path = paths[random(paths.length)] ?? "AGENTS.md";
  const text = workspace.files.get(path) ?? "";
  const kind = random(10);
  if (kind === 0) {
    workspace.change({ [path]: undefined });
    return `delete ${path}`;
  }
  if (kind === 1) {
    const [name, content] = Object.entries(start)[random(Object.keys(start).length)] ?? ["app/a.py", ""];
    workspace.change({ [name]: content });
    return `restore ${name}`;
  }
  if (kind === 2) {
    workspace.change({ "heed.toml": ['rules.print-call = "error"\n', 'ignore = ["tools/"]\n', ""][random(3)] });
    return "configure";
  }
  const at = random(text.length + 1);
  const end = kind < 6 ? Math.min(at + random(20), text.length) : at;
  const inserted = kind < 6 ? "" : (snippets[random(snippets.length)] ?? "");
  workspace.change({ [path]: text.slice(0, at) + inserted + text.slice(end) });
  return `${path} ${at}-${end} ${JSON.stringify(inserted)}`;
}

describe("incremental is as from scratch", () => {
  test.each([1, 2, 3, 4, 5, 6])("random edits, series %i", async (seed) => {
    const random = randomness(seed);
    const workspace = new InMemoryWorkspace(start);
    const done: string[] = [];
    for (let round = 0; round < 12; round++) {
      for (let edit = 0; edit <= random(3); edit++) done.push(change(workspace, random));
      const fresh = new InMemoryWorkspace(Object.fromEntries(workspace.files));
      expect(await everything(workspace), done.join("\n")).toEqual(await everything(fresh));
    }
  });
});

describe("an edit recomputes what depends on it", () => {
  function counted(files: Readonly<Record<string, string>>) {
    const workspace = new InMemoryWorkspace(start);
    for (const path of workspace.engine.pythonFiles) workspace.engine.findings(path);
    for (const guide of workspace.engine.guides) workspace.engine.bindings(guide.path);
    const before = new Map(workspace.engine.memo.counts);
    workspace.change(files);
    for (const path of workspace.engine.pythonFiles) workspace.engine.findings(path);
    const since = (name: string) => (workspace.engine.memo.counts.get(name) ?? 0) - (before.get(name) ?? 0);
    return { python: since("python"), bindings: since("bindings"), ownFindings: since("ownFindings") };
  }

  test("a Python file: itself, and no guide", () => {
    expect(counted({ "tools/c.py": "print(2)\n" })).toEqual({ python: 1, bindings: 0, ownFindings: 1 });
  });

  test("a guide: itself, and the files that it speaks of", () => {
    expect(counted({ "app/AGENTS.md": "- Lines are at most 90 characters long.\n" })).toEqual({
      python: 0,
      bindings: 1,
      ownFindings: 2,
    });
  });

  test("words of a guide that change nothing", () => {
    expect(counted({ "AGENTS.md": `${start["AGENTS.md"]}\nThe weather is fine.\n` })).toEqual({
      python: 0,
      bindings: 1,
      ownFindings: 0,
    });
  });

  test("the same question twice gives the same objects", () => {
    const { engine } = new InMemoryWorkspace(start);
    expect(engine.findings("app/a.py")).toBe(engine.findings("app/a.py"));
    expect(engine.bindings("AGENTS.md")).toBe(engine.bindings("AGENTS.md"));
    expect(engine.guides).toBe(engine.guides);
  });
});

test("work that is no longer wanted ends, and leaves the engine sound", async () => {
  const workspace = new InMemoryWorkspace(start);
  let asked = 0;
  const cancellation = {
    get isCancelled() {
      return ++asked > 3;
    },
  };
  await expect(workspace.engine.allFindings({ cancellation })).rejects.toThrow("no longer wanted");
  expect(await everything(workspace)).toEqual(await everything(new InMemoryWorkspace(start)));
});

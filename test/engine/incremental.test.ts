// After any series of edits the engine says what a new one would say of the same files.

import { describe, expect, test } from "vitest";
import { generatedWorkspace } from "../support/generated-workspace.ts";
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

/** What people change in a backend, each as what is found and what takes its place. */
const codeEdits: readonly (readonly [RegExp, string])[] = [
  [/relationship\(back_populates=/, 'relationship(lazy="selectin", back_populates='],
  [/lazy="selectin", /, ""],
  [/^class /m, "# A comment.\nclass "],
  [/    title: Mapped/, "    subtitle: Mapped[str]\n    title: Mapped"],
  [/, index=True/, ""],
  [/String\(20\)\)/, "String(20), index=True)"],
  [/ForeignKey\("(\w+)_owners\.id"\)/, 'ForeignKey("$1_owners.id", ondelete="CASCADE")'],
  [/class (\w+)Owner\(Base\)/, "class $1Holder(Base)"],
  [/\.options\(selectinload\(\w+\.lines\)\)/, ""],
  [/select\((\w+)\)\)/, "select($1).options(selectinload($1.lines)))"],
  [/self\.repository\.all\(\)/, 'self.repository.by_state("open")'],
  [/row\.owner\.name/, "row.title"],
  [/names\.append\(row\.title\)/, "names.append(row.owner.name)"],
  [/, user: str = Depends\(current_user\)/, ""],
  [/db: Session = Depends\(get_db\)\)/, "db: Session = Depends(get_db), user: str = Depends(current_user))"],
  [/, response_model=[\w[\]]+/, ""],
  [/router = APIRouter\(/, "router = APIRouter(dependencies=[Depends(current_user)], "],
  [/prefix="\/api\/v1\//, 'prefix="/api/'],
  [/ {8}self\.db\.query\(\w+Line\)\.filter\(.*\.delete\(\)\n/, ""],
  [/import \*/, "import __doc__"],
  [/def owner_names\(rows: Iterable\)/, "def owner_names(rows: list)"],
  [/\n\n\n/, "\n\n\n(\n"],
  [/\n\(\n/, "\n"],
];

/** Guides and project files, there and back. */
const projectEdits: readonly (readonly [file: string, edits: readonly (readonly [from: string, to: string])[]])[] = [
  [
    "AGENTS.md",
    [
      ["- Do not use `print()`; use logging.\n", "- Functions have at most four parameters.\n"],
      ["- Functions have at most four parameters.\n", "- Do not use `print()`; use logging.\n"],
    ],
  ],
  [
    "AGENTS.md",
    [
      ["no database queries in routes", "no database queries and no business logic in routes"],
      ["no database queries and no business logic in routes", "no database queries in routes"],
    ],
  ],
  [
    "pyproject.toml",
    [
      [">=3.11", ">=3.8"],
      [">=3.8", ">=3.11"],
    ],
  ],
];

function changeCode(
  workspace: InMemoryWorkspace,
  whole: readonly Readonly<Record<string, string>>[],
  random: (below: number) => number,
): string {
  const paths = [...workspace.files.keys()].filter((path) => path.endsWith(".py"));
  const path = paths[random(paths.length)] ?? "shop/main.py";
  const text = workspace.files.get(path) ?? "";
  switch (random(10)) {
    case 8: {
      // A folder is moved, and all imports of it lead nowhere until it is moved back.
      const folder = path.split("/").slice(0, -1).join("/");
      const to = folder.endsWith("_moved") ? folder.slice(0, -"_moved".length) : `${folder}_moved`;
      const inside = paths.filter((one) => one.startsWith(`${folder}/`));
      workspace.change(
        Object.fromEntries(
          inside.flatMap((one) => [
            [one, undefined],
            [to + one.slice(folder.length), workspace.files.get(one)],
          ]),
        ),
      );
      return `move ${folder} ${to}`;
    }
    case 9: {
      const [file, edits] = projectEdits[random(projectEdits.length)] ?? ["AGENTS.md", []];
      const before = workspace.files.get(file) ?? "";
      const fitting = edits.find(([from]) => before.includes(from));
      if (fitting) workspace.change({ [file]: before.replace(...fitting) });
      return `${file} ${fitting?.[1]}`;
    }
    case 0:
      workspace.change({ [path]: undefined });
      return `delete ${path}`;
    case 1: {
      const to = path.replace(/(\w+)\.py$/, random(2) === 0 ? "$1_old.py" : "moved/$1.py");
      workspace.change({ [path]: undefined, [to]: text });
      return `rename ${path} ${to}`;
    }
    case 2: {
      const to = path.replace(/(\w+)\.py$/, "$1_more.py");
      workspace.change({ [to]: text });
      return `copy ${path} ${to}`;
    }
    case 3: {
      // Another branch: many files at once, and those that it does not have are gone.
      const branch = whole[random(whole.length)] ?? {};
      const gone = paths.filter((one) => !Object.hasOwn(branch, one));
      workspace.change({ ...Object.fromEntries(gone.map((one) => [one, undefined])), ...branch });
      return "switch";
    }
    default: {
      const fitting = codeEdits.filter(([pattern]) => pattern.test(text));
      const [pattern, replacement] = fitting[random(fitting.length)] ?? [/$/, "\nextra = 1\n"];
      const edited = text.replace(pattern, replacement);
      // As typed in an editor, or as saved.
      if (random(2) === 0) {
        workspace.engine.setText(path, edited);
        workspace.files.set(path, edited);
        if (random(2) === 0) workspace.engine.setText(path, undefined);
      } else workspace.change({ [path]: edited });
      return `${path} ${pattern}`;
    }
  }
}

describe("facts across files", () => {
  const rules = [
    "auth-required",
    "delete-children-first",
    "layering",
    "missing-index",
    "n-plus-one",
    "query-in-loop",
    "response-model",
  ];
  const branches = [generatedWorkspace(3), generatedWorkspace(5)];

  test.each([1, 2, 3, 4])("random edits of a backend are as from scratch, series %i", async (seed) => {
    const random = randomness(seed * 7919);
    const workspace = new InMemoryWorkspace(branches[seed % 2] ?? {});
    const seen = new Set<string>();
    const done: string[] = [];
    for (let round = 0; round < 14; round++) {
      for (let edit = 0; edit <= random(3); edit++) done.push(changeCode(workspace, branches, random));
      const found = await workspace.engine.allFindings();
      const fresh = new InMemoryWorkspace(Object.fromEntries(workspace.files));
      for (const path of workspace.engine.openTexts) fresh.engine.setText(...path);
      expect(found, done.join("\n")).toEqual(await fresh.engine.allFindings());
      for (const { rule } of found) seen.add(rule);
    }
    expect([...seen]).toEqual(expect.arrayContaining(rules));
  });
});

test("two roots know nothing of each other", async () => {
  const [small, large] = [generatedWorkspace(2), generatedWorkspace(3)];
  const [one, two] = [new InMemoryWorkspace(small), new InMemoryWorkspace(large)];
  const before = await two.engine.allFindings();
  await one.engine.allFindings();
  const model = "shop/orders/models.py";
  one.change({ [model]: small[model]?.replaceAll("relationship(", 'relationship(lazy="joined", ') });
  expect(await one.engine.allFindings()).not.toEqual(await new InMemoryWorkspace(small).engine.allFindings());
  expect(await two.engine.allFindings()).toEqual(before);
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

  describe("across files", () => {
    const files = generatedWorkspace(6);

    function recomputed(path: string, edit: (text: string) => string): Readonly<Record<string, number>> {
      const workspace = new InMemoryWorkspace(files);
      const ask = () => workspace.engine.pythonFiles.map((one) => workspace.engine.findings(one));
      ask();
      const before = new Map(workspace.engine.memo.counts);
      workspace.change({ [path]: edit(files[path] ?? "") });
      ask();
      const names = ["models", "callIndex", "routeMap", "flow", "columnUses"];
      return Object.fromEntries(
        names.map((name) => [name, (workspace.engine.memo.counts.get(name) ?? 0) - (before.get(name) ?? 0)]),
      );
    }

    test("a word in a service: no model, no route, and the flow of those that call it", () => {
      const counts = recomputed("shop/orders/service.py", (text) => text.replace("totals = {}", "totals = dict()"));
      expect(counts).toMatchObject({ models: 0, routeMap: 0, columnUses: 1 });
    });

    test("a comment in a service that calls nothing new: the files that call it", () => {
      const counts = recomputed("shop/orders/service.py", (text) => `${text}\n# The end.\n`);
      expect(counts).toMatchObject({ models: 0, callIndex: 0, routeMap: 0, columnUses: 1 });
    });

    test("a model: the files that read it, and no others", () => {
      const all = Object.keys(files).filter((path) => path.endsWith(".py")).length;
      const counts = recomputed("shop/orders/models.py", (text) => text.replace("class ", "# A class.\nclass "));
      expect(counts["models"]).toBe(1);
      expect(counts["flow"]).toBeLessThan(all / 2);
      expect(counts["columnUses"]).toBeLessThan(all / 2);
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

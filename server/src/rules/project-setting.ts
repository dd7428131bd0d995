// Sets what a guide writes out, `line-length = 100`, in a pyproject.toml: in the place of another value, or in the one table that has it.

import { addToList, setInTable } from "./config-edits.ts";
import type { Fix, FixEdit } from "./rule.ts";

/** The tables that know a key, by the name of the key. */
const tablesOf: Readonly<Record<string, readonly string[]>> = {
  "line-length": ["tool.ruff", "tool.black"],
  "target-version": ["tool.ruff", "tool.black"],
  asyncio_mode: ["tool.pytest.ini_options"],
  testpaths: ["tool.pytest.ini_options"],
  pythonpath: ["tool.pytest.ini_options"],
  fail_under: ["tool.coverage.report"],
  show_missing: ["tool.coverage.report"],
  strict: ["tool.mypy"],
  disallow_untyped_defs: ["tool.mypy"],
  typeCheckingMode: ["tool.pyright", "tool.basedpyright"],
  "requires-python": ["project"],
};

/** Undefined where nobody can tell which table is meant, or where more hangs on it than this one line. */
export function settingFix(path: string, text: string, setting: string): Fix | undefined {
  const [, key = "", value = ""] = /^([\w-]+)\s*=\s*(.*)$/s.exec(setting) ?? [];
  if (key === "" || key === "build-backend") return undefined;
  const present = lineWith(text, key);
  // Tools that share a key agree on it.
  const isShared = present.length > 1 && present.every(({ table }) => tablesOf[key]?.includes(table));
  const lines = present.length > 1 && !isShared ? [] : present;
  const edits =
    present.length > 0 ? lines.map((line) => changed(path, text, key, value, line)) : [added(path, text, key, setting)];
  if (edits.length === 0 || edits.includes(undefined)) return undefined;
  return {
    title: `Set \`${setting}\`; look whether the project holds to it`,
    safe: false,
    edits: edits.filter((edit) => edit !== undefined),
  };
}

interface Line {
  readonly table: string;
  readonly start: number;
  readonly text: string;
}

/** Where a key is given a value, in whatever table. */
function lineWith(text: string, key: string): readonly Line[] {
  const found: Line[] = [];
  let table = "";
  let start = 0;
  for (const line of text.split("\n")) {
    if (line.startsWith("[")) table = /^\[([\w.-]+)\]/.exec(line)?.[1] ?? "";
    if (new RegExp(String.raw`^\s*${key}\s*=`).test(line)) found.push({ table, start, text: line.trimEnd() });
    start += line.length + 1;
  }
  return found;
}

function changed(path: string, text: string, key: string, value: string, line: Line): FixEdit | undefined {
  if (line.table === "") return undefined;
  if (value.startsWith("[")) {
    const rest = text.slice(line.start);
    const present = rest.slice(0, rest.indexOf("]") + 1);
    const missing = (value.match(/"[^"]*"|'[^']*'/g) ?? []).filter((one) => !present.includes(one.slice(1, -1)));
    return missing[0] !== undefined && missing.length === 1
      ? addToList(path, text, line.table, key, missing[0])
      : undefined;
  }
  const old = /^(\s*[\w-]+\s*=\s*)("[^"]*"|'[^']*'|[\w.+-]+)(?=\s*(?:#.*)?$)/.exec(line.text);
  if (old?.[1] === undefined || old[2] === undefined) return undefined;
  const start = line.start + old[1].length;
  return { path, span: { start, end: start + old[2].length }, text: value };
}

/** In the one of its tables that the project has. */
function added(path: string, text: string, key: string, setting: string): FixEdit | undefined {
  const known = tablesOf[key] ?? [];
  const there = known.filter((table) => text.includes(`[${table}]`));
  const [table] = there.length > 0 ? there : known;
  return table === undefined || there.length > 1 || (there.length === 0 && known.length > 1)
    ? undefined
    : setInTable(path, text, table, setting);
}

// Real SQLAlchemy runs code before and after Heed has fixed it: the same results, from as few queries as loaders need.

import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const here = import.meta.dirname;
const cli = join(here, "../../dist/cli.js");
const python = ["/usr/bin/python3", "python3"].find((one) => spawnSync(one, ["-c", "import sqlalchemy"]).status === 0);

interface Counted {
  readonly result: unknown;
  readonly queries: number;
}

if (!python) console.log("skipped: no Python with SQLAlchemy is installed (Debian: python3-sqlalchemy)");

describe.skipIf(!python)("n-plus-one, executed", () => {
  const folder = mkdtempSync(join(tmpdir(), "heed-execution-"));
  let before: Readonly<Record<string, Counted>> = {};
  let after: Readonly<Record<string, Counted>> = {};
  let fixed = "";

  beforeAll(() => {
    cpSync(join(here, "shop"), join(folder, "shop"), { recursive: true });
    writeFileSync(join(folder, "AGENTS.md"), "# Database\n\n- Avoid N+1 queries.\n");
    before = count(folder);
    spawnSync(process.execPath, [cli, "check", folder, "--fix", "--select", "n-plus-one", "--quiet"]);
    after = count(folder);
    fixed = readFileSync(join(folder, "shop/queries.py"), "utf8");
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("at least twenty functions ask a query too many for every row before", () => {
    expect(Object.values(before).filter(({ queries }) => queries > 4).length).toBeGreaterThanOrEqual(20);
  });

  test("every function gives the same after", () => {
    expect(Object.fromEntries(Object.entries(after).map(([name, { result }]) => [name, result]))).toEqual(
      Object.fromEntries(Object.entries(before).map(([name, { result }]) => [name, result])),
    );
  });

  test("one query, and one more for each selectinload, is all that is left", () => {
    const tooMany = Object.entries(after).filter(([name, { queries }]) => queries > allowed(fixed, name));
    expect(tooMany).toEqual([]);
  });
});

function count(folder: string): Readonly<Record<string, Counted>> {
  const output = execFileSync(python ?? "python3", [join(here, "count_queries.py"), folder], { encoding: "utf8" });
  return JSON.parse(output) as Readonly<Record<string, Counted>>;
}

/** The function's own query, those of its selectinloads, and those of the functions that it calls. */
function allowed(source: string, name: string): number {
  const queriesElsewhere: Readonly<Record<string, string>> = {
    from_helper: "def open_orders",
    through_repository: "class Repository",
  };
  const own = bodyOf(source, `def ${name}(`) + (queriesElsewhere[name] ? bodyOf(source, queriesElsewhere[name]) : "");
  // The one customer is a query of its own, and so are its orders.
  const first = name === "of_one_customer" ? 2 : 1;
  return first + (own.match(/selectinload\(/g)?.length ?? 0);
}

function bodyOf(source: string, start: string): string {
  const at = source.indexOf(start);
  const end = source.slice(at + 1).search(/\n(?=def |class |$)/);
  return source.slice(at, end < 0 ? undefined : at + 1 + end);
}

// Real SQLAlchemy runs code before and after Heed has fixed it: the same results, from as few queries as loaders need.

import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const here = import.meta.dirname;
const cli = join(here, "../../dist/cli.js");
const python = pythonWith("sqlalchemy");
const asyncPython = pythonWith("sqlalchemy.ext.asyncio, aiosqlite, greenlet");

interface Counted {
  readonly result: unknown;
  readonly queries: number;
}

if (!python) console.log("skipped: no Python with SQLAlchemy is installed (Debian: python3-sqlalchemy)");
else if (!asyncPython) console.log("skipped in part: no aiosqlite is installed (Debian: python3-aiosqlite)");

describe.skipIf(!python)("n-plus-one, executed", () => {
  const folder = mkdtempSync(join(tmpdir(), "heed-execution-"));
  let before: Readonly<Record<string, Counted>> = {};
  let after: Readonly<Record<string, Counted>> = {};
  let asyncBefore: Readonly<Record<string, Counted>> = {};
  let asyncAfter: Readonly<Record<string, Counted>> = {};
  let fixed = "";
  let asyncFixed = "";

  beforeAll(() => {
    cpSync(join(here, "shop"), join(folder, "shop"), { recursive: true });
    writeFileSync(join(folder, "AGENTS.md"), "# Database\n\n- Avoid N+1 queries.\n");
    before = count("count_queries.py", python, folder);
    asyncBefore = count("count_async_queries.py", asyncPython, folder);
    spawnSync(process.execPath, [cli, "check", folder, "--fix", "--select", "n-plus-one", "--quiet"]);
    after = count("count_queries.py", python, folder);
    asyncAfter = count("count_async_queries.py", asyncPython, folder);
    fixed = readFileSync(join(folder, "shop/queries.py"), "utf8");
    asyncFixed = readFileSync(join(folder, "shop/async_queries.py"), "utf8");
  }, 180_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("at least thirty functions ask a query too many for every row before", () => {
    expect(Object.values(before).filter(({ queries }) => queries > 4).length).toBeGreaterThanOrEqual(30);
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

  describe.skipIf(!asyncPython)("under an async session", () => {
    test("every function fails before", () => {
      const outcomes = Object.values(asyncBefore).map(({ result }) => result);
      expect(outcomes.length).toBeGreaterThanOrEqual(10);
      expect(new Set(outcomes)).toEqual(new Set(["MissingGreenlet"]));
    });

    test("every function gives after what the same one gives under a plain session", () => {
      const results = Object.entries(asyncAfter).map(([name, { result }]) => [name, result]);
      expect(results).toEqual(Object.entries(asyncAfter).map(([name]) => [name, before[name]?.result]));
    });

    test("one query, and one more for each selectinload, is all that is asked", () => {
      const tooMany = Object.entries(asyncAfter).filter(([name, { queries }]) => queries > allowed(asyncFixed, name));
      expect(tooMany).toEqual([]);
    });
  });
});

function pythonWith(modules: string): string | undefined {
  return ["/usr/bin/python3", "python3"].find((one) => spawnSync(one, ["-c", `import ${modules}`]).status === 0);
}

function count(script: string, interpreter: string | undefined, folder: string): Readonly<Record<string, Counted>> {
  if (!interpreter) return {};
  const output = execFileSync(interpreter, [join(here, script), folder], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  return JSON.parse(output) as Readonly<Record<string, Counted>>;
}

/** The function's own query, those of its selectinloads, and those of the functions that it calls. */
function allowed(source: string, name: string): number {
  const queriesElsewhere: Readonly<Record<string, string>> = {
    from_helper: "def open_orders",
    from_generator: "def every_order",
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

// What each test imports or names by its dotted path, and which tests name a word at all.

import { importsOf } from "../../python/imported.ts";
import type { PythonFile } from "../../python/python-file.ts";
import type { Remember } from "../program.ts";
import { sameData, sameItems } from "../same-data.ts";

export interface TestSource {
  readonly pythonPaths: readonly string[];
  text(path: string): string | undefined;
  python(path: string): PythonFile | undefined;
}

export interface TestImport {
  readonly module: string;
  /** Undefined where the module itself is imported, "*" for all. */
  readonly name: string | undefined;
  readonly local: string;
}

export interface TestReach {
  readonly imports: readonly TestImport[];
  /** Dotted names in texts, as in `patch("app.services.billing.total")`. */
  readonly dotted: readonly string[];
}

const testPath = /(^|\/)(test_[^/]*|[^/]*_tests?|conftest)\.py$|(^|\/)tests?\//;
const only = "";

export class TestImports {
  readonly #reach: (path: string) => TestReach;
  readonly #naming: (word: string) => readonly string[];

  constructor(source: TestSource, remember: Remember) {
    const words = remember(
      "testWords",
      (path) => [...new Set(source.text(path)?.match(/[\w\u0080-\uffff]+/g))].toSorted(),
      sameItems,
    );
    const index = remember("testsByWord", () => {
      const tests = new Map<string, string[]>();
      for (const path of source.pythonPaths) {
        if (!testPath.test(path)) continue;
        for (const word of words(path)) {
          const known = tests.get(word);
          if (known) known.push(path);
          else tests.set(word, [path]);
        }
      }
      return tests;
    });
    this.#naming = remember("testsNaming", (word) => index(only).get(word) ?? [], sameItems);
    this.#reach = remember("testReach", (path) => reachOf(source.python(path), source.text(path) ?? ""), sameData);
  }

  /** Tests in which any of the words stands. */
  naming(words: Iterable<string>): readonly string[] {
    return [...new Set([...words].flatMap((word) => this.#naming(word)))];
  }

  of(test: string): TestReach {
    return this.#reach(test);
  }
}

function reachOf(file: PythonFile | undefined, text: string): TestReach {
  if (!file) return { imports: [], dotted: [] };
  const imports = importsOf(file).filter(({ isForTyping }) => !isForTyping);
  const dotted = [...text.matchAll(/["']([A-Za-z_]\w*(?:\.\w+)+)["']/g)].map(([, name = ""]) => name);
  return {
    imports: imports.map(({ module, name, local }) => ({ module, name, local })),
    dotted: [...new Set(dotted)],
  };
}

// Runs the suites inside the editor's extension host, and writes what came of them into a file: an exit code proves nothing,
// because a crashed host and an empty suite end with 0 too.

import { writeFileSync } from "node:fs";
import Mocha from "mocha";

export interface Results {
  readonly finished: true;
  readonly passed: readonly string[];
  readonly failed: readonly { readonly title: string; readonly error: string }[];
}

export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: "bdd", timeout: 60_000, color: false });
  // Mocha's globals exist only once its interface is set up, and the suites use them as they load.
  mocha.suite.emit("pre-require", globalThis as unknown as Mocha.MochaGlobals, "", mocha);
  await import("./extension.suite.ts");
  const passed: string[] = [];
  const failed: { title: string; error: string }[] = [];
  const failures = await new Promise<number>((resolve) => {
    mocha
      .run(resolve)
      .on("pass", (test) => passed.push(test.fullTitle()))
      .on("fail", (test, error: Error) =>
        failed.push({ title: test.fullTitle(), error: error.stack ?? String(error) }),
      );
  });
  const file = process.env["HEED_SUITE_RESULTS"];
  const results: Results = { finished: true, passed, failed };
  if (file !== undefined) writeFileSync(file, JSON.stringify(results));
  if (failures > 0) throw new Error(`${failures} tests failed`);
}

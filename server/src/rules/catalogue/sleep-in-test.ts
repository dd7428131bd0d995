// Flags tests that wait for time to pass.

import { calleeName } from "../../python/name-of.ts";
import { enclosingFunction } from "../../python/surroundings.ts";
import { fileRule } from "../rule.ts";

export const sleepInTest = fileRule({
  id: "sleep-in-test",
  scope: "file",
  summary: "`time.sleep` and `asyncio.sleep` in tests.",
  why: "A test that waits is slow where the machine is fast and fails where it is slow. `asyncio.sleep(0)`, which only yields, is left alone.",
  severity: "warning",
  fix: "none",
  options: {},
  tests: true,
  mentions: ["sleep"],
  answers: ["Never use `sleep` in tests.", "Tests must not sleep."],
  means: [
    {
      stance: "avoid",
      says: [
        "(sleep|`sleep`|`time.sleep*`|`asyncio.sleep*`|`sleep()`) & test",
        "test ... (sleep|wait|timing)",
        "test ... (`time.sleep*`|`asyncio.sleep*`)",
      ],
      unless: ["production"],
    },
  ],
  examples: [
    {
      bad: "import time\n\n\ndef test_cache(cache):\n    time.sleep(3)\n    assert cache.empty\n",
      good: "def test_cache(cache, clock):\n    clock.forward(3)\n    assert cache.empty\n",
      path: "tests/test_cache.py",
    },
  ],
  *check(file) {
    if (!file.isTest) return;
    for (const call of file.nodes("call")) {
      const name = calleeName(file, call);
      if (
        !/^(time|asyncio|anyio|trio)\.sleep$/.test(name) ||
        /^\(\s*0(\.0)?\s*\)$/.test(call.field("arguments")?.text ?? "")
      )
        continue;
      // A coroutine that is made into a task stands for work that does not end; nobody waits for it here.
      if (name !== "time.sleep" && call.parent?.type !== "await") continue;
      if (!/^test|fixture|wait|poll|until/i.test(enclosingFunction(call)?.field("name")?.text ?? "test")) continue;
      yield {
        span: call,
        message: `\`${name}\` makes the test slow or flaky; wait for the event itself, or move the clock.`,
      };
    }
  },
});

// Flags tasks that nobody keeps.

import { ruffRule } from "../ruff-rule.ts";

export const danglingTask = ruffRule({
  id: "dangling-task",
  summary: "`asyncio.create_task(...)` whose result is dropped.",
  why: "The loop holds tasks weakly: one that nobody keeps can vanish in the middle of its work, and its error is never seen.",
  codes: ["RUF006"],
  fixes: "none",
  mentions: ["create_task", "ensure_future"],
  message: () => "Nobody keeps this task, so it can vanish before it is done; store it, or use a `TaskGroup`.",
  options: {},
  answers: ["Keep a reference to tasks created with `asyncio.create_task`.", "Never leave dangling tasks."],
  means: [
    {
      stance: "want",
      says: [
        "(keep|store|hold|save|retain) ... reference ... (task|`*create_task*`)",
        "(store|keep|hold|save) ... (`*create_task*`|background task|asyncio task)",
        "task ... (await|awaited) ... (store|stored|kept|tracked)",
      ],
    },
    {
      stance: "avoid",
      says: ["(dangling|orphan|orphaned) task", "(fire and forget|fire-and-forget)", "fire ... forget"],
    },
    { stance: "avoid", says: ["fire and forget task", "fire forget"] },
  ],
  examples: [
    {
      bad: "import asyncio\n\n\nasync def start(work):\n    asyncio.create_task(work())\n",
      good: "import asyncio\n\n\nasync def start(work):\n    task = asyncio.create_task(work())\n    await task\n",
    },
  ],
});

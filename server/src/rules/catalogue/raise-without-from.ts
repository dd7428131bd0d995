// Flags exceptions raised in a handler without their cause.

import { ruffRule } from "../ruff-rule.ts";

export const raiseWithoutFrom = ruffRule({
  id: "raise-without-from",
  summary: "`raise X(...)` in a handler without `from`.",
  why: "With `from` the traceback says which error caused which; without it both look like an accident in the handler.",
  codes: ["B904"],
  fixes: "none",
  mentions: ["except"],
  message: () =>
    "This exception does not say what caused it; write `raise … from e`, or `from None` to hide the cause.",
  options: {},
  answers: ["Always chain exceptions with `raise ... from`.", "Use `raise X from err` when re-raising."],
  means: [
    {
      stance: "want",
      says: [
        "`raise * from *`",
        "`raise ... from*`",
        "`raise*from*`",
        "(chain|chaining) exception",
        "exception chaining",
        "raise from",
        "preserve ... (exception|error) (chain|cause)",
        "`from err`",
        "`from e`",
      ],
    },
  ],
  examples: [
    {
      bad: 'def port(text):\n    try:\n        return int(text)\n    except ValueError:\n        raise KeyError("port")\n',
      good: 'def port(text):\n    try:\n        return int(text)\n    except ValueError as e:\n        raise KeyError("port") from e\n',
    },
  ],
});

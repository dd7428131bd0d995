// Flags files that are opened without `with`.

import { ruffRule } from "../ruff-rule.ts";

export const openWithoutWith = ruffRule({
  id: "open-without-with",
  summary: "`open(...)` without `with`.",
  why: "Without a context manager the file stays open when something fails in between. What is handed on, returned or registered with an ExitStack is left alone.",
  codes: ["SIM115"],
  fixes: "none",
  mentions: ["open"],
  message: () => "This file stays open when something fails; open it with `with`.",
  options: {},
  answers: ["Use context managers for files.", "Always open files with `with`."],
  means: [
    {
      stance: "want",
      says: [
        "context manager & (file|resource|open|handle|cleanup|connection|use)",
        "`with` (statement|block)? & (file|resource|open|handle)",
        "(file|resource) ... (context manager|`with`)",
        "`with open*`",
      ],
      unless: [
        "(transactional|step|workflow|timing|span|patch|override)",
        "session",
        "database",
        "lifespan",
        "async",
        "transaction",
        "lock",
        "fixture",
        "(rollback|roll back)",
      ],
    },
  ],
  examples: [
    {
      bad: "def first(path):\n    handle = open(path)\n    line = handle.readline()\n    handle.close()\n    return line\n",
      good: "def first(path):\n    with open(path) as handle:\n        return handle.readline()\n",
    },
  ],
});

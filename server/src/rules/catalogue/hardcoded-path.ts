// Flags absolute paths of one machine that are written into the code.

import { fileRule } from "../rule.ts";
import type { RuffRequest } from "../../python/ruff.ts";

const request: RuffRequest = { select: ["S108"], settings: {} };

export const hardcodedPath = fileRule({
  id: "hardcoded-path",
  scope: "file",
  summary: "Absolute paths of one machine, and fixed names in its temporary folder, in the code.",
  why: "The folder is not there on another machine, and a fixed name under `/tmp` can be taken by somebody else. URLs, routes and paths that every system has, such as `/dev/null`, are left alone.",
  severity: "warning",
  fix: "none",
  tests: false,
  ruff: ["S108"],
  options: {},
  answers: ["Never hard-code file paths.", "No absolute paths in code."],
  means: [
    {
      stance: "avoid",
      says: [
        "(hard code|hard coded|hardcoding) ... (path|directory|folder|file location|`/tmp`|`/*`)",
        "(path|directory|folder) ... (hard code|hard coded)",
        "absolute ... (path|directory|file path)",
        "(`/tmp*`|`/home*`|`/Users*`)",
      ],
      unless: [
        "(import|url|endpoint|route|module|xpath)",
        "relative path",
        "(requirement|requirements|dependency|`pyproject.toml`)",
      ],
    },
  ],
  examples: [
    {
      bad: 'LOG = open("/home/anna/shop.log")\n',
      good: 'from pathlib import Path\n\nLOG = open(Path.home() / "shop.log")\n',
    },
  ],
  ruffRequest: () => request,
  *check(file) {
    const places = new Set<number>();
    for (const node of file.nodes("string")) {
      const text = /^[rRbBfFuU]*(["'])(.*)\1$/s.exec(node.text)?.[2] ?? "";
      if (!/^(?:\/(?:home|Users|mnt|media|root|opt|srv|Volumes)\/[\w.-]|[A-Za-z]:(?:\\\\|\\|\/)\w|~\/\w)/.test(text))
        continue;
      places.add(node.start);
      yield {
        span: node,
        message: "This path is one machine's own; take it from the configuration, or make it of the project's root.",
      };
    }
    for (const { span } of file.ruff(request)) {
      if (places.has(span.start)) continue;
      yield { span, message: "A fixed name in the temporary folder can be taken by somebody else; use `tempfile`." };
    }
  },
});

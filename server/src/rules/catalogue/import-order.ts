// Flags imports that are not sorted and grouped.

import type { Workspace } from "../../models/workspace.ts";
import { ruffRule } from "../ruff-rule.ts";

export const importOrder = ruffRule({
  id: "import-order",
  summary: "Imports that are not sorted, or not grouped into standard library, third-party and first-party.",
  why: "Sorted groups show at a glance what a module stands on, and keep two people's imports from conflicting. First-party packages are read from the workspace.",
  codes: ["I001"],
  settings: (_options, workspace) => ({ lint: { isort: { "known-first-party": firstParty(workspace) } } }),
  fixes: "safe",
  fixTitle: "Sort the imports",
  mentions: ["import"],
  message: () =>
    "These imports are not in order; sort them in groups: standard library, third-party, then the project's own.",
  place: ({ span }, file) => ({
    start: span.start,
    end: Math.min(span.end, file.lines.lineSpan(file.lines.position(span.start).line).end),
  }),
  options: {},
  answers: [
    "Sort imports: standard library, third-party, local.",
    "Group imports in the order stdlib, third party, local.",
    "Imports are sorted with isort.",
  ],
  means: [
    {
      stance: "want",
      says: [
        "import & (sort|sorted|order|ordered|ordering|group|grouped|grouping|organize|organise|arrange|alphabetical|alphabetically|alphabetize)",
        "isort",
        "import & (stdlib|standard library) & (third party|third-party|local|first party)",
        "import order",
        "import & (standard library|stdlib) import",
        "(stdlib|standard library) ... (third party|3rd party) ... (local|first party|project|internal|application|own)",
      ],
      unless: ["circular", "csv", "data import", "export order"],
    },
  ],
  examples: [
    {
      bad: "import sys\nimport os\n\nprint(os.name, sys.path)\n",
      good: "import os\nimport sys\n\nprint(os.name, sys.path)\n",
    },
  ],
});

/** The top-level packages and modules of the workspace, also below a `src` folder. */
function firstParty(workspace: Workspace): readonly string[] {
  const names = new Set<string>();
  for (const path of workspace.pythonFiles) {
    const parts = path.split("/");
    if (parts[0] === "src" || parts[0] === "lib") parts.shift();
    const name = (parts[0] ?? "").replace(/\.pyi?$/, "");
    if (/^[A-Za-z_]\w*$/.test(name) && name !== "setup" && name !== "conftest") names.add(name);
  }
  return [...names].toSorted();
}

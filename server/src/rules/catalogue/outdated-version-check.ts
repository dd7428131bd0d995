// Flags code that still asks whether it runs on a Python which the team no longer supports.

import { ruffRule } from "../ruff-rule.ts";
import { option } from "../rule.ts";
import { stackNeeds } from "../stack-needs.ts";

export const outdatedVersionCheck = ruffRule({
  id: "outdated-version-check",
  summary: "A branch for a Python older than the team's.",
  why: "What runs on the team's Python alone needs no branch for older ones: the branch is never taken, and never tested.",
  severity: "information",
  codes: ["UP036"],
  fixes: "unsafe",
  fixTitle: "Keep only what runs on the supported versions; look whether an older Python still has to run it",
  mentions: ["version_info"],
  options: { version: option.string("", "The lowest Python that the team supports; empty for the project's own.") },
  settings: ({ version }) => {
    const minor = /^3\.(\d+)$/.exec(version)?.[1];
    return minor === undefined ? {} : { "target-version": `py3${Math.min(Math.max(Number(minor), 7), 14)}` };
  },
  message: (_finding, { version }) =>
    `This asks for a Python that ${version === "" ? "the project" : `the team, which starts from ${version},`} no longer supports. Remove the check and keep what holds for newer ones.`,
  answers: ["Use Python 3.12 or higher.", "Target Python 3.11+.", "The minimum Python version is 3.10."],
  means: [
    {
      stance: "want",
      says: [
        "(python|`python*`|requires python|`requires-python`) ... #",
        "(language|target|minimum|version|runtime) & python & #",
      ],
      options: (reading) => {
        const need = stackNeeds(reading).find((one) => one.startsWith("python>="));
        return need === undefined ? undefined : { version: need.slice("python>=".length) };
      },
    },
  ],
  examples: [
    {
      bad: "import sys\n\nif sys.version_info >= (3, 9):\n    print(1)\n",
      good: "import sys\n\nprint(1)\n",
      options: { version: "3.12" },
    },
  ],
});

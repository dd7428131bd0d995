// Flags random numbers that can be guessed.

import { ruffRule } from "../ruff-rule.ts";

export const insecureRandom = ruffRule({
  id: "insecure-random",
  tests: false,
  summary: "The `random` module where the guide wants numbers that nobody can guess.",
  why: "`random` is predictable: who sees some of its numbers knows the rest. `secrets` is made for tokens and keys.",
  codes: ["S311"],
  fixes: "none",
  mentions: ["random"],
  message: (finding, _options, file) =>
    `\`${file.source(finding.span)}\` can be predicted; take \`secrets\` for tokens, keys and codes.`,
  options: {},
  answers: ["Use the `secrets` module instead of `random` for tokens."],
  means: [
    {
      stance: "want",
      says: [
        "`secrets` ... (over|instead of|rather than|not) `random*`",
        "`secrets` & (token|key|random|password)",
        "secrets module & (token|random|security)",
        "cryptographically secure random",
      ],
    },
    {
      stance: "avoid",
      says: [
        "`random*` & (token|security|secret|password|cryptographic|sensitive)",
        "`random*` ... (security|token|secret|password|crypto|cryptographic|sensitive)",
      ],
    },
  ],
  examples: [
    {
      bad: 'import random\n\ntoken = random.choice("abcdef")\n',
      good: 'import secrets\n\ntoken = secrets.choice("abcdef")\n',
    },
  ],
});

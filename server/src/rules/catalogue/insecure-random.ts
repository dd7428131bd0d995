// Flags random numbers that can be guessed.

import { nodeOfTypeAt } from "../../python/node-at.ts";
import type { PythonFile } from "../../python/python-file.ts";
import type { RuffFinding } from "../../python/ruff.ts";
import { ruffRule } from "../ruff-rule.ts";
import type { CheckContext, Fix } from "../rule.ts";
import { swapModule } from "../swap-module.ts";

export const insecureRandom = ruffRule({
  id: "insecure-random",
  tests: false,
  summary: "The `random` module where the guide wants numbers that nobody can guess.",
  why: "`random` is predictable: who sees some of its numbers knows the rest. `secrets` is made for tokens and keys.",
  codes: ["S311"],
  fixes: "unsafe",
  repair: secret,
  mentions: ["random"],
  message: (finding, _options, file) =>
    isChance(file, finding)
      ? undefined
      : `\`${file.source(finding.span)}\` can be predicted; take \`secrets\` for tokens, keys and codes.`,
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

/** Delays, samples and colours are left to chance, and nobody gains by guessing them. */
function isChance(file: PythonFile, { span }: RuffFinding): boolean {
  const call = nodeOfTypeAt(file.root, span.start, "call");
  const name = /^random\.(\w+)$/.exec((call && file.resolve(call.field("function") ?? call)) ?? "")?.[1] ?? "";
  if (call === undefined) return false;
  for (let at = call.parent; at && !/(?:^|_)(?:statement|block|definition)$/.test(at.type); at = at.parent) {
    if (at.type === "comparison_operator") return true;
    if (at.type === "call" && /(?:^|\.)sleep$/.test(at.field("function")?.text ?? "")) return true;
    if (at.type === "binary_operator" && /^(?:random|uniform|gauss|triangular)$/.test(name)) return true;
  }
  return /^(?:uniform|gauss|normalvariate|triangular|shuffle|expovariate)$/.test(name);
}

const direct: Readonly<Record<string, string>> = {
  choice: "choice",
  randbytes: "token_bytes",
  getrandbits: "randbits",
  Random: "SystemRandom",
};

function secret(finding: RuffFinding, file: PythonFile, { workspace }: CheckContext): Fix | undefined {
  const call = nodeOfTypeAt(file.root, finding.span.start, "call");
  const callee = call?.field("function");
  const name = /^random\.(\w+)$/.exec((callee && file.resolve(callee)) ?? "")?.[1];
  if (!callee || name === undefined) return undefined;
  const same = direct[name];
  const edits = swapModule(
    file,
    callee,
    { module: "secrets", name: same ?? "SystemRandom", suffix: same === undefined ? `().${name}` : "" },
    workspace,
  );
  return (
    edits && {
      title: "Take it from `secrets`; look whether a seed was meant to repeat the numbers",
      safe: false,
      edits,
    }
  );
}

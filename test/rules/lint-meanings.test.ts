// Ruff knows every code of the table of everyday sentences, and flags each row's own piece of code with them.

import { expect, test } from "vitest";
import { loadRuff } from "../../server/src/host/ruff-wasm.ts";
import { lintMeanings, previewCodes } from "../../server/src/rules/lint-meanings.ts";

const ruff = await loadRuff();

test.each(lintMeanings.map((row) => [row.codes.join(" "), row] as const))("%s", (_title, row) => {
  const settings = row.codes.some((code) => previewCodes.has(code))
    ? { preview: true, "output-prefer-rule-codes": true }
    : {};
  for (const code of row.codes) expect(ruff.refusal({ select: [code], settings })).toBeUndefined();
  const { findings } = ruff.check(row.flags, {
    select: row.codes,
    settings: { "target-version": "py312", ...settings },
  });
  expect(findings.filter(({ message }) => message.includes(row.saying ?? "")).length).toBeGreaterThan(0);
  for (const { code } of findings) expect(row.codes).toContain(code);
});

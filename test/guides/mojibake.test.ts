// Text that was garbled on the way, and text that only looks like it.

import { expect, test } from "vitest";
import { decodeMojibake } from "../../server/src/guides/mojibake.ts";
import { parseGuide } from "../../server/src/guides/parse-guide.ts";
import { applyEdits } from "../../server/src/text/edits.ts";

test.each([
  ["‚úÖ Do", "✅ Do"],
  ["‚ùå Don't", "❌ Don't"],
  ["a ‚Üí b", "a → b"],
  ["\uf8ffüîê locked", "🔐 locked"],
  ["‚ö†Ô∏è careful", "⚠️ careful"],
  ["caf√© ‚Äî open", "café — open"],
  ["âœ… Do", "✅ Do"],
  ["â\u009dŒ Don't", "❌ Don't"],
  ["âŒ Don't", "❌ Don't"],
  ["naÃ¯ve â€” yes", "naïve — yes"],
])("%j was %j", (garbled, meant) => {
  const decoded = decodeMojibake(garbled);
  expect(decoded.text).toBe(meant);
  expect(applyEdits(garbled, decoded.edits)).toBe(meant);
  for (let at = 0; at < meant.length; at++) {
    if (/[a-zA-Z']/.test(meant[at] ?? "")) expect(garbled[decoded.original(at)]).toBe(meant[at]);
  }
});

test.each(["✅ fine", "l’été — “à” l’île", "„Übung“ ist gut", "Ã is a letter", "¿Qué? ¡Sí!", "Ω ≈ 3 √2", "naïve café", "日本語 →"])(
  "%j is left alone",
  (text) => {
    expect(decodeMojibake(text)).toMatchObject({ text, charset: undefined, edits: [] });
  },
);

test("is reported once, and its fix repairs the file", () => {
  const text = "# T\n\n- ‚úÖ Use saucers\n- ‚ùå Use paper cups\n";
  const guide = parseGuide("AGENTS.md", text);
  expect(guide.problems.map(({ rule }) => rule)).toEqual(["mojibake"]);
  expect(guide.directives.map(({ marker }) => marker)).toEqual(["good", "bad"]);
  expect(guide.directives.map(({ span }) => text.slice(span.start, span.end))).toEqual(["‚úÖ Use saucers", "‚ùå Use paper cups"]);
  const repaired = applyEdits(text, guide.problems[0]?.fix?.edits ?? []);
  expect(repaired).toBe("# T\n\n- ✅ Use saucers\n- ❌ Use paper cups\n");
  expect(parseGuide("AGENTS.md", repaired).problems).toEqual([]);
});

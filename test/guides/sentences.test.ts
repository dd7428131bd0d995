// Where one sentence of a paragraph ends and the next begins.

import { expect, test } from "vitest";
import { parseGuide } from "../../server/src/guides/parse-guide.ts";

test.each([
  ["Brew tea. Serve it.", ["Brew tea.", "Serve it."]],
  ["Use tools, e.g. Ruff, daily. Then rest.", ["Use tools, e.g. Ruff, daily.", "Then rest."]],
  ["Pin versions (i.e. 3.12.1) always.", ["Pin versions (i.e. 3.12.1) always."]],
  ["Never call `a. B` twice. Stop.", ["Never call a. B twice.", "Stop."]],
  ["Hot water? Boil it! Then pour.", ["Hot water?", "Boil it!", "Then pour."]],
  ['He said "Stop." Then left.', ['He said "Stop."', "Then left."]],
  ["Use **one till.** Close it.", ["Use one till.", "Close it."]],
  ["See docs.python.org. It helps.", ["See docs.python.org.", "It helps."]],
  ["Wait ... and see. Go.", ["Wait ... and see.", "Go."]],
  ["Edit config.py. Run it.", ["Edit config.py.", "Run it."]],
  ["Keep short lines\nKeep short names", ["Keep short lines", "Keep short names"]],
  [
    "Every function that reads the till and writes the ledger must take its own\nSession as an argument and close it",
    ["Every function that reads the till and writes the ledger must take its own Session as an argument and close it"],
  ],
  ["Keep short lines\nand short names", ["Keep short lines and short names"]],
  ["✅ Use cups\n❌ Use bowls", ["Use cups", "Use bowls"]],
  ["• Use cups\n• Use plates", ["Use cups", "Use plates"]],
  ["日本語で書く。英語も使う。", ["日本語で書く。", "英語も使う。"]],
  ["5 < 6 & `a<b>` \\*stay\\* &amp; go", ["5 < 6 & a<b> *stay* & go"]],
  ["Name files `test_<what>.py` or test_<what>.py", ["Name files test_<what>.py or test_<what>.py"]],
])("%j", (text, expected) => {
  expect(parseGuide("AGENTS.md", text).directives.map((directive) => directive.text)).toEqual(expected);
});

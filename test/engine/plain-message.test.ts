// Messages that quote code.

import { expect, test } from "vitest";
import { plainMessage } from "../../server/src/engine/plain-message.ts";

test.each([
  [
    "The `Annotated[\n    dict, Body(embed=True),\n]` body is not checked.",
    "The `Annotated[dict, Body(embed=True)]` body is not checked.",
  ],
  ["`moor(\r\n  boat\r\n)` waits; use `tow()`.", "`moor(boat)` waits; use `tow()`."],
  ["`boat` has no\nname.", "`boat` has no\nname."],
  [
    "`a.rather.long.name.that.stands.on.one.line.and.is.only.of.use.as.a.whole.to.whoever.writes.it` is old.",
    "`a.rather.long.name.that.stands.on.one.line.and.is.only.of.use.as.a.whole.to.whoever.writes.it` is old.",
  ],
  [`\`call(\n  ${"x".repeat(120)}\n)\` is long.`, `\`call(${"x".repeat(74)}…\` is long.`],
])("%j reads %j", (message, expected) => {
  expect(plainMessage(message)).toBe(expected);
});

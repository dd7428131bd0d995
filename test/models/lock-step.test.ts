// Modules that a generator wrote in lock-step are told by what they share; modules of one hand are not.

import { describe, expect, it } from "vitest";
import { inLockStep, isBesideLockStep, shapeOf } from "../../server/src/models/code/lock-step.ts";

const methods = ["list", "create", "retrieve", "update", "remove", "export", "archive", "restore"];

/** A client for one resource, as a generator writes it. */
function client(name: string): string {
  return methods
    .map((method) =>
      [
        `    async def ${method}(`,
        "        page: int = 1, limit: int = 10,",
        "        request_timeout: Timeout | None = None,",
        `    ) -> ${name}Page:`,
        `        """Call the resource of ${name}."""`,
        '        response = await self._send("GET", timeout=request_timeout)',
        `        return ${name}Page.parse(response.json())`,
      ].join("\n"),
    )
    .join("\n");
}

function shapes(texts: readonly string[]): ReadonlyMap<string, readonly string[]> {
  return new Map(texts.map((text, index) => [`client/v1/services/m${index}.py`, shapeOf(text)]));
}

describe("modules in lock-step", () => {
  it("tells those that share most of their lines", () => {
    const names = Array.from({ length: 12 }, (_, index) => `Boat${index}`);
    expect(inLockStep(shapes(names.map(client)))).toHaveLength(12);
  });

  it("leaves a few, and those of one hand, alone", () => {
    expect(inLockStep(shapes(["Boat", "Pier"].map(client)))).toEqual([]);
    const own = Array.from({ length: 12 }, (_, index) =>
      Array.from({ length: 60 }, (_, line) => `    value_${index}_${line} = compute(${index}, ${line})`).join("\n"),
    );
    expect(inLockStep(shapes(own))).toEqual([]);
  });

  it("takes what stands above two of them for the generator's as well", () => {
    const folders = ["client/v1/services/", "client/v2/services/"];
    expect(isBesideLockStep("client/v1/inputs.py", folders)).toBe(true);
    expect(isBesideLockStep("client/v1/services/deep/a.py", folders)).toBe(true);
    expect(isBesideLockStep("client/base.py", folders)).toBe(false);
    expect(isBesideLockStep("client/v1/inputs.py", ["client/v1/services/"])).toBe(false);
  });
});

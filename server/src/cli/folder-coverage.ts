// The coverage of all guides that a folder holds, with what they find in its code.

import { createEngine } from "../host/create-engine.ts";
import { checkConfiguration } from "./configured.ts";
import { type ShownCoverage, shownCoverage } from "./shown-coverage.ts";
import { targetsOf } from "./targets.ts";

export async function coverageOfFolder(folder: string, isOneOfMany: boolean): Promise<readonly ShownCoverage[]> {
  const targets = targetsOf([folder]);
  const { engine } = await createEngine(targets.root);
  checkConfiguration(engine);
  const prefix = isOneOfMany ? `${folder.replace(/\\/g, "/").replace(/\/+$/, "")}/` : "";
  const all = await engine.coverage();
  return all.map((guide) => shownCoverage(guide, prefix + targets.shown(guide.guide.path)));
}

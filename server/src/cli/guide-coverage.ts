// The coverage of a guide that was given as a file: read and bound without a workspace around it.

import { resolve, sep } from "node:path";
import { bindGuide } from "../binding/bind.ts";
import { coverageOf } from "../engine/coverage.ts";
import { formatOf } from "../guides/discover.ts";
import { parseGuide } from "../guides/parse-guide.ts";
import { createEngineWithoutFiles } from "../host/create-engine-without-files.ts";
import { loadWebAssembly } from "../host/web-assembly.ts";
import { catalogue } from "../rules/index.ts";
import type { GuideFile } from "./guide-files.ts";
import { type ShownCoverage, shownCoverage } from "./shown-coverage.ts";

/** Whoever asks about a guide itself wants to know what it says, so it is never called unreachable. */
export async function guideReader(): Promise<(file: GuideFile) => ShownCoverage> {
  const { parser, ruff } = await loadWebAssembly();
  const { workspace } = await createEngineWithoutFiles();
  return ({ path, text }) => {
    const inside = pathInWorkspace(resolve(path));
    const guide = parseGuide(inside, text, { format: formatOf(inside) });
    const bindings = bindGuide(guide, { catalogue, workspace, parser, ruff });
    const { directives, ...rest } = coverageOf(guide, bindings, [], [], { hasCode: false, hasRepository: false });
    const own = directives.map((directive) => {
      const { status, reason } = directive.binding;
      return { ...directive, status, reason };
    });
    return shownCoverage({ ...rest, directives: own }, path.split(sep).join("/"));
  };
}

/** From the folder of its assistant on, as it lies in its workspace; else the name alone. */
function pathInWorkspace(place: string): string {
  const parts = place.split(sep);
  const vendor = parts.findLastIndex((part, at) => at < parts.length - 1 && /^\.[a-z]/i.test(part));
  const inside = vendor < 0 ? undefined : parts.slice(vendor).join("/");
  return inside !== undefined && formatOf(inside) !== "plain" ? inside : (parts.at(-1) ?? place);
}

// What to do about a name that the guide rules out.

import type { Workspace } from "../models/workspace.ts";
import { isAt } from "./test-modules.ts";

/** What to do about one name, in words and, where it is known, in code. */
export interface Remedy {
  readonly instead: string | undefined;
  readonly advice: string;
}

/**
 * The places that alone may use a name: those which are there, else the first. Where the guide names what stands in for it,
 * the places are only where that may be defined, and one of them is.
 */
export function ownersHere(
  workspace: Workspace,
  { owners, instead }: { readonly owners: readonly string[]; readonly instead: Readonly<Record<string, string>> },
  name: string,
): readonly string[] {
  const there = owners.filter((place) => workspace.pythonFiles.some((path) => isAt(path, place)));
  return there.length === 0 || instead[name] !== undefined ? [...there, ...owners].slice(0, 1) : there;
}

export function remedyFor(instead: string | undefined, owners: readonly string[]): Remedy {
  const only = owners.map((place) => `\`${place}\``).join(" and ");
  if (only !== "") return { instead: undefined, advice: `only ${only} may use it.` };
  return {
    instead,
    advice:
      instead === undefined
        ? "the guide rules it out. Take it out, or do it as the guide says."
        : `use \`${instead}\`.`,
  };
}

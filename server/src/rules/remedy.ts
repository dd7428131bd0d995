// What to do about a name that the guide rules out.

/** What to do about one name, in words and, where it is known, in code. */
export interface Remedy {
  readonly instead: string | undefined;
  readonly advice: string;
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

// Names a model after its use: "BoatCreate" and "NewBoat" as bodies of a PUT become "BoatUpdate".

/** A suffix for another use gives way; `others` are all suffixes that the team knows. */
export function renamedForUse(name: string, suffix: string, others: readonly string[]): string {
  const usual = [
    ...others,
    "Create",
    "Created",
    "Update",
    "Updated",
    "Response",
    "Request",
    "Input",
    "Output",
    "In",
    "Out",
  ];
  const foreign = usual
    .filter((one) => one !== "" && name.endsWith(one) && name.length > one.length)
    .toSorted((a, b) => b.length - a.length)[0];
  const stem = (foreign === undefined ? name : name.slice(0, -foreign.length)).replace(/^New(?=[A-Z])/, "");
  return stem + suffix;
}

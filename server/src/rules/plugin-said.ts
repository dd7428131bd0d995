// Reads from a sentence which part of the plugins' contract it asks for.

import { contractIn, partsSaid, type ShownContract } from "./plugin-examples.ts";
import { nameOfAttribute, nameOfMethod, type PluginContract } from "./plugin-standing.ts";
import type { Reading } from "./reading.ts";

/** The part of the contract that the sentence speaks of, from the abstract class in the guide's examples. */
export function contractPart(
  reading: Reading,
  part: "base" | "attributes" | "methods" | "registered",
): Partial<PluginContract> | undefined {
  const contract = contractIn(reading);
  if (!contract) return undefined;
  const { base, folders, suffix } = contract;
  const common = { base, folders, suffix };
  // One sentence may ask for all of it.
  if (part === "base") {
    const besides = { ...saidParts(reading), ...partsNamed(reading.sentence, contract) };
    return { ...common, ...besides, ...(Object.keys(besides).length > 0 ? { inherits: true } : {}) };
  }
  if (part === "registered") return { ...common, registered: true };
  if (part === "methods") {
    const wanted = /\basync/i.test(reading.clause)
      ? contract.methods.filter((one) => one.startsWith("async"))
      : contract.methods;
    return wanted.length > 0 ? { ...common, methods: wanted } : undefined;
  }
  const words = reading.clause.toLowerCase();
  const named = contract.attributes.filter((one) =>
    nameOfAttribute(one)
      .split("_")
      .some((word) => words.includes(word.replace(/s$/, ""))),
  );
  const attributes = named.length > 0 ? named : contract.attributes;
  return attributes.length > 0 ? { ...common, attributes } : undefined;
}

export function saidParts(reading: Reading): Partial<PluginContract> {
  // What the base shows tells more than the name: `async def render(self, block)`.
  const shown = contractIn(reading);
  const said = partsSaid(reading);
  const attributes = said.attributes.map(
    (name) => shown?.attributes.find((one) => nameOfAttribute(one) === nameOfAttribute(name)) ?? name,
  );
  const methods = said.methods.map(
    (name) => shown?.methods.find((one) => nameOfMethod(one) === nameOfMethod(name)) ?? name,
  );
  return { ...(attributes.length > 0 ? { attributes } : {}), ...(methods.length > 0 ? { methods } : {}) };
}

/** What a sentence about the base asks for besides: attributes by their names, methods, the registry. */
function partsNamed(sentence: string, { attributes, methods }: ShownContract): Partial<PluginContract> {
  const says = (name: string) => new RegExp(String.raw`\b${name}\b`).test(sentence);
  const named = attributes.filter((one) => nameOfAttribute(one).length > 1 && says(nameOfAttribute(one)));
  const sets = /\b(?:sets?|defines?|declares?|has|have)\b/i.test(sentence);
  return {
    ...(sets && named.length > 0 ? { attributes: named } : {}),
    ...(/\bimplements?\b/i.test(sentence) && methods.length > 0 ? { methods } : {}),
    ...(/\bregister(?:s|ed)?\b/i.test(sentence) ? { registered: true } : {}),
  };
}

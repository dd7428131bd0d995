// The shapes that teams give names, and turning a name from one into another.

import { isKeyword } from "../python/keywords.ts";

export type Casing = "snake_case" | "camelCase" | "PascalCase" | "UPPER_CASE";

const shapes: Readonly<Record<Casing, RegExp>> = {
  snake_case: /^_*[a-z0-9\p{Ll}]+(_+[a-z0-9\p{Ll}]*)*$/u,
  camelCase: /^_*[a-z][A-Za-z0-9]*$/,
  PascalCase: /^_*[A-Z\p{Lu}][\p{L}\p{N}]*$/u,
  UPPER_CASE: /^_*[A-Z0-9]+(_+[A-Z0-9]*)*$/,
};

export function isCasing(value: string): value is Casing {
  return Object.hasOwn(shapes, value);
}

/** Names without letters, such as `_` and `__`, have every shape. */
export function hasCasing(name: string, casing: Casing): boolean {
  return /^_*\d*$/.test(name) || shapes[casing].test(name);
}

/** A word of Python gets a line below: `Class` becomes `class_`. */
export function toCasing(name: string, casing: Casing): string {
  const shaped = shapedAs(name, casing);
  return isKeyword(shaped) ? `${shaped}_` : shaped;
}

function shapedAs(name: string, casing: Casing): string {
  const lead = /^_*/.exec(name)?.[0] ?? "";
  const words = name
    .slice(lead.length)
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, "$1_$2")
    .split(/_+/)
    .filter((word) => word !== "")
    .map((word) => word.toLowerCase());
  const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
  switch (casing) {
    case "snake_case":
      return lead + words.join("_");
    case "UPPER_CASE":
      return lead + words.join("_").toUpperCase();
    case "PascalCase":
      return lead + words.map(capital).join("");
    case "camelCase":
      return lead + words.map((word, index) => (index === 0 ? word : capital(word))).join("");
  }
}

/** The casing that a piece of text names: "snake_case", "PascalCase", "UPPER_SNAKE_CASE", "CapWords". */
export function casingIn(text: string): Casing | undefined {
  if (/\b(upper|screaming)[_ -]?(snake)?[_ -]?case|\ball[_ -]?caps|\bUPPER_|\buppercase|\bSCREAMING/i.test(text))
    return "UPPER_CASE";
  if (
    /snake[_ -]?case|lower[_ -]?(case)?[_ -]?with[_ -]?under|lowercase (with|and|separated).{0,15}underscore/i.test(
      text,
    )
  )
    return "snake_case";
  if (/pascal[_ -]?case|cap[_ -]?words|upper[_ -]?camel|capitali[sz]ed words/i.test(text)) return "PascalCase";
  if (/camel[_ -]?case|lower[_ -]?camel/i.test(text)) return /\bCamelCase/.test(text) ? "PascalCase" : "camelCase";
  return undefined;
}

// Turns a clause and its surroundings into what rules read their options from: numbers with units, code, paths, examples.

import type { Directive, Example, Polarity } from "../guides/directive.ts";
import type { Guide } from "../guides/guide.ts";
import type { ExampleCode, NumberRead, Reading, Stance } from "../rules/reading.ts";
import type { Token } from "../rules/tokens.ts";
import { unitName } from "../rules/words.ts";
import type { Clause } from "./clause.ts";

/** What a guide's readings share. */
export interface GuideReading {
  readonly examples: readonly ExampleCode[];
  /** Its ❌ examples, by their code. */
  readonly flawed: ReadonlySet<string>;
  /** The other directives of the same heading, as written. */
  section(directive: Directive): readonly string[];
}

export function readGuide(guide: Guide): GuideReading {
  const sections = new Map<string, string[]>();
  const of = new Map<Directive, readonly string[]>();
  for (const directive of guide.directives) {
    const key = directive.headings.join("\u0000");
    let texts = sections.get(key);
    if (!texts) sections.set(key, (texts = []));
    texts.push(directive.text);
    of.set(directive, texts);
  }
  const flawed = new Set(guide.examples.filter(({ polarity }) => polarity === "bad").map(({ code }) => code));
  return { examples: guide.examples.map(exampleCode), flawed, section: (directive) => of.get(directive) ?? [] };
}

/** The reading of one clause, before a phrase has caught anything in it. */
export function readingOf(
  clause: Clause,
  tokens: readonly Token[],
  stance: Stance,
  directive: Directive,
  guide: GuideReading,
): Reading {
  const withPolarity = (polarity: Polarity | undefined) =>
    directive.examples.filter((example) => example.polarity === polarity).map(exampleCode);
  return {
    clause: clause.text,
    sentence: directive.text,
    stance,
    strength: clause.strength(),
    codes: codesOf(tokens),
    numbers: numbersOf(tokens),
    paths: tokens.filter((token) => token.kind === "path").map((token) => token.text),
    caught: {},
    headings: directive.headings,
    parents: directive.parents,
    row: directive.row,
    exceptions: clause.exceptions,
    good: withPolarity("good"),
    bad: withPolarity("bad"),
    shown: withPolarity(undefined),
    section: guide.section(directive),
    guideExamples: guide.examples,
    guideFlaws: guide.flawed,
  };
}

function exampleCode({ code, language, label }: Example): ExampleCode {
  return { code, language, label };
}

/** Inline code, and words that can only be names in a program. */
function codesOf(tokens: readonly Token[]): readonly string[] {
  return tokens.filter((token) => token.isCode && token.kind !== "number").map((token) => token.text);
}

function numbersOf(tokens: readonly Token[]): readonly NumberRead[] {
  return tokens.flatMap((token, at) => {
    if (token.kind !== "number" || Number.isNaN(token.value)) return [];
    const next = tokens.slice(at + 1, at + 4).find((one) => one.kind !== "sign" || !/^[-–)]$/.test(one.text));
    return [{ value: token.value, unit: next?.kind === "word" || next?.text === "%" ? unitName(next.text) : "" }];
  });
}

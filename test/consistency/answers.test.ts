// Every sentence that a rule says it answers binds to it, and its opposite does not.

import { describe, expect, test } from "vitest";
import { generalRules } from "../../server/src/binding/general.ts";
import { catalogue } from "../../server/src/rules/index.ts";
import type { Rule } from "../../server/src/rules/rule.ts";
import { bindMarkdown } from "../support/bind.ts";

const rules = catalogue.filter(({ scope }) => scope !== "guide");

describe.each(rules.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  test.each(rule.answers)("answers: %s", (sentence) => {
    expect(boundBy(sentence)).toContain(id);
  });

  test.each(rule.answers.flatMap((sentence) => oppositeOf(sentence, rule)))("does not answer: %s", (sentence) => {
    expect(boundBy(sentence)).not.toContain(id);
  });
});

function boundBy(sentence: string): readonly string[] {
  return bindMarkdown(`- ${sentence}\n`).flatMap(({ rules: bound }) => bound.map(({ rule }) => rule.id));
}

/** The same sentence with the opposite wish; none where it sets a number or only names the subject, which has no opposite. */
function oppositeOf(sentence: string, rule: Rule): readonly string[] {
  if (rule.means.some(({ stance }) => stance === "either") || /\bwithout\b/.test(sentence)) return [];
  // A team's own name that is forbidden where it was demanded is the same rule with another option.
  if (generalRules.has(rule.id)) return [];
  const turns: readonly (readonly [RegExp, string])[] = [
    [/^(?:Never|Do not|Don't) (.)/, "Always $1"],
    [/^Always (.)/, "Never $1"],
    [/^(?:Avoid|No) (.)/, "Use $1"],
    [
      /^(?:Use|Prefer|Write|Take|Call|Add|Mark|Sort|Group|Catch|Raise|Log|Read|Define|Extract|Put|Start|Remove|Delete|Pass|Follow) /,
      "Never $&",
    ],
  ];
  for (const [pattern, replacement] of turns) {
    if (!pattern.test(sentence)) continue;
    const turned = sentence.replace(pattern, replacement);
    return [
      turned.replace(/^(Never) ([A-Z])/, (_, never: string, letter: string) => `${never} ${letter.toLowerCase()}`),
    ];
  }
  return [];
}

// What reading and binding find wrong with guides themselves: contradictions, repetitions, broken and self-defeating examples.

import type { Directive, Example } from "../guides/directive.ts";
import type { Guide, GuideProblem } from "../guides/guide.ts";
import { tokenise } from "../rules/tokens.ts";
import type { Binding, BoundRule } from "./binding.ts";
import { contentOf } from "./clause-words.ts";
import type { Bound } from "./conflicts.ts";
import { isPython, type Laboratory, problemsIn, syntaxErrorIn } from "./examples.ts";

/** The problems of one guide; `others` are the guides that speak of the same files. */
export function bindingProblems(
  { guide, bindings }: Bound,
  others: readonly Bound[],
  laboratory: Laboratory,
): readonly GuideProblem[] {
  return [
    ...bindings.flatMap((binding) => statusProblems(binding)),
    ...repetitions(guide, bindings, others),
    ...brokenExamples(guide, laboratory),
    ...selfContradictions(guide, bindings, laboratory),
  ];
}

function statusProblems({ directive, status, reason, proposal }: Binding): readonly GuideProblem[] {
  const { span } = directive;
  if (status === "conflict")
    return [{ rule: "contradiction", span, message: `${reason ?? ""} Take one of the two out.` }];
  if (status === "tool")
    return [
      { rule: "redundant-with-tool", span, message: `${reason ?? ""} The sentence can go, or stay as a reminder.` },
    ];
  if (status === "advisory" && proposal !== null) {
    return [{ rule: "vague-directive", span, message: `This cannot be checked as it stands; “${proposal}” could be.` }];
  }
  return [];
}

// --- said twice ---

function repetitions(guide: Guide, bindings: readonly Binding[], others: readonly Bound[]): readonly GuideProblem[] {
  const said = new Map<string, Said>();
  for (const other of others.filter((one) => one.guide.path < guide.path)) {
    for (const { directive } of other.bindings) remember(said, directive, other.guide);
  }
  const problems: GuideProblem[] = [];
  for (const { directive, status } of bindings) {
    const first = said.get(keyOf(directive));
    if (first !== undefined && status !== "advisory") {
      problems.push({
        rule: "duplicate-directive",
        span: directive.span,
        message: `The same is said in line ${first.line + 1} of ${first.guide.path}${whatToDo(guide, first.guide)}`,
      });
    }
    remember(said, directive, guide);
  }
  return problems;
}

interface Said {
  readonly guide: Guide;
  readonly line: number;
}

function remember(said: Map<string, Said>, directive: Directive, guide: Guide): void {
  const key = keyOf(directive);
  if (key !== "" && !said.has(key)) said.set(key, { guide, line: directive.line });
}

/** Copies for several assistants are usual, since none of them reads the files of another. */
function whatToDo(guide: Guide, first: Guide): string {
  return guide.format === first.format
    ? "; one of the two is enough."
    : ", for another assistant; change them together, so that they stay alike.";
}

/** The content words in any order; too few of them say nothing. */
function keyOf(directive: Directive): string {
  if (directive.kind === "example" || directive.kind === "heading" || directive.kind === "structure") return "";
  const words = contentOf(tokenise(directive.text)).map((token) => (token.kind === "number" ? token.text : token.stem));
  return words.length < 2 ? "" : words.toSorted().join(" ");
}

// --- examples ---

function brokenExamples(guide: Guide, laboratory: Laboratory): readonly GuideProblem[] {
  const problems: GuideProblem[] = [];
  let fence = "";
  let before: Example | undefined;
  for (const example of guide.examples) {
    if (!/^(?:python|py|python3)$/.test(example.language)) continue;
    // The parts of one fence may go on from each other.
    const between = before === undefined ? undefined : guide.text.slice(before.span.end, example.span.start);
    fence = between !== undefined && !/^\s*(?:`{3,}|~{3,})/m.test(between) ? `${fence}\n${example.code}` : example.code;
    before = example;
    const error = syntaxErrorIn(example.code, laboratory.ruff);
    if (error === undefined || (fence !== example.code && syntaxErrorIn(fence, laboratory.ruff) === undefined))
      continue;
    problems.push({
      rule: "broken-example",
      span: example.span,
      message: `This example is not valid Python (${error}); assistants copy what they see, so mend it.`,
    });
  }
  return problems;
}

/** A ✅ of the guide that one of its own directives forbids. */
function selfContradictions(
  guide: Guide,
  bindings: readonly Binding[],
  laboratory: Laboratory,
): readonly GuideProblem[] {
  const problems: GuideProblem[] = [];
  const held = bindings.filter(({ status }) => status === "enforced" || status === "partial");
  const seen = new Set<string>();
  for (const example of guide.examples) {
    if (example.polarity === "bad" || !isPython(example) || example.language === "") continue;
    for (const { directive, rules } of held) {
      for (const bound of rules) {
        const key = `${example.span.start} ${bound.rule.id}`;
        if (seen.has(key) || !isJudged(bound)) continue;
        seen.add(key);
        const [problem] =
          bound.rule.scope === "file" ? (problemsIn(example, bound.rule, bound.options, laboratory) ?? []) : [];
        if (problem === undefined) continue;
        const message = `This example breaks the guide's own line ${directive.line + 1} (“${directive.text.slice(0, 70)}”): ${problem.message}`;
        problems.push({ rule: "self-contradiction", span: example.span, message });
      }
    }
  }
  return problems;
}

/** Rules that an abridged example breaks for being abridged say nothing about the guide. */
const abridged = new Set([
  "missing-type-hints",
  "docstrings",
  "docstring-style",
  "pep8",
  "import-order",
  "missing-import",
  "unused-import",
  "unused-variable",
  "line-length",
  "magic-number",
  "constant-case",
  "quotes",
  "trailing-comma",
  "unformatted-code",
  "hardcoded-secret",
  "missing-future-annotations",
  "local-import",
]);

function isJudged({ rule, options }: BoundRule): boolean {
  // Whole families of a linter's codes ask for names that an excerpt does not define.
  const codes = rule.id === "lint-finding" && Array.isArray(options["select"]) ? options["select"] : undefined;
  return !abridged.has(rule.id) && (codes === undefined || (codes.length > 0 && codes.every(isOneCode)));
}

function isOneCode(code: unknown): boolean {
  return typeof code === "string" && /^(?!F8|F401)[A-Z]+\d{3,}$/.test(code);
}

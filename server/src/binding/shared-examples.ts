// Settles whose an example is that stands below several directives: of those whose rules see its ❌, else of none.

import type { Directive, Example } from "../guides/directive.ts";
import type { Binding } from "./binding.ts";
import { type Laboratory, tryOn } from "./examples.ts";

/** What stands below a list or a paragraph, or below a single sentence. */
export interface Illustrated {
  /** Those whose rules see nothing in an example that others see are bound as if it were not theirs. */
  readonly bindings: readonly (Binding | undefined)[];
  /** By where an ❌ begins, with a mark of its own, that none of the directives above it explains: what it shows together with its ✅. */
  readonly shown: ReadonlyMap<number, Binding>;
}

export function illustrated(
  directives: readonly Directive[],
  bindings: readonly (Binding | undefined)[],
  bind: (directive: Directive) => Binding,
  bindShown: (directive: Directive) => Binding | undefined,
  laboratory: Laboratory,
): Illustrated {
  const owning = bindings.filter((one) => one !== undefined && one.directive.examples.some(isBad)) as Binding[];
  const seeing = new Set(owning.filter((binding) => sees(binding, laboratory)));
  const explained = new Set([...seeing].flatMap(({ directive }) => directive.examples.map(({ span }) => span.start)));
  // "# Bad" over the code is a directive of its own, which can say what holds.
  const marked = new Set(
    directives.flatMap(({ kind, examples }) => (kind === "example" ? examples.map(({ span }) => span.start) : [])),
  );
  const shown = new Map<number, Binding>();
  for (const { directive, rules } of owning) {
    if (rules.length === 0 && !isSharedWith(directive, owning)) continue;
    if (directive.examples.some(({ span }) => explained.has(span.start))) continue;
    if (!directive.examples.some((example) => isBad(example) && marked.has(example.span.start))) continue;
    const found = bindShown({ ...directive, kind: "example" });
    if (found === undefined) continue;
    for (const { span } of directive.examples) explained.add(span.start);
    for (const { span } of directive.examples.filter(isBad)) shown.set(span.start, found);
  }
  const settled = bindings.map((binding) => {
    if (binding === undefined || binding.rules.length === 0 || seeing.has(binding)) return binding;
    const { directive } = binding;
    const examples = directive.examples.filter(({ span }) => !explained.has(span.start));
    return examples.length === directive.examples.length ? binding : { ...bind({ ...directive, examples }), directive };
  });
  return { bindings: settled, shown };
}

function isBad({ polarity }: Example): boolean {
  return polarity === "bad";
}

function isSharedWith({ examples }: Directive, owning: readonly Binding[]): boolean {
  const starts = new Set(examples.map(({ span }) => span.start));
  return owning.filter(({ directive }) => directive.examples.some(({ span }) => starts.has(span.start))).length > 1;
}

function sees({ directive, rules }: Binding, laboratory: Laboratory): boolean {
  return rules.some(({ rule, options }) => tryOn(directive, rule, options, laboratory).flagsBad === true);
}

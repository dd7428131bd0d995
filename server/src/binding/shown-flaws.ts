// Binds a pair of examples whose words no rule knows by what the code shows: a rule that flags the ❌ and passes the ✅.

import type { Directive } from "../guides/directive.ts";
import type { RuffRequest } from "../python/ruff.ts";
import type { Rule } from "../rules/rule.ts";
import type { Binding, BoundRule } from "./binding.ts";
import { isPython, type Laboratory, tryOn } from "./examples.ts";
import { loaderShown } from "./shown-loaders.ts";
import { logsShown } from "./shown-logs.ts";

/** Flaws that nobody shows by the way; a `print` or a missing annotation stands in many an example about something else. */
const telling = new Set(
  (
    "mutable-default bare-except raise-without-from useless-reraise sql-injection shell-true eval-exec yaml-load " +
    "pickle-load unsafe-markup open-without-with unawaited-coroutine dangling-task unittest-assert raises-without-match range-over-length " +
    "zip-without-strict singleton-comparison length-as-condition type-comparison wildcard-import lambda-assignment log-exception-context " +
    "pydantic-v2 sqlalchemy-2-style legacy-column sleep-in-test leaked-error-detail dependency-as-default " +
    "unverified-tls weak-hash insecure-random lifespan-events upload-filename cors-origins sensitive-logging unbounded-cache " +
    "session-context-manager global-statement old-string-format os-path async-io else-after-return modern-type-syntax"
  ).split(" "),
);

/** Undefined where the directive shows no such pair, or not exactly one rule sees a difference in it. */
export function bindShown(
  directive: Directive,
  catalogue: readonly Rule[],
  laboratory: Laboratory,
): Binding | undefined {
  const shows = (polarity: "good" | "bad") =>
    directive.examples.some((example) => example.polarity === polarity && isPython(example));
  if (!shows("bad") || !shows("good") || directive.examples.some((example) => !isPython(example))) return undefined;
  const rulesTold = catalogue.filter((rule) => telling.has(rule.id));
  const sharing = { ...laboratory, requests: requestsOf(rulesTold, laboratory) };
  const seeing = rulesTold.filter((rule) => sees(rule, directive, sharing));
  const bound =
    seeing.length === 0
      ? [...byLoader(directive, catalogue), ...byLogs(directive, catalogue, laboratory)]
      : seeing.map((rule) => boundBy(rule, {}, "flagged its ❌, passed its ✅"));
  const [only, ...others] = bound;
  if (only === undefined || others.length > 0) return undefined;
  const rules = [only];
  if (directive.kind === "example") return { directive, status: "enforced", rules, reason: null, proposal: null };
  const reason = "Bound by its examples alone; what else the words say is not checked.";
  return { directive, status: "partial", rules, reason, proposal: null };
}

/** A ✅ that loads with the query what the ❌ reads row by row. */
function byLoader(directive: Directive, catalogue: readonly Rule[]): BoundRule[] {
  const loader = loaderShown(directive);
  const rule = loader === undefined ? undefined : catalogue.find(({ id }) => id === "n-plus-one");
  return rule ? [boundBy(rule, { loader }, `its ✅ loads with \`${loader}\` what its ❌ reads on every row`)] : [];
}

/** A pair of nothing but log calls, of which the ❌ put their messages together. */
function byLogs(directive: Directive, catalogue: readonly Rule[], laboratory: Laboratory): BoundRule[] {
  const given = logsShown(directive);
  const rule = catalogue.find(({ id }) => id === "structured-logging");
  if (given === undefined || rule === undefined || !sees(rule, directive, laboratory, given)) return [];
  return [boundBy(rule, given, "flagged its ❌, passed its ✅")];
}

function boundBy(rule: Rule, given: Readonly<Record<string, unknown>>, shown: string): BoundRule {
  return {
    rule,
    options: { ...defaultsOf(rule), ...given },
    given,
    severity: rule.severity,
    evidence: [`example: ${shown}`],
    only: [],
    except: [],
  };
}

/** What the rules ask of ruff, for one run over each example. */
const known = new WeakMap<Laboratory["workspace"], readonly RuffRequest[]>();

function requestsOf(rules: readonly Rule[], { workspace }: Laboratory): readonly RuffRequest[] {
  let requests = known.get(workspace);
  if (!requests) {
    requests = rules.flatMap((rule) =>
      "ruffRequest" in rule && rule.ruffRequest ? [rule.ruffRequest(defaultsOf(rule), workspace)] : [],
    );
    known.set(workspace, requests);
  }
  return requests;
}

function sees(
  rule: Rule,
  directive: Directive,
  laboratory: Laboratory,
  given: Readonly<Record<string, unknown>> = {},
): boolean {
  const trial = tryOn(directive, rule, { ...defaultsOf(rule), ...given }, laboratory);
  return trial.flagsBad === true && trial.passesGood === true;
}

function defaultsOf(rule: Rule): Record<string, unknown> {
  return Object.fromEntries(Object.entries(rule.options).map(([name, option]) => [name, option.default]));
}

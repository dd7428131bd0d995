// Which rules hold for a file, with which options, and which directive each finding quotes, where several guides speak of it.

import type { Binding } from "../binding/binding.ts";
import type { Guide } from "../guides/guide.ts";
import type { Rule, Severity } from "../rules/rule.ts";
import type { Configuration } from "./configuration.ts";
import { type DirectiveRef, directiveRef } from "./finding.ts";
import { type Claim, type Holder, joined } from "./joined-claims.ts";
import { pathMatcher } from "./path-pattern.ts";
import { stepSeverity } from "./severity.ts";

export interface BoundGuide {
  readonly guide: Guide;
  readonly bindings: readonly Binding[];
}

export interface AppliedRule {
  readonly rule: Rule;
  readonly options: Readonly<Record<string, unknown>>;
  readonly severity: Severity;
  readonly directive: DirectiveRef;
}

/** The rules that look at one file, the nearest guide's first. */
export function rulesForFile(
  path: string,
  isTest: boolean,
  guides: readonly BoundGuide[],
  configuration: Configuration,
): readonly AppliedRule[] {
  const applying = guides.filter(
    ({ guide }) => !guide.applicability.onRequestOnly && guide.applicability.applies(path),
  );
  const free = freedBy(applying);
  const claims = byNearness(applying).flatMap((bound) =>
    claimsOf(bound).filter(
      (claim) =>
        claim.bound.rule.scope !== "project" &&
        speaksOf(claim, path, isTest) &&
        !free(claim.bound.rule.id, bound.guide),
    ),
  );
  return settledOnce(claims, guides, configuration);
}

interface Settled {
  readonly configuration: Configuration;
  readonly byClaims: Map<string, readonly AppliedRule[]>;
}

const settledFor = new WeakMap<readonly BoundGuide[], Settled>();

/** Thousands of files share a few sets of claims, and with them what becomes of these. */
function settledOnce(
  claims: readonly Claim[],
  guides: readonly BoundGuide[],
  configuration: Configuration,
): readonly AppliedRule[] {
  let known = settledFor.get(guides);
  if (known?.configuration !== configuration) {
    known = { configuration, byClaims: new Map() };
    settledFor.set(guides, known);
  }
  const numbers = new Map(guides.map(({ guide }, number) => [guide, number]));
  const key = claims.map(({ guide, place }) => `${numbers.get(guide)}.${place}`).join(" ");
  let rules = known.byClaims.get(key);
  if (rules === undefined) known.byClaims.set(key, (rules = settle(claims, configuration)));
  return rules;
}

/** Whether a guide nearer than the given one allows what a rule forbids. */
function freedBy(guides: readonly BoundGuide[]): (id: string, by: Guide) => boolean {
  const freeing = guides.flatMap(({ guide, bindings }) =>
    bindings.flatMap(({ permits = [] }) => permits.map((id) => ({ id, guide }))),
  );
  if (freeing.length === 0) return () => false;
  return (id, by) => freeing.some((one) => one.id === id && isNearer(one.guide, by));
}

function isNearer(one: Guide, other: Guide): boolean {
  const [depthA, namesA] = nearness(one);
  const [depthB, namesB] = nearness(other);
  return depthA > depthB || (depthA === depthB && namesA > namesB);
}

/** The rules that look at the project as a whole, of the guides that speak of some file of it. */
export function rulesForProject(guides: readonly BoundGuide[], configuration: Configuration): readonly AppliedRule[] {
  const claims = byNearness(guides).flatMap((bound) =>
    claimsOf(bound).filter((claim) => claim.bound.rule.scope === "project"),
  );
  return settle(claims, configuration);
}

const claimsOfGuide = new WeakMap<BoundGuide, readonly Claim[]>();

/** Only what is enforced wholly or in part; a rule that another tool already enforces, or that lost a conflict, is not run. */
function claimsOf(one: BoundGuide): readonly Claim[] {
  let claims = claimsOfGuide.get(one);
  if (claims === undefined) {
    const { guide, bindings } = one;
    claims = bindings
      .filter(({ status }) => status === "enforced" || status === "partial")
      .flatMap((binding) =>
        binding.rules.filter(({ rule }) => rule.scope !== "guide").map((bound) => ({ guide, bound, binding })),
      )
      .map((claim, place) => ({ place, ...claim }));
    claimsOfGuide.set(one, claims);
  }
  return claims;
}

function speaksOf({ guide, bound }: Claim, path: string, isTest: boolean): boolean {
  if (bound.only.length > 0 && !pathMatcher(bound.only)(path)) return false;
  if (bound.except.length > 0 && pathMatcher(bound.except)(path)) return false;
  if (!isTest) return true;
  const isExempt = "tests" in bound.rule && !(bound.rule.tests ?? true);
  return !isExempt || namesTests(guide.applicability.description) || bound.only.some(namesTests);
}

function namesTests(pattern: string): boolean {
  return /(^|[^a-z])tests?([^a-z]|$)|conftest/i.test(pattern);
}

function settle(claims: readonly Claim[], configuration: Configuration): readonly AppliedRule[] {
  const byRule = new Map<string, Claim[]>();
  for (const claim of claims) {
    const { id } = claim.bound.rule;
    const ofRule = byRule.get(id);
    if (ofRule === undefined) byRule.set(id, [claim]);
    else ofRule.push(claim);
  }
  return [...byRule.values()]
    .flatMap((ofRule) => joined(ofRule))
    .flatMap((holder) => applied(holder, configuration, byRule));
}

function applied(
  { first, given }: Holder,
  configuration: Configuration,
  asked: ReadonlyMap<string, unknown>,
): readonly AppliedRule[] {
  const { rule } = first.bound;
  const setting = configuration.rules[rule.id];
  if (setting?.severity === "off") return [];
  const severity = setting?.severity ?? stepSeverity(first.bound.severity, first.guide.severityStep);
  const options = { ...first.bound.options, ...given, ...besideOthers(rule, asked), ...setting?.options };
  return [{ rule, options, severity, directive: directiveRef(first.guide, first.binding.directive) }];
}

/** What another directive has set for the same file is that directive's to report, also where its severity is "off". */
function besideOthers(rule: Rule, asked: ReadonlyMap<string, unknown>): Readonly<Record<string, unknown>> {
  const others = Object.entries(rule.beside ?? {}).filter(([id]) => asked.has(id));
  return Object.assign({}, ...others.map(([, options]) => options)) as Readonly<Record<string, unknown>>;
}

/** The guide of the innermost folder first, then those that name files before those that speak of everything, then by path. */
export function byNearness<T extends { readonly guide: Guide }>(guides: readonly T[]): readonly T[] {
  const keys = new Map(guides.map((entry) => [entry, nearness(entry.guide)] as const));
  return guides.toSorted((a, b) => {
    const [depthA, namesA] = keys.get(a) ?? [0, 0];
    const [depthB, namesB] = keys.get(b) ?? [0, 0];
    return depthB - depthA || namesB - namesA || (a.guide.path < b.guide.path ? -1 : 1);
  });
}

function nearness(guide: Guide): readonly [depth: number, names: number] {
  const folders = guide.path.split("/").slice(0, -1);
  const vendor = folders.findIndex((folder) => folder.startsWith("."));
  const depth = vendor < 0 ? folders.length : vendor;
  // What is written about globs says where they begin; "everything" has none.
  return [
    depth,
    /[*/]/.test(guide.applicability.description) && !/^\**(\/\*+)?$/.test(guide.applicability.description) ? 1 : 0,
  ];
}

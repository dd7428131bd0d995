// The workspace's guides and what their directives became, each remembered until its own text changes.

import { bindGuide } from "../binding/bind.ts";
import type { Binding } from "../binding/binding.ts";
import { conflictsAcross } from "../binding/conflicts.ts";
import { type FoundGuide, findGuides } from "../guides/discover.ts";
import type { Guide } from "../guides/guide.ts";
import { parseGuide } from "../guides/parse-guide.ts";
import type { Workspace } from "../models/workspace.ts";
import type { Rule } from "../rules/rule.ts";
import { type BoundGuide, byNearness } from "./applied-rules.ts";
import type { Derived, Memo } from "./memo.ts";
import type { Ports } from "./ports.ts";
import { type Sources, sameItems, sameJson } from "./sources.ts";

const only = "";

export class GuideBook {
  readonly #found: Derived<readonly FoundGuide[]>;
  readonly #guide: Derived<Guide | undefined>;
  readonly #bindings: Derived<readonly Binding[]>;
  readonly #all: Derived<readonly Guide[]>;
  readonly #bound: Derived<readonly BoundGuide[]>;
  readonly #matched: Derived<readonly string[]>;

  constructor(memo: Memo, sources: Sources, workspace: Workspace, ports: Ports, catalogue: readonly Rule[]) {
    this.#found = memo.derived("foundGuides", () => findGuides(sources.paths, sources.configuration.guides), {
      equal: sameJson,
    });
    const formatOf = memo.derived(
      "guideFormat",
      (path) => this.#found(only).find((found) => found.path === path)?.format,
    );
    const foundGuide = memo.derived("foundGuide", (path) => {
      const format = formatOf(path);
      const text = sources.text(path);
      if (format === undefined || text === undefined) return undefined;
      return parseGuide(path, text, { format, read: (other) => sources.text(other) });
    });
    // What a guide imports is said to the same assistant about the same files; what is a guide of its own speaks for itself.
    const importers = memo.derived(
      "importers",
      () => {
        const found = this.#found(only);
        const own = new Set(found.map(({ path }) => path));
        const imported = new Map<string, Guide>();
        for (const importer of found.flatMap(({ path }) => foundGuide(path) ?? [])) {
          for (const path of importer.imports) if (!own.has(path) && !imported.has(path)) imported.set(path, importer);
        }
        return imported;
      },
      { equal: (a, b) => sameItems([...a.keys()], [...b.keys()]) && sameItems([...a.values()], [...b.values()]) },
    );
    this.#guide = memo.derived("guide", (path) => {
      const importer = importers(only).get(path);
      if (!importer) return foundGuide(path);
      const text = sources.text(path);
      if (text === undefined) return undefined;
      const { applicability, severityStep } = importer;
      return { ...parseGuide(path, text, { format: "plain" }), format: importer.format, applicability, severityStep };
    });
    this.#bindings = memo.derived("bindings", (path) => {
      const guide = this.#guide(path);
      return guide ? bindGuide(guide, { catalogue, workspace, parser: ports.parser, ruff: ports.ruff }) : [];
    });
    this.#all = memo.derived(
      "guides",
      () =>
        [...this.#found(only).map(({ path }) => path), ...importers(only).keys()].flatMap(
          (path) => this.#guide(path) ?? [],
        ),
      { equal: sameItems },
    );
    const boundGuide = memo.derived("boundGuide", (path): BoundGuide | undefined => {
      const guide = this.#guide(path);
      return guide && { guide, bindings: this.#bindings(path) };
    });
    const covers = (nearer: Guide, farther: Guide) => {
      const files = new Set(this.#matched(nearer.path));
      const own = this.#matched(farther.path);
      return own.length > 0 && own.every((file) => files.has(file));
    };
    this.#bound = memo.derived(
      "boundGuides",
      () => conflictsAcross(byNearness(this.#all(only).flatMap(({ path }) => boundGuide(path) ?? [])), covers),
      { equal: sameItems },
    );
    this.#matched = memo.derived(
      "matchedFiles",
      (path) => {
        const applicability = this.#guide(path)?.applicability;
        if (!applicability || applicability.onRequestOnly) return [];
        return sources.pythonPaths.filter((file) => applicability.applies(file));
      },
      { equal: sameItems },
    );
  }

  get guides(): readonly Guide[] {
    return this.#all(only);
  }

  get bound(): readonly BoundGuide[] {
    return this.#bound(only);
  }

  guide(path: string): Guide | undefined {
    return this.#guide(path);
  }

  /** What became of the guide's directives, once the guides that speak of the same files had their say. */
  bindings(path: string): readonly Binding[] {
    return this.bound.find(({ guide }) => guide.path === path)?.bindings ?? [];
  }

  /** The other guides that speak of some file that this one speaks of. */
  neighbours(path: string): readonly BoundGuide[] {
    const files = new Set(this.#matched(path));
    return this.bound.filter(
      ({ guide }) => guide.path !== path && this.#matched(guide.path).some((file) => files.has(file)),
    );
  }

  /** The Python files that a guide speaks of. */
  matchedFiles(path: string): readonly string[] {
    return this.#matched(path);
  }
}

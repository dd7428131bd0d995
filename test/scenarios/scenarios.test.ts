// Runs the scenarios beside it: each a guide, code, and what Heed says of it, in one file that a person can read.
//
//   The first lines say what is shown.
//   -- AGENTS.md --                        a file of the workspace, up to the next such line
//   -- app/a.py --
//   print(1)
//   #<~~~ print-call: part of the message  a finding on the line above, as in the fixtures of rules; before the colon stand the
//                                          rule and, where they matter, its severity and the place of the sentence that it quotes:
//                                          `print-call error AGENTS.md:3: part of the message`
//   -- at HEAD: app/a.py --                the file as it was committed
//   -- fixed: app/a.py --                  the file after all safe fixes; files not named stay as they are
//   -- coverage --                         one line a directive: `AGENTS.md:3 enforced print-call` or `AGENTS.md:4 advisory`
//   -- why app/a.py --                     one line a guide: `yes AGENTS.md` or `no .cursor/rules/web.mdc`
//
// In every file whose findings are expected, the findings are exactly those that its markers name.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Finding } from "../../server/src/engine/finding.ts";
import { LineIndex } from "../../server/src/text/line-index.ts";
import { InMemoryWorkspace } from "../support/in-memory-workspace.ts";
import { type Expected, readMarkers } from "../support/markers.ts";

interface Scenario {
  readonly title: string;
  readonly files: Readonly<Record<string, string>>;
  readonly expected: ReadonlyMap<string, readonly Expected[]>;
  readonly head: Readonly<Record<string, string>> | undefined;
  readonly fixed: Readonly<Record<string, string>> | undefined;
  readonly coverage: readonly string[] | undefined;
  readonly why: Readonly<Record<string, readonly string[]>>;
}

function readScenario(source: string): Scenario {
  const [title = "", ...parts] = source.split(/^-- (.+) --\n/m);
  const files: Record<string, string> = {};
  const expected = new Map<string, readonly Expected[]>();
  const head: Record<string, string> = {};
  const fixed: Record<string, string> = {};
  const why: Record<string, readonly string[]> = {};
  let coverage: readonly string[] | undefined;
  for (let at = 0; at < parts.length; at += 2) {
    const header = parts[at] ?? "";
    const body = parts[at + 1] ?? "";
    const lines = body.split("\n").filter(Boolean);
    if (header === "coverage") coverage = lines;
    else if (header.startsWith("why ")) why[header.slice(4)] = lines;
    else if (header.startsWith("fixed: ")) fixed[header.slice(7)] = body;
    else if (header.startsWith("at HEAD: ")) head[header.slice(9)] = body;
    else {
      const marked = readMarkers(body);
      files[header] = marked.text;
      expected.set(header, marked.expected);
    }
  }
  return {
    title: title.trim(),
    files,
    expected,
    head: Object.keys(head).length > 0 ? head : undefined,
    fixed: Object.keys(fixed).length > 0 ? fixed : undefined,
    coverage,
    why,
  };
}

/** What a marker demands, in the words in which it is compared. */
interface Demand {
  readonly place: string;
  readonly rule: string;
  readonly severity: string | undefined;
  readonly guide: string | undefined;
  readonly words: string;
}

function demandOf({ line, column, endColumn, message }: Expected): Demand {
  const match =
    /^(?<rule>[\w-]+)(?: (?<severity>error|warning|information|hint))?(?: (?<guide>\S+:\d+))?(?:: (?<words>.*))?$/.exec(
      message,
    );
  if (!match?.groups) throw new Error(`The marker "${message}" names no rule.`);
  const { rule = "", severity, guide, words = "" } = match.groups;
  return {
    place: `${line + 1}:${column + 1}${endColumn === undefined ? "" : `-${endColumn + 1}`}`,
    rule,
    severity,
    guide,
    words,
  };
}

/** The finding in the words of the demand that it answers, so that a difference can be read. */
function described(finding: Finding, lines: LineIndex, demand: Demand | undefined): Demand {
  const start = lines.position(finding.span.start);
  const end = lines.position(finding.span.end);
  const guide = finding.directive && `${finding.directive.guide}:${finding.directive.line + 1}`;
  const isOpen = demand !== undefined && !demand.place.includes("-");
  const endColumn = end.line === start.line ? end.column : lines.lineText(start.line).length;
  return {
    place: `${start.line + 1}:${start.column + 1}${isOpen ? "" : `-${endColumn + 1}`}`,
    rule: finding.rule,
    severity: demand && demand.severity === undefined ? undefined : finding.severity,
    guide: demand && demand.guide === undefined ? undefined : guide,
    words: demand && finding.message.includes(demand.words) ? demand.words : finding.message,
  };
}

const folder = import.meta.dirname;

describe.each(readdirSync(folder).filter((name) => name.endsWith(".txt")))("%s", (name) => {
  const scenario = readScenario(readFileSync(join(folder, name), "utf8"));
  const { files, expected, head, fixed, coverage, why } = scenario;
  const workspace = new InMemoryWorkspace(files, head ? { head } : {});
  const { engine } = workspace;

  test(scenario.title.split("\n")[0] ?? name, async () => {
    for (const [path, markers] of expected) {
      const lines = new LineIndex(files[path] ?? "");
      const demands = markers.map(demandOf);
      const found = engine.findings(path).map((finding, at) => described(finding, lines, demands[at]));
      expect(found, path).toEqual(demands);
    }
    expect(engine.projectFindings().filter(({ path }) => !expected.has(path))).toEqual([]);
    expect(engine.failures).toEqual([]);
    expect(engine.configurationProblems).toEqual([]);
    if (fixed) {
      const { texts } = engine.fixAll({ paths: Object.keys(files), unsafe: false });
      expect(Object.fromEntries(texts)).toEqual(fixed);
    }
    if (coverage) {
      const covered = (await engine.coverage()).flatMap(({ guide, directives }) =>
        directives.map(({ binding, status }) =>
          [`${guide.path}:${binding.directive.line + 1}`, status, ...binding.rules.map(({ rule }) => rule.id)].join(
            " ",
          ),
        ),
      );
      expect(covered).toEqual(coverage);
    }
    for (const [path, lines] of Object.entries(why)) {
      const answers = engine.why(path).guides.map(({ guide, applies }) => `${applies ? "yes" : "no"} ${guide.path}`);
      expect(answers).toEqual(lines);
    }
  });
});

// Finds the share of code that tests must cover for the project's checks to pass: coverage's, pytest-cov's and codecov's settings.

import type { Project, ProjectPlace } from "./project.ts";
import { at } from "./requirements.ts";

export interface CoverageFloor extends ProjectPlace {
  /** Undefined where it is set, but by something that is not there to read. */
  readonly percent: number | undefined;
}

/** Every setting below which a check fails. */
export function coverageFloors(project: Project): readonly CoverageFloor[] {
  const floors: CoverageFloor[] = [];
  const add = (path: string, pattern: RegExp, percent: number | undefined): void => {
    const place = project.place(path, pattern);
    if (place) floors.push({ ...place, percent });
  };
  for (const { path, table } of project.pyprojects) {
    const value = at(table, "tool", "coverage", "report", "fail_under");
    if (typeof value === "string" || typeof value === "number")
      add(path, /^\s*fail_under\s*=.*$/m, asNumber(String(value)));
  }
  for (const path of project.named(".coveragerc", ".coveragerc.toml", "setup.cfg", "tox.ini", "coverage.ini")) {
    const found = /^\s*fail_under\s*[=:]\s*(\S+)/m.exec(project.text(path));
    if (found) add(path, /^\s*fail_under\s*[=:].*$/m, asNumber(found[1] ?? ""));
  }
  for (const path of project.named("codecov.yml", ".codecov.yml", "codecov.yaml", ".codecov.yaml")) {
    const found = /^\s*target:\s*["']?(\d+(?:\.\d+)?)%?/m.exec(project.text(path));
    if (found) add(path, /^\s*target:.*$/m, asNumber(found[1] ?? ""));
  }
  const commands = [
    ...project.named("pyproject.toml", "pytest.ini", ".pytest.ini", "pytest.toml", "setup.cfg", "tox.ini"),
    ...project.automation.map(({ path }) => path),
  ];
  for (const path of new Set(commands)) {
    for (const pattern of COMMANDS) {
      const found = pattern.exec(uncommented(project.text(path)));
      if (found) add(path, pattern, asNumber(found[1] ?? ""));
    }
  }
  return floors;
}

/** True where something measures coverage at all. */
export function measuresCoverage(project: Project): boolean {
  const settings = [
    ...project.named("pyproject.toml", "setup.cfg", "tox.ini", "pytest.ini", ".coveragerc"),
    ...project.automation.map(({ path }) => path),
  ];
  return (
    project.requirements.some(({ name }) => /^(pytest-cov|coverage|codecov|slipcover|covdefaults)$/.test(name)) ||
    project.matching(/(^|\/)(\.coveragerc|\.?codecov\.ya?ml)$/).length > 0 ||
    settings.some((path) =>
      /--cov\b|\[(tool[.:])?coverage\b|\bcoverage (run|report|xml)\b/.test(uncommented(project.text(path))),
    )
  );
}

/** Pylint and others have a `--fail-under` too, so the plain one counts on a line that speaks of coverage. */
const COMMANDS: readonly RegExp[] = [
  /--cov-fail-under(?:["'],\s*["']|[=\s])\s*["']?(\S+?)(?=["',\s\]]|$)/m,
  /\bcoverage\b[^\n]*--fail-under(?:["'],\s*["']|[=\s])\s*["']?(\S+?)(?=["',\s\]]|$)/m,
  /\b(?:min(?:imum)?[-_]?coverage|coverage[-_](?:min(?:imum)?|threshold|floor))\b["']?\s*[:=]\s*["']?(\S+?)(?=["',\s%\]]|$)/im,
];

/** The same length as before, so that places stay. */
function uncommented(text: string): string {
  return text.replaceAll(/(^|[ \t])#.*$/gm, (comment) => " ".repeat(comment.length));
}

function asNumber(text: string): number | undefined {
  const value = Number(text.replace(/%$/, ""));
  if (text === "" || Number.isNaN(value)) return undefined;
  return value > 0 && value <= 1 ? value * 100 : value;
}

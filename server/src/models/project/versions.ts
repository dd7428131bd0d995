// Reads version specifiers: the lowest version that one lets through, and the Python that a project asks for.

import type { Project, ProjectPlace } from "./project.ts";
import { at, tomlTable } from "./requirements.ts";

export type Version = readonly number[];

export interface PythonFloor extends ProjectPlace {
  readonly version: Version;
}

/** "3.12" → [3, 12] */
export function versionOf(text: string): Version | undefined {
  const found = /\d+(?:\.\d+)*/.exec(text)?.[0];
  return found?.split(".").map(Number);
}

/** True where `a` is lower than `b`, as far as `b` says. */
export function isLower(a: Version, b: Version): boolean {
  for (const [index, part] of b.entries()) {
    const other = a[index] ?? 0;
    if (other !== part) return other < part;
  }
  return false;
}

/** The lowest version that a specifier lets through; undefined where it has no lower bound. */
export function lowestOf(specifier: string): Version | undefined {
  const versions = [...specifier.matchAll(/(<=?|!=|[=~^>]*)\s*v?(\d+(?:\.\d+)*)/g)]
    .filter(([, sign = ""]) => !/^(<|!)/.test(sign))
    .flatMap(([, , version = ""]) => {
      const read = versionOf(version);
      return read ? [read] : [];
    });
  return versions.toSorted((a, b) => (isLower(a, b) ? -1 : isLower(b, a) ? 1 : 0))[0];
}

/** The lowest Python that the project says it runs on, from the file that counts most. */
export function pythonFloor(project: Project): PythonFloor | undefined {
  for (const { names, pattern, read } of sources) {
    for (const path of project.matching(names)) {
      const text = project.text(path);
      const specifier = read(text);
      const version = specifier === undefined ? undefined : lowestOf(specifier);
      const place = version && project.place(path, pattern);
      if (version && place) return { version, ...place };
    }
  }
  return undefined;
}

interface PythonSource {
  readonly names: RegExp;
  /** The line that says so. */
  readonly pattern: RegExp;
  readonly read: (text: string) => string | undefined;
}

const sources: readonly PythonSource[] = [
  {
    names: /(^|\/)pyproject\.toml$/,
    pattern: /^(requires-python|python)\s*=.*$/m,
    read: (text) => {
      const table = tomlTable(text);
      const poetry = at(table, "tool", "poetry", "dependencies", "python");
      return asText(at(table, "project", "requires-python")) ?? asText(poetry) ?? asText(at(poetry, "version"));
    },
  },
  {
    names: /(^|\/)setup\.cfg$/,
    pattern: /^\s*python_requires\s*=.*$/m,
    read: (text) => /^\s*python_requires\s*=\s*(.+)$/m.exec(text)?.[1],
  },
  {
    names: /(^|\/)setup\.py$/,
    pattern: /\bpython_requires\s*=.*$/m,
    read: (text) => /\bpython_requires\s*=\s*(["'])(.+?)\1/.exec(text)?.[2],
  },
  {
    names: /(^|\/)Pipfile$/,
    pattern: /^python_(full_)?version\s*=.*$/m,
    read: (text) => /^python_(?:full_)?version\s*=\s*["'](.+?)["']/m.exec(text)?.[1],
  },
  { names: /(^|\/)\.python-version$/, pattern: /\S+/, read: (text) => /^\s*(?:\w+-)?(\d+\.\d+)/.exec(text)?.[1] },
  { names: /(^|\/)runtime\.txt$/, pattern: /\S+/, read: (text) => /^python-(\d+\.\d+)/.exec(text)?.[1] },
  {
    names: /(^|\/)environment[\w.-]*\.ya?ml$/,
    pattern: /^\s*-\s*python\s*[=<>].*$/m,
    read: (text) => /^\s*-\s*python\s*([=<>~]+\s*\d+(?:\.\d+)*)/m.exec(text)?.[1],
  },
  {
    names: /(^|\/)[\w.-]*Dockerfile[\w.-]*$/,
    pattern: /^FROM\s+.*$/m,
    read: (text) => /^FROM\s+(?:\S+\/)?python:(\d+\.\d+)/m.exec(text)?.[1],
  },
];

function asText(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

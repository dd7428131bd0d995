// Reads what a project asks to be installed from the files that say so, each in its own notation.

import { parse } from "smol-toml";

export interface Requirement {
  /** In the normal form of package indexes: lower case, with hyphens. */
  readonly name: string;
  readonly extras: readonly string[];
  /** ">=2.0,<3", "^2.0", "" where any version will do. */
  readonly specifier: string;
  readonly path: string;
  /** The requirement as written, to point at it. */
  readonly written: string;
  /** Pinned by more than a version: a git revision, a local path. */
  readonly isFixed: boolean;
}

type Read = (text: string) => readonly Omit<Requirement, "path">[];

/** The requirements that a file lists; none where it lists nothing of the kind or cannot be read. */
export function requirementsIn(path: string, text: string): readonly Requirement[] {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const read = readers.find(([pattern]) => pattern.test(path) || pattern.test(name))?.[1];
  return (read?.(text) ?? []).map((requirement) => ({ ...requirement, path }));
}

const readers: readonly (readonly [RegExp, Read])[] = [
  [/^pyproject\.toml$/, fromPyproject],
  [/^(.*[-_.])?(requirements|constraints)([-_.].*)?\.(txt|in)$|(^|\/)requirements\/[^/]+\.(txt|in)$/, fromLines],
  [/^setup\.cfg$/, fromSetupCfg],
  [/^setup\.py$/, fromSetupPy],
  [/^Pipfile$/, fromPipfile],
  [/^(environment|conda)[\w.-]*\.ya?ml$/, fromConda],
  [/^([\w.-]*\.)?(Dockerfile|Containerfile)([-.][\w.-]*)?$/i, fromPipCommands],
];

export function normalName(name: string): string {
  return name.toLowerCase().replaceAll(/[-_.]+/g, "-");
}

/** `name[extra]>=1; marker` */
function requirement(written: string): Omit<Requirement, "path">[] {
  const found =
    /^\s*([A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)\s*(?:\[([^\]]*)\])?\s*(@\s*\S+|\(?[<>=!~^][^;#]*)?\s*(?:;.*)?$/.exec(
      written,
    );
  if (!found) return [];
  const [, name = "", extras = "", specifier = ""] = found;
  return [
    {
      name: normalName(name),
      extras: extras
        .split(",")
        .map((extra) => extra.trim().toLowerCase())
        .filter(Boolean),
      specifier: specifier.startsWith("@") ? "" : specifier.replaceAll(/[()]/g, "").trim(),
      written: written.trim(),
      isFixed: specifier.startsWith("@"),
    },
  ];
}

function fromPyproject(text: string): readonly Omit<Requirement, "path">[] {
  const table = tomlTable(text);
  const poetry = at(table, "tool", "poetry");
  const lists = [
    at(table, "project", "dependencies"),
    ...values(at(table, "project", "optional-dependencies")),
    ...values(at(table, "dependency-groups")),
    at(table, "tool", "uv", "dev-dependencies"),
    ...values(at(table, "tool", "pdm", "dev-dependencies")),
    ...values(at(table, "tool", "hatch", "envs")).flatMap((env) => [
      at(env, "dependencies"),
      at(env, "extra-dependencies"),
    ]),
  ];
  const tables = [
    at(poetry, "dependencies"),
    at(poetry, "dev-dependencies"),
    ...values(at(poetry, "group")).map((group) => at(group, "dependencies")),
    at(table, "tool", "pixi", "dependencies"),
    at(table, "tool", "pixi", "pypi-dependencies"),
  ];
  return [...lists.flatMap(strings).flatMap(requirement), ...tables.flatMap(fromTable)];
}

function fromPipfile(text: string): readonly Omit<Requirement, "path">[] {
  const table = tomlTable(text);
  return [...fromTable(at(table, "packages")), ...fromTable(at(table, "dev-packages"))];
}

/** `name = "^1.0"`, `name = { version = "^1.0", extras = ["x"] }`, `name = { git = "…" }` */
function fromTable(table: unknown): Omit<Requirement, "path">[] {
  if (!isTable(table)) return [];
  return Object.entries(table)
    .filter(([name]) => name !== "python")
    .map(([name, value]) => {
      const versions = (Array.isArray(value) ? value : [value]).map((one) => (isTable(one) ? one["version"] : one));
      const specifier = versions.filter((one) => typeof one === "string").join(",");
      return {
        name: normalName(name),
        extras: strings(at(value, "extras")).map((extra) => extra.toLowerCase()),
        specifier: specifier === "*" ? "" : /^\d/.test(specifier) ? `==${specifier}` : specifier,
        written: name,
        isFixed: isTable(value) && ["git", "path", "url", "file", "workspace"].some((key) => key in value),
      };
    });
}

function fromLines(text: string): readonly Omit<Requirement, "path">[] {
  return text
    .replaceAll(/\\\r?\n/g, " ")
    .split(/\r?\n/)
    .map((line) =>
      line
        .replace(/(^|\s)#.*$/, "")
        .replace(/\s--\w.*$/, "")
        .trim(),
    )
    .filter((line) => line !== "" && !line.startsWith("-"))
    .flatMap(requirement);
}

function fromSetupCfg(text: string): readonly Omit<Requirement, "path">[] {
  return [...text.matchAll(/^(install_requires|tests_require|\w+)[ \t]*=[ \t]*(.*(?:\r?\n[ \t]+.*)*)/gm)]
    .filter(([, key = ""], _index) => key === "install_requires" || key === "tests_require" || inExtras(text, key))
    .flatMap(([, , block = ""]) => fromLines(block));
}

function inExtras(text: string, key: string): boolean {
  const extras = /^\[options\.extras_require\]\r?\n([\s\S]*?)(?=^\[|(?![\s\S]))/m.exec(text)?.[1];
  return extras !== undefined && new RegExp(`^${key}[ \\t]*=`, "m").test(extras);
}

/** Setup scripts are programs, so only what stands there as a literal counts. */
function fromSetupPy(text: string): readonly Omit<Requirement, "path">[] {
  const blocks = text.matchAll(
    /\b\w*(?:requires?|REQUIRES?|requirements|REQUIREMENTS|dependencies)\s*=\s*([[{][\s\S]*?[\]}])\s*[,)\n]/g,
  );
  return [...blocks].flatMap(([, block = ""]) =>
    [...block.matchAll(/(["'])(.*?)\1/g)].flatMap(([, , written = ""]) => requirement(written)),
  );
}

function fromConda(text: string): readonly Omit<Requirement, "path">[] {
  return [...text.matchAll(/^\s*-\s*["']?([A-Za-z][\w.:-]*?)\s*((?:[<>=!~]=?|==?).*?)?["']?\s*(?:#.*)?$/gm)].flatMap(
    ([, name = "", specifier = ""]) =>
      name.endsWith(":") || name === "python"
        ? []
        : requirement(`${name.replace(/^.*::/, "")}${specifier.replace(/^=(?!=)/, "==")}`),
  );
}

/** `RUN pip install a b==1` */
function fromPipCommands(text: string): readonly Omit<Requirement, "path">[] {
  return [
    ...text
      .replaceAll(/\\\r?\n/g, " ")
      .matchAll(/\b(?:pip3?|uv pip|uv tool|pipx|poetry|uv)\s+(?:install|add)\s+([^&|;\n]+)/g),
  ].flatMap(([, words = ""]) =>
    words
      .split(/\s+/)
      .map((word) => word.replaceAll(/["']/g, ""))
      .filter((word) => !/^[-./$]|\.(txt|whl)$/.test(word))
      .flatMap(requirement),
  );
}

export function tomlTable(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}

export function at(table: unknown, ...keys: readonly string[]): unknown {
  let value = table;
  for (const key of keys) value = isTable(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  return value;
}

function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function values(table: unknown): readonly unknown[] {
  return isTable(table) ? Object.values(table) : [];
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}

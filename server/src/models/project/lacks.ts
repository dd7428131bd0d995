// Tells which of the technologies that a team names a project lacks.

import { importsOf } from "./known-packages.ts";
import { type Project, type ProjectPlace } from "./project.ts";
import { type Requirement } from "./requirements.ts";
import { type PackageManager, packageManagers, type Technology, technologies } from "./technologies.ts";
import { isLower, lowestOf, versionOf } from "./versions.ts";

const POSTGRES = [
  "asyncpg",
  "psycopg",
  "psycopg2",
  "psycopg2-binary",
  "psycopg-binary",
  "psycopg-c",
  "pg8000",
  "aiopg",
  "postgres",
  "databases",
  "supabase",
  "asyncpgsa",
  "sqlalchemy[postgresql*",
  "sqlalchemy[asyncpg",
  "databases[postgresql",
];

/** A need that a project may lack: "SQLAlchemy", "python>=3.12", "pydantic>=2", "numpy<2", "manager:uv", "postgres"; `a|b` is either. */
export function lackOf(need: string, project: Project, hasTables: boolean): Lack | undefined {
  const lacks = need.split("|").map((one) => lackOfOne(one, project, hasTables));
  const [first] = lacks;
  if (first === undefined || lacks.includes(undefined)) return undefined;
  const areMissing = lacks.every((lack) => lack?.but.endsWith(MISSING));
  if (lacks.length === 1 || !areMissing) return first;
  return {
    ...first,
    but: `${lacks.length === 2 ? "neither" : "none of them"} is among the project's dependencies or used`,
  };
}

const MISSING = "is neither among the project's dependencies nor used";

export interface Lack {
  /** What is wrong, to follow the words "The stack asks for X, but". */
  readonly but: string;
  readonly place: ProjectPlace | undefined;
  readonly advice: string;
}

/** The package that brings it; undefined where it is no package. */
export function packageFor(need: string): string | undefined {
  const [first = ""] = need.split("|");
  if (first === "postgres") return "psycopg[binary]";
  const technology = technologies.find(({ name }) => name === first);
  if (technology === undefined) return /^[a-z][\w-]*$/.test(first) ? first : undefined;
  return technology.packages.find((name) => /^[\w-]+$/.test(name));
}

function lackOfOne(need: string, project: Project, hasTables: boolean): Lack | undefined {
  if (need.startsWith("manager:")) return lackOfManager(need.slice("manager:".length), project);
  if (need.includes(">=")) return lackOfVersion(need, project);
  if (need.includes("<")) return lackOfCap(need, project);
  if (need === "postgres") {
    if (isRequired(POSTGRES, project) || POSTGRES.some((name) => project.imports(name))) return undefined;
    return missing(project, "a PostgreSQL driver");
  }
  const technology = technologies.find(({ name }) => name === need);
  if (!technology) return lackOfPackage(need, project);
  if (!uses(technology, project)) {
    // "Hash passwords with bcrypt" asks for nothing where there are none.
    if (/^(?:bcrypt|passlib|Argon2)$/.test(need) && !project.mentions(OWN_PASSWORDS)) return undefined;
    return missing(project, technology.name);
  }
  return need === "Alembic" && hasTables && !hasMigrations(project)
    ? {
        but: "no migrations folder is there",
        place: project.place(project.manifest, /^.*\balembic\b.*$/im),
        advice: "Create it with `alembic init`",
      }
    : undefined;
}

/** A password that users of the project have, not one that it logs in with elsewhere. */
const OWN_PASSWORDS =
  /hash\w*_?passw|passw\w*_?hash|verify_passw|passw\w*\s*(?::[^=\n]*)?=\s*(?:\w+\.)*(?:Column|mapped_column|CharField|TextField)\(/i;

/** A package of a name that no technology has. */
function lackOfPackage(name: string, project: Project): Lack | undefined {
  const { roots, packages } = importsOf(name);
  if (isRequired(packages, project) || roots.some((root) => project.imports(root))) return undefined;
  return missing(project, `\`${name}\``);
}

/** `python-jose` is used where it is asked for, imported, or, being a tool, configured or run. */
function uses({ packages, modules = packages, tool: asTool }: Technology, project: Project): boolean {
  if (isRequired(packages, project)) return true;
  if (modules.some((module) => /^[\w-]+$/.test(module) && project.imports(module.replaceAll("-", "_")))) return true;
  if (!asTool) return false;
  const { command, files, section } = asTool;
  return (
    project.matching(files).length > 0 ||
    project.covered.some((path) => files.test(path)) ||
    project.named("pyproject.toml", "setup.cfg", "tox.ini").some((path) => section?.test(project.text(path))) ||
    project.automation.some(({ text }) => command.test(withoutComments(text)))
  );
}

function isRequired(packages: readonly string[], project: Project): boolean {
  const requirements = project.requirements;
  return packages.some((wanted) => requirements.some((requirement) => brings(requirement, wanted)));
}

function brings({ name, extras }: Requirement, wanted: string): boolean {
  const [base = "", extra] = wanted.split("[");
  if (extra !== undefined) {
    const start = extra.replace(/[\]*]/g, "");
    return name === base && extras.some((one) => one.startsWith(start));
  }
  return base.endsWith("*") ? name.startsWith(base.slice(0, -1)) : name === base;
}

function hasMigrations(project: Project): boolean {
  return (
    project.matching(/(^|\/)alembic\.ini$/).length > 0 ||
    project.hasTool("alembic") ||
    project.covered.some((path) => /(^|\/)(versions|migrations)\//.test(path))
  );
}

/** Where nothing lists dependencies, nothing can be missing from the list. */
function missing(project: Project, what: string): Lack | undefined {
  const { manifest } = project;
  if (manifest === undefined || project.requirements.length === 0) return undefined;
  return {
    but: `${what} ${MISSING}`,
    place: project.place(
      manifest,
      /^\[tool\.poetry\.dependencies\].*$/m,
      /^(dependencies\s*=|install_requires).*$/m,
      /^\[project\].*$/m,
    ),
    advice: "Add it",
  };
}

function lackOfVersion(need: string, project: Project): Lack | undefined {
  const [name = "", wanted = ""] = need.split(">=");
  const floor = versionOf(wanted);
  const asked = project.requirements.filter((requirement) => requirement.name === name && requirement.specifier !== "");
  if (!floor) return undefined;
  const isTechnology = technologies.some(({ packages }) => packages.includes(name));
  if (!isTechnology && !project.requirements.some((one) => one.name === name)) return lackOfPackage(name, project);
  const low = asked.find(({ specifier }) => {
    const lowest = lowestOf(specifier);
    const highest = /<\s*(\d+(?:\.\d+)*)/.exec(specifier)?.[1];
    const end = highest === undefined ? undefined : versionOf(highest);
    const isBelow = end !== undefined && !isLower(floor, end);
    if (lowest !== undefined && /^==/.test(specifier)) return isLower(lowest, floor);
    return isBelow || (lowest !== undefined && /^[~^]/.test(specifier) && isLower(lowest, floor.slice(0, 1)));
  });
  return (
    low && {
      but: `the project asks for \`${low.specifier}\``,
      place: project.place(low.path, new RegExp(`^.*\\b${name}\\b.*$`, "im")),
      advice: "Raise it",
    }
  );
}

/** A requirement that lets in what is to be kept out. */
function lackOfCap(need: string, project: Project): Lack | undefined {
  const [name = "", wanted = ""] = need.split("<");
  const cap = versionOf(wanted);
  const open = project.requirements.find(({ name: own, specifier }) => {
    if (own !== name || cap === undefined || /^@/.test(specifier)) return false;
    const highest = /<\s*(\d+(?:\.\d+)*)/.exec(specifier)?.[1];
    const end = highest === undefined ? undefined : versionOf(highest);
    if (end !== undefined) return isLower(cap, end);
    const lowest = lowestOf(specifier);
    if (lowest === undefined) return true;
    // "==1.26", "~=1.26" and "^1.26" stay within their own first number.
    return /^(?:==|[~^])/.test(specifier) ? !isLower(lowest, cap) : true;
  });
  return (
    open && {
      but: `the project asks for \`${open.name}${open.specifier}\``,
      place: project.place(open.path, new RegExp(`^.*\\b${name}\\b.*$`, "im")),
      advice: `Keep it below ${wanted}`,
    }
  );
}

function lackOfManager(name: string, project: Project): Lack | undefined {
  const wanted = packageManagers.find((one) => one.name === name);
  const { manifest } = project;
  if (!wanted || manifest === undefined) return undefined;
  const rivals = packageManagers.flatMap(({ name: other, lock }) => {
    const path = other === name || !lock ? undefined : project.matching(lock)[0];
    return path === undefined ? [] : [path];
  });
  const isShown = shows(wanted, project);
  const locked = !wanted.lock || project.matching(wanted.lock).length > 0;
  // A list that a lock file stands for, or that the manager wrote itself, is an export.
  const list = project
    .named("requirements.txt")
    .find(
      (path) =>
        wanted.lock &&
        !/autogenerated|exported|generated by/i.test(project.text(path).slice(0, 400)) &&
        project.text(path).trim() !== "",
    );
  const rival =
    wanted.name === "pip" || wanted.name === "Conda"
      ? rivals[0]
      : (rivals[0] ?? (isShown && !locked ? undefined : list));
  if (rival !== undefined && !(wanted.name === "pip" && isShown && rivals.length === 0)) {
    return {
      but: `\`${rival}\` belongs to another way of installing`,
      place: project.place(rival),
      advice: `Move what it says to ${wanted.name} and remove it`,
    };
  }
  if (isShown || wanted.name === "pip") return undefined;
  const ignored = project
    .named(".gitignore")
    .some(
      (path) => wanted.lock && /^\s*\/?(uv|poetry|pdm|Pipfile|pixi)\.lock\s*$|^\*\.lock\s*$/m.test(project.text(path)),
    );
  if (ignored) return undefined;
  return {
    but: "nothing in the project shows it: no lock file, no configuration",
    place: project.place(manifest, /^\[build-system\].*$/m),
    advice: `Set the project up with ${wanted.name} and keep its lock file`,
  };
}

function shows({ files, sign }: PackageManager, project: Project): boolean {
  if (project.matching(files).length > 0) return true;
  const texts = [
    ...project.named("pyproject.toml", "requirements.txt").map((path) => project.text(path)),
    ...project.automation.map(({ text }) => text),
  ];
  return texts.some((text) => sign.test(text));
}

function withoutComments(text: string): string {
  return text.replaceAll(/(^|\s)#.*$/gm, "$1");
}

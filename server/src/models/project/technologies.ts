// Knows the technologies that teams name in their stack, and tells which of them a project uses.

import { type Project, type ProjectPlace } from "./project.ts";
import { type Requirement } from "./requirements.ts";
import { isLower, lowestOf, versionOf } from "./versions.ts";

export interface Technology {
  readonly name: string;
  /** How texts write it. */
  readonly spelled: RegExp;
  /** What a sentence says it is for, where it asks for it outside a list of the stack. */
  readonly role: RegExp;
  /** Packages, any of which brings it; `prefix*`, `package[extra]`. */
  readonly packages: readonly string[];
  /** Modules whose import shows it. */
  readonly modules?: readonly string[];
  /** A tool: its table in pyproject, its own files, and its name in what continuous integration runs show it too. */
  readonly tool?: { readonly command: RegExp; readonly files: RegExp; readonly section?: RegExp };
}

export interface PackageManager {
  readonly name: string;
  readonly spelled: RegExp;
  readonly lock: RegExp | undefined;
  /** Tables of pyproject, build systems, commands and files by which it shows. */
  readonly sign: RegExp;
  readonly files: RegExp;
}

const never = /(?!)/;
const webApis = /\b(frameworks?|(web|http|rest|restful|backend) (apis?|services?|server|endpoints?)|apis?)\b/i;
const databases = /\b(databases?|db|orm|persistence|data access)\b/i;
const linting = /\b(lint\w*|format\w*|code style|style|static analysis|code quality)\b/i;

export const technologies: readonly Technology[] = [
  library("FastAPI", /\bfastapi\b/i, webApis, ["fastapi", "fastapi-slim"]),
  library("Flask", /\bflask\b/i, webApis, ["flask", "quart"]),
  library("Django", /\bdjango\b/i, webApis, ["django"]),
  library("Litestar", /\blitestar\b/i, webApis, ["litestar"]),
  library("SQLAlchemy", /\bsqlalchemy\b/i, databases, [
    "sqlalchemy",
    "sqlmodel",
    "flask-sqlalchemy",
    "advanced-alchemy",
  ]),
  library("SQLModel", /\bsqlmodel\b/i, /\b(databases?|db|orm|persistence|data access|(?:all )?models)\b/i, [
    "sqlmodel",
  ]),
  library("Tortoise ORM", /\btortoise\b/i, never, ["tortoise-orm"], ["tortoise"]),
  library("Alembic", /\balembic\b/i, /\b(migrations?|schema (changes?|versions?))\b/i, ["alembic", "flask-migrate"]),
  library("asyncpg", /\basyncpg\b/i, /\bdriver\b/i, ["asyncpg", "sqlalchemy[postgresql-asyncpg]"]),
  library("psycopg", /\bpsycopg(?!2)3?\b/i, /\bdriver\b/i, ["psycopg", "psycopg-binary", "psycopg-c"]),
  library("psycopg2", /\bpsycopg2\b/i, /\bdriver\b/i, ["psycopg2", "psycopg2-binary"]),
  library(
    "Pydantic",
    /\bpydantic\b(?![- ](?:settings|models?|schemas?|v?2))/i,
    /\b((data |input |request |schema )*validation|schemas?|serializ\w+|data models?)\b/i,
    ["pydantic", "pydantic-settings", "fastapi", "fastapi-slim", "sqlmodel"],
  ),
  library("pydantic-settings", /\bpydantic[- ]settings\b/i, /\b(settings|config\w*|environment)\b/i, [
    "pydantic-settings",
  ]),
  library("python-jose", /\b(python-)?jose\b/i, /\b(jwt|tokens?|auth\w*)\b/i, ["python-jose"], ["jose"]),
  library(
    "PyJWT",
    /\bpyjwt\b/i,
    /\b(jwt|tokens?|auth\w*)\b/i,
    ["pyjwt", "fastapi-users", "flask-jwt-extended"],
    ["jwt"],
  ),
  library("Authlib", /\bauthlib\b/i, /\b(jwt|tokens?|auth\w*|oauth\w*)\b/i, ["authlib"]),
  library("bcrypt", /\bbcrypt\b/i, /\b(passwords?|hash\w*)\b/i, [
    "bcrypt",
    "passlib[bcrypt]",
    "pwdlib[bcrypt]",
    "flask-bcrypt",
  ]),
  library("passlib", /\bpasslib\b/i, /\b(passwords?|hash\w*)\b/i, ["passlib"]),
  library(
    "Argon2",
    /\bargon2\w*\b/i,
    /\b(passwords?|hash\w*)\b/i,
    ["argon2-cffi", "passlib[argon2]", "pwdlib[argon2]", "pwdlib"],
    ["argon2"],
  ),
  library(
    "OpenTelemetry",
    /\b(opentelemetry|otel)\b/i,
    /\b(trac\w+|observability|telemetry)\b/i,
    ["opentelemetry-*", "logfire", "ddtrace[opentelemetry]"],
    ["opentelemetry", "logfire"],
  ),
  library(
    "Sentry",
    /\bsentry\b/i,
    /\b(error|exception|crash|issue)s? (track\w*|monitor\w*|report\w*|captur\w*)|\bmonitoring\b/i,
    ["sentry-sdk", "raven"],
    ["sentry_sdk", "raven"],
  ),
  library("structlog", /\bstructlog\b/i, never, ["structlog"]),
  library("Loguru", /\bloguru\b/i, never, ["loguru"]),
  library(
    "Celery",
    /\bcelery\b/i,
    /\b(background|async\w*|distributed|queue\w*|scheduled|periodic) ?(tasks?|jobs?|work|processing)?\b/i,
    ["celery", "django-celery-*"],
  ),
  library("httpx", /\bhttpx\b/i, /\bhttp clients?\b/i, ["httpx"]),
  library("aiohttp", /\baiohttp\b/i, /\bhttp clients?\b/i, ["aiohttp"]),
  library("Typer", /\btyper\b/i, /\b(cli|command[- ]line)\b/i, ["typer", "typer-slim"]),
  library("Click", /\bclick\b(?=\s*(\(|$|\d|,|\+|for))/i, /\b(cli|command[- ]line) (framework|library|interface)\b/i, [
    "click",
    "typer",
  ]),
  library("Uvicorn", /\buvicorn\b/i, /\b(asgi )?server\b/i, [
    "uvicorn",
    "fastapi[standard]",
    "fastapi[all]",
    "fastapi-cli",
    "uvicorn-worker",
  ]),
  library("Gunicorn", /\bgunicorn\b/i, /\b(wsgi )?server\b/i, ["gunicorn"]),
  tool("Ruff", /\bruff\b/i, linting, "ruff", /(^|\/)\.?ruff\.toml$/),
  tool("Black", /\bblack\b/i, /\b(format\w*|code style)\b/i, "black", never),
  tool("isort", /\bisort\b/i, never, "isort", /(^|\/)\.isort\.cfg$/),
  tool("Flake8", /\bflake8\b/i, linting, "flake8", /(^|\/)\.flake8$/),
  tool("Pylint", /\bpylint\b/i, linting, "pylint", /(^|\/)\.?pylintrc(\.toml)?$/),
  tool("mypy", /\bmypy\b/i, /\b(type[- ]?check\w*|typing|types?)\b/i, "mypy", /(^|\/)\.?mypy\.ini$/),
  tool(
    "Pyright",
    /\b(based)?pyright\b/i,
    /\b(type[- ]?check\w*|typing|types?|lint\w*)\b/i,
    "(?:based)?pyright",
    /(^|\/)pyrightconfig\.json$/,
  ),
  tool("Bandit", /\bbandit\b/i, /\bsecurity\b/i, "bandit", /(^|\/)\.bandit$/),
  tool(
    "pre-commit",
    /\bpre-?commit\b/i,
    /\b(hooks?|set up|setup|configur\w+|install\w*)\b/i,
    "pre-commit|prek",
    /(^|\/)\.pre-commit-config\.ya?ml$/,
  ),
  tool("pytest", /\bpytest\b/i, /\b(test\w*)\b/i, "pytest", /(^|\/)(pytest\.ini|\.pytest\.ini|conftest\.py)$/),
];

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

export const packageManagers: readonly PackageManager[] = [
  manager(
    "uv",
    /\buv\b/i,
    /(^|\/)uv\.lock$/,
    /^\[tool\.uv\b|\buv (sync|run|pip|lock|add|venv|export|build|tool)\b|astral-sh\/(setup-)?uv|uv_build|autogenerated by uv/m,
    /(^|\/)(uv\.lock|uv\.toml)$/,
  ),
  manager(
    "Poetry",
    /\bpoetry\b/i,
    /(^|\/)poetry\.lock$/,
    /^\[tool\.poetry\b|poetry[.-]core|poetry\.masonry|\bpoetry (install|run|lock|export|build)\b/m,
    /(^|\/)(poetry\.lock|poetry\.toml)$/,
  ),
  manager(
    "PDM",
    /\bpdm\b/i,
    /(^|\/)pdm\.lock$/,
    /^\[tool\.pdm\b|pdm[.-](backend|pep517)|\bpdm (install|sync|run|lock)\b/m,
    /(^|\/)(pdm\.lock|pdm\.toml)$/,
  ),
  manager(
    "Pipenv",
    /\bpipenv\b/i,
    /(^|\/)Pipfile\.lock$/,
    /\bpipenv (install|sync|run|lock)\b/,
    /(^|\/)Pipfile(\.lock)?$/,
  ),
  manager(
    "Hatch",
    /\bhatch\b/i,
    undefined,
    /^\[tool\.hatch\b|\bhatchling\b|\bhatch (run|env|build)\b/m,
    /(^|\/)hatch\.toml$/,
  ),
  manager(
    "Conda",
    /\b(conda|mamba|micromamba)\b/i,
    /(^|\/)conda-lock\.ya?ml$/,
    /\b(conda|mamba|micromamba) (env|create|install|activate)\b/,
    /(^|\/)(environment[\w.-]*\.ya?ml|meta\.yaml|conda-lock\.ya?ml)$/,
  ),
  manager(
    "Pixi",
    /\bpixi\b/i,
    /(^|\/)pixi\.lock$/,
    /^\[tool\.pixi\b|\bpixi (install|run|add)\b/m,
    /(^|\/)pixi\.(lock|toml)$/,
  ),
  manager(
    "pip",
    /\bpip\b/i,
    undefined,
    /\bpip3? install\b/,
    /(^|\/)(.*requirements.*\.(txt|in)|setup\.(py|cfg)|pyproject\.toml)$/,
  ),
];

/** A need that a project may lack: "SQLAlchemy", "python>=3.12", "pydantic>=2", "manager:uv", "postgres"; `a|b` is either. */
export function lackOf(need: string, project: Project, hasTables: boolean): Lack | undefined {
  const lacks = need.split("|").map((one) => lackOfOne(one, project, hasTables));
  return lacks.includes(undefined) ? undefined : lacks[0];
}

export interface Lack {
  /** What is wrong, to follow the words "The stack asks for X, but". */
  readonly but: string;
  readonly place: ProjectPlace | undefined;
  readonly advice: string;
}

function lackOfOne(need: string, project: Project, hasTables: boolean): Lack | undefined {
  if (need.startsWith("manager:")) return lackOfManager(need.slice("manager:".length), project);
  if (need.includes(">=")) return lackOfVersion(need, project);
  if (need === "postgres") {
    if (isRequired(POSTGRES, project) || POSTGRES.some((name) => project.imports(name))) return undefined;
    return missing(project, "a PostgreSQL driver");
  }
  const technology = technologies.find(({ name }) => name === need);
  if (!technology) return undefined;
  if (!uses(technology, project)) return missing(project, technology.name);
  return need === "Alembic" && hasTables && !hasMigrations(project)
    ? {
        but: "no migrations folder is there",
        place: project.place(project.manifest, /^.*\balembic\b.*$/im),
        advice: "Create it with `alembic init`",
      }
    : undefined;
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
    but: `${what} is neither among the project's dependencies nor used`,
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
  const low = asked.find(({ specifier }) => {
    const lowest = lowestOf(specifier);
    const highest = /<\s*(\d+(?:\.\d+)*)/.exec(specifier)?.[1];
    const end = highest === undefined ? undefined : versionOf(highest);
    const isBelow = end !== undefined && !isLower(floor, end);
    return isBelow || (lowest !== undefined && /^(==|\^|~)/.test(specifier) && isLower(lowest, floor.slice(0, 1)));
  });
  return (
    low && {
      but: `the project asks for \`${low.specifier}\``,
      place: project.place(low.path, new RegExp(`^.*\\b${name}\\b.*$`, "im")),
      advice: "Raise it",
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

function library(
  name: string,
  spelled: RegExp,
  role: RegExp,
  packages: readonly string[],
  modules?: readonly string[],
): Technology {
  return { name, spelled, role, packages, ...(modules && { modules }) };
}

function tool(name: string, spelled: RegExp, role: RegExp, command: string, files: RegExp): Technology {
  const section = new RegExp(`^\\[(tool[.:])?(${command})\\b`, "m");
  const lower = name.toLowerCase();
  return {
    name,
    spelled,
    role,
    packages: [lower, ...(lower === "pyright" ? ["basedpyright"] : []), ...(lower === "flake8" ? ["flake8-*"] : [])],
    tool: { command: new RegExp(`\\b(${command})\\b`), files, section },
  };
}

function manager(name: string, spelled: RegExp, lock: RegExp | undefined, sign: RegExp, files: RegExp): PackageManager {
  return { name, spelled, lock, sign, files };
}

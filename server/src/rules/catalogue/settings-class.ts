// Flags reads of the environment outside the settings.

import { calleeName, knownName } from "../../python/name-of.ts";
import type { PythonFile } from "../../python/python-file.ts";
import type { SyntaxNode } from "../../python/syntax.ts";
import { fileRule } from "../rule.ts";
import { definesSettings } from "../settings-object.ts";

export const settingsClass = fileRule({
  id: "settings-class",
  scope: "file",
  summary: "`os.environ` and `os.getenv` outside the settings modules.",
  why: "A value that is read where it is used is neither typed nor checked at the start, and nobody sees what must be set. Settings modules, scripts, writes to the environment, and the environment handed to a child process as a whole are left alone.",
  severity: "warning",
  fix: "none",
  ruff: ["TID251"],
  options: {},
  mentions: ["environ", "getenv"],
  answers: [
    "Read configuration through a settings class.",
    "Use pydantic-settings for configuration.",
    "Never read `os.environ` directly.",
  ],
  means: [
    {
      stance: "want",
      says: [
        "`BaseSettings`",
        "(pydantic settings|pydantic-settings|`pydantic-settings`|`pydantic_settings`)",
        "(config|configuration|environment|env) ... setting (class|object|module)",
        "(config|configuration|setting) ... (pydantic|`BaseSettings`)",
        "(config|configuration|setting) ... (load|read|come) ... environment (variable)?",
        "(environment|env) variable ... (read|access|load|come) ... (only|settings|`*settings*`|`*config*`)",
        "(access|read|get|take) ... (config|configuration) ... (`settings`|`*settings*`)",
        "(setting|config|configuration) ... (live|defined|kept|stay|belong|go) ... (`Settings`|`*Settings*`|settings class|settings object)",
      ],
      unless: ["logging", "linter", "`pyproject.toml`", "django"],
    },
    {
      stance: "avoid",
      says: [
        "`os.environ*`",
        "`os.getenv*`",
        "(read|access) environment variable ... (directly|scattered|outside|everywhere)",
        "(read|access|query|fetch|look up|get|load) environment variable",
      ],
      unless: ["(write|set|mutate|modify|store|assign|patch|change|put) ... (`os.environ*`|environment)"],
    },
  ],
  examples: [
    {
      bad: 'import os\n\n\ndef url():\n    return os.environ["DATABASE_URL"]\n',
      good: "from app.settings import settings\n\n\ndef url():\n    return settings.database_url\n",
      path: "app/database.py",
    },
  ],
  *check(file) {
    if (isSettingsModule(file) || file.isTest) return;
    for (const node of file.nodes("attribute", "identifier", "call")) {
      const read = readOf(file, node);
      if (read === undefined) continue;
      yield {
        span: read,
        message:
          "The environment is read here, past the settings, where nothing checks or documents it; add a field to the settings class and use that.",
      };
    }
  },
});

function isSettingsModule(file: PythonFile): boolean {
  if (
    /(^|\/)(settings?|config|configuration|conf|env|environment|constants|conftest|manage|wsgi|asgi|setup|noxfile|gunicorn[\w.]*)\.py$/.test(
      file.path,
    )
  )
    return true;
  if (/(^|\/)(settings|config|scripts?|bin|migrations|alembic)\//.test(file.path)) return true;
  return definesSettings(file);
}

/** The smallest expression that reads a variable: `os.environ["X"]`, `os.environ.get("X")`, `os.getenv("X")`. */
function readOf(file: PythonFile, node: SyntaxNode): SyntaxNode | undefined {
  if (node.type === "call") return calleeName(file, node) === "os.getenv" ? node : undefined;
  if (
    knownName(file, node) !== "os.environ" ||
    /import/.test(node.parent?.type ?? "") ||
    node.parent?.type === "dotted_name"
  )
    return undefined;
  if (
    node.type === "identifier" &&
    node.parent?.type === "attribute" &&
    node.parent.field("attribute")?.start === node.start
  )
    return undefined;
  const above = node.parent;
  if (above?.type === "subscript" && above.field("value") === node) {
    const isWrite =
      (above.parent?.type === "assignment" && above.parent.field("left") === above) ||
      above.parent?.type === "delete_statement";
    return isWrite ? undefined : above;
  }
  if (above?.type === "comparison_operator") return above;
  const method = above?.type === "attribute" ? above.field("attribute")?.text : undefined;
  return method === "get" && above?.parent?.type === "call" ? above.parent : undefined;
}

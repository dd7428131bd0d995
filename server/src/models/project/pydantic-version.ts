// Whether the project of a file is still on pydantic 1, by what it asks for or what its lock file holds.

import type { Workspace } from "../workspace.ts";
import { type Requirement, requirementsIn } from "./requirements.ts";

const MANIFESTS = ["pyproject.toml", "requirements.txt", "setup.cfg", "setup.py", "Pipfile", "environment.yml"];
const LOCKS = ["poetry.lock", "uv.lock", "pdm.lock"];

/** The nearest folder above the file whose files speak of pydantic decides. */
export function asksForPydantic1(path: string, workspace: Workspace): boolean {
  const names = path.split("/").slice(0, -1);
  for (let depth = names.length; depth >= 0; depth--) {
    const folder = names
      .slice(0, depth)
      .map((name) => `${name}/`)
      .join("");
    const answer = inFolder(folder, workspace);
    if (answer !== undefined) return answer;
  }
  return false;
}

/** Undefined where nothing in the folder says which version it is. */
function inFolder(folder: string, workspace: Workspace): boolean | undefined {
  const locked = LOCKS.map((name) =>
    /^name = "pydantic"\r?\nversion = "(\d+)\./m.exec(workspace.text(folder + name) ?? ""),
  ).find(Boolean)?.[1];
  if (locked !== undefined) return Number(locked) < 2;
  const side = workspace.otherFiles.filter(
    (path) =>
      path.startsWith(folder) &&
      /^(requirements\/[^/]+|[\w.-]*requirements[\w.-]*)\.(txt|in)$/.test(path.slice(folder.length)),
  );
  const specifiers = [...MANIFESTS.map((name) => folder + name), ...side].flatMap((path) => {
    const text = workspace.text(path) ?? "";
    return /pydantic|fastapi|sqlmodel/i.test(text) ? requirementsIn(path, text) : [];
  });
  const own = specifiers.filter(({ name, specifier }) => name === "pydantic" && specifier !== "");
  if (own.length > 0) return own.some(({ specifier }) => isBelow2(specifier));
  return specifiers.some(needs1) ? true : undefined;
}

/** FastAPI before 0.100 and SQLModel before 0.0.14 know version 1 alone. */
function needs1({ name, specifier }: Requirement): boolean {
  const [, last = ""] = /^\s*(?:==|~=|=)\s*0\.(\d+(?:\.\d+)?)/.exec(specifier) ?? [];
  if (name === "fastapi") return last !== "" && Number(last.split(".")[0]) < 100;
  return name === "sqlmodel" && /^0\.\d+$/.test(last) && Number(last.slice(2)) < 14;
}

/** ">=1.10,<2", "==1.10.13", "^1.9", and not ">=1.10", which lets version 2 in. */
function isBelow2(specifier: string): boolean {
  const upper = /<(=?)\s*(\d+)(?:\.(\d+))?/.exec(specifier);
  if (upper && (Number(upper[2]) < 2 || (upper[2] === "2" && Number(upper[3] ?? 0) === 0 && upper[1] === "")))
    return true;
  return /^\s*(==|~=|\^|~|=)\s*1\b/.test(specifier);
}

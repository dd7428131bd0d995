// Where a file has a name of typing from that older Pythons do not know: from `typing_extensions`, if it has that already.

import type { Workspace } from "../models/workspace.ts";
import type { PythonFile } from "../python/python-file.ts";

/** `since` is the minor version of Python 3 that brought the name; undefined where the project may not have the package. */
export function typingHome(file: PythonFile, workspace: Workspace, since: number): string | undefined {
  const [major, minor] = workspace.pythonVersion ?? [3, since];
  if (major !== 3 || minor >= since) return "typing";
  const isThere = file.nodes("import_from_statement").some(({ text }) => text.includes("typing_extensions"));
  return isThere ? "typing_extensions" : undefined;
}

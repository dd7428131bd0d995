// Cline: the file `.clinerules`, or a folder of that name.

import type { GlobDialect } from "../glob.ts";
import {
  byReaders,
  describeGlobs,
  folderAndBelow,
  globItems,
  globReader,
  onRequest,
  reportFaults,
} from "./applicability.ts";
import { endsWithPath, entry, type Format, flag, folderAbove, folderOf } from "./format.ts";

const assistant = "Cline";
const dialect: GlobDialect = { ignoreCase: false, start: "anywhere-without-slash", folders: true };

export const cline: Format = {
  id: "cline",
  owns: (path) =>
    endsWithPath(path, ".clinerules") ||
    (/(?:^|\/)\.clinerules\/.+\.(?:md|txt)$/.test(path) && !path.includes(".clinerules/workflows/")),
  keys: { paths: "globs", alwaysApply: "switch", description: "text" },
  bareGlobs: false,
  applicability(context) {
    const home = folderAbove(context.path, ".clinerules", folderOf(context.path));
    const globs = globItems(entry(context, "paths")?.items ?? []);
    const always = flag(context, "alwaysApply");
    if (always === true) return folderAndBelow(assistant, home, "`alwaysApply` is true");
    if (globs.length > 0) {
      reportFaults(globs, dialect, context);
      return byReaders(describeGlobs(globs, home), globReader(globs, { assistant, key: "paths", dialect, home }));
    }
    // An empty list is Cline's own way of switching a rule off.
    if (context.matter?.entries.get("paths")?.value === "list") return onRequest(assistant, "`paths` is an empty list");
    if (always === false) return onRequest(assistant, "`alwaysApply` is false and it has no `paths`");
    return folderAndBelow(assistant, home, "it has no `paths`, so it speaks of every file");
  },
};

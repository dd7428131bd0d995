// Claude Code: `CLAUDE.md` in any folder, and `.claude/rules`.

import type { GlobDialect } from "../glob.ts";
import { byReaders, describeGlobs, folderAndBelow, globItems, globReader, reportFaults } from "./applicability.ts";
import { endsWithPath, entry, type Format, folderAbove, folderOf } from "./format.ts";

const assistant = "Claude Code";
const dialect: GlobDialect = { ignoreCase: false, start: "root", folders: false };

export const claude: Format = {
  id: "claude",
  owns: (path) =>
    endsWithPath(path, "CLAUDE.md") ||
    endsWithPath(path, "CLAUDE.local.md") ||
    /(?:^|\/)\.claude\/rules\/.+\.md$/.test(path),
  keys: { paths: "globs", description: "text", name: "text" },
  bareGlobs: false,
  applicability(context) {
    const home = folderAbove(context.path, ".claude", folderOf(context.path));
    const globs = globItems(entry(context, "paths")?.items ?? []);
    if (globs.length === 0 || !context.path.includes(".claude/rules/")) {
      return folderAndBelow(assistant, home, "it has no `paths`, so it speaks of every file");
    }
    reportFaults(globs, dialect, context);
    return byReaders(describeGlobs(globs, home), globReader(globs, { assistant, key: "paths", dialect, home }));
  },
};

// Cursor: `.cursor/rules/**/*.mdc` in any folder, and the older `.cursorrules`.

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

const assistant = "Cursor";
const dialect: GlobDialect = { ignoreCase: false, start: "anywhere-without-slash", folders: true };

export const cursor: Format = {
  id: "cursor",
  owns: (path) => endsWithPath(path, ".cursorrules") || /(?:^|\/)\.cursor\/rules\/.+\.(?:mdc|md)$/.test(path),
  keys: { description: "text", globs: "globs", alwaysApply: "switch" },
  bareGlobs: true,
  applicability(context) {
    const { path, report } = context;
    if (endsWithPath(path, ".cursorrules")) {
      return folderAndBelow(assistant, folderOf(path), "`.cursorrules` speaks of every file");
    }
    // A folder of its own with a `RULE.md` is the newer way to write a rule.
    if (path.endsWith(".md") && !path.endsWith("/RULE.md")) {
      // Somebody tells there what the folder is for; it was never meant as a rule.
      if (/\/README\.md$/i.test(path)) return onRequest(assistant, "Cursor ignores a `README.md` in `.cursor/rules`");
      report({
        rule: "globs",
        span: { start: 0, end: 0 },
        message: "Cursor reads only `.mdc` files in `.cursor/rules` and ignores this one. Rename it to `.mdc`.",
      });
      return onRequest(assistant, "Cursor ignores a `.md` file in `.cursor/rules`");
    }
    const home = folderAbove(path, ".cursor", "");
    if (flag(context, "alwaysApply")) return folderAndBelow(assistant, home, "`alwaysApply` is true");
    const globs = globItems(entry(context, "globs")?.items ?? []);
    if (globs.length === 0 || flag(context, "autoAttach") === false) {
      return onRequest(assistant, "it has no `globs` and is not always applied, so it is only read on request");
    }
    reportFaults(globs, dialect, context);
    return byReaders(describeGlobs(globs, home), globReader(globs, { assistant, key: "globs", dialect, home }));
  },
};

// Continue: rules in `.continue/rules`, by glob, by a pattern on the file's content, or always.

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
import { entry, type Format, flag, folderAbove } from "./format.ts";

const assistant = "Continue";
const dialect: GlobDialect = { ignoreCase: false, start: "anywhere-without-slash", folders: true };

export const continueDev: Format = {
  id: "continue",
  owns: (path) => /(?:^|\/)\.continue\/rules\/(?:.+\/)?[^/]+\.md$/.test(path),
  keys: { name: "text", globs: "globs", regex: "globs", description: "text", alwaysApply: "switch" },
  bareGlobs: false,
  applicability(context) {
    const home = folderAbove(context.path, ".continue", "");
    const always = flag(context, "alwaysApply");
    const globs = globItems(entry(context, "globs")?.items ?? []);
    if (always === true) return folderAndBelow(assistant, home, "`alwaysApply` is true");
    if (globs.length > 0) {
      reportFaults(globs, dialect, context);
      return byReaders(describeGlobs(globs, home), globReader(globs, { assistant, key: "globs", dialect, home }));
    }
    if (always === false || entry(context, "regex")) {
      return onRequest(assistant, "neither `globs` nor `alwaysApply` says which files it speaks of");
    }
    return folderAndBelow(assistant, home, "it has no `globs`, so it speaks of every file");
  },
};

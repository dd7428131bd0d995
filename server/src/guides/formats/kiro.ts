// Kiro: steering files, included always, by file, or on request.

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
import { entry, type Format, folderAbove, word } from "./format.ts";

const assistant = "Kiro";
const dialect: GlobDialect = { ignoreCase: false, start: "anywhere-without-slash", folders: true };

export const kiro: Format = {
  id: "kiro",
  owns: (path) => /(?:^|\/)\.kiro\/steering\/(?:.+\/)?[^/]+\.md$/.test(path),
  keys: {
    inclusion: ["always", "fileMatch", "manual", "auto"],
    fileMatchPattern: "globs",
    name: "text",
    description: "text",
  },
  bareGlobs: false,
  applicability(context) {
    const home = folderAbove(context.path, ".kiro", "");
    const inclusion = word(context, "inclusion");
    if (inclusion === "manual" || inclusion === "auto") {
      return onRequest(assistant, `\`inclusion: ${inclusion}\` reads it only on request`);
    }
    if (inclusion !== "filematch") return folderAndBelow(assistant, home, "it is always included");
    const globs = globItems(entry(context, "fileMatchPattern")?.items ?? []);
    if (globs.length === 0) {
      const span = context.matter?.entries.get("inclusion")?.span ?? { start: 0, end: 0 };
      context.report({
        rule: "globs",
        span,
        message:
          '`inclusion: fileMatch` needs a `fileMatchPattern`, so this guide is never applied. Add for example `fileMatchPattern: "**/*.py"`.',
      });
      return onRequest(assistant, "`inclusion: fileMatch` has no pattern");
    }
    reportFaults(globs, dialect, context);
    return byReaders(
      describeGlobs(globs, home),
      globReader(globs, { assistant, key: "fileMatchPattern", dialect, home }),
    );
  },
};

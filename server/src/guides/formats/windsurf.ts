// Windsurf and Devin: rules with a `trigger`, and the older `.windsurfrules`.

import type { GlobDialect } from "../glob.ts";
import {
  byReaders,
  describeGlobs,
  everything,
  folderAndBelow,
  globItems,
  globReader,
  onRequest,
  reportFaults,
} from "./applicability.ts";
import { endsWithPath, entry, type Format, folderAbove, word } from "./format.ts";

const assistant = "Windsurf";
const dialect: GlobDialect = { ignoreCase: false, start: "anywhere-without-slash", folders: true };

export const windsurf: Format = {
  id: "windsurf",
  owns: (path) =>
    endsWithPath(path, ".windsurfrules") || /(?:^|\/)\.(?:windsurf|devin)\/rules\/(?:.+\/)?[^/]+\.md$/.test(path),
  keys: { trigger: ["always_on", "glob", "model_decision", "manual"], globs: "globs", description: "text" },
  bareGlobs: true,
  applicability(context) {
    if (endsWithPath(context.path, ".windsurfrules"))
      return everything(assistant, "`.windsurfrules` speaks of every file");
    const home = folderAbove(context.path, context.path.includes(".devin/") ? ".devin" : ".windsurf", "");
    const trigger = word(context, "trigger");
    if (trigger === "manual" || trigger === "model_decision") {
      return onRequest(assistant, `\`trigger: ${trigger}\` reads it only on request`);
    }
    const globs = globItems(entry(context, "globs")?.items ?? []);
    if (trigger === "always_on" || (trigger !== "glob" && globs.length === 0)) {
      return folderAndBelow(
        assistant,
        home,
        trigger === "always_on" ? "`trigger` is `always_on`" : "it has no `trigger` that is known",
      );
    }
    if (globs.length === 0) {
      const span = context.matter?.entries.get("trigger")?.span ?? { start: 0, end: 0 };
      context.report({
        rule: "globs",
        span,
        message: "`trigger: glob` needs `globs`, so this guide is never applied. Add for example `globs: **/*.py`.",
      });
      return onRequest(assistant, "`trigger: glob` without `globs` matches nothing");
    }
    reportFaults(globs, dialect, context);
    return byReaders(describeGlobs(globs, home), globReader(globs, { assistant, key: "globs", dialect, home }));
  },
};

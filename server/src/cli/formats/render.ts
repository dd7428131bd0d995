// The formats of a report by their names.

import type { Report } from "../report.ts";
import type { Style } from "../style.ts";
import { version } from "../version.ts";
import { agent } from "./agent.ts";
import { github } from "./github.ts";
import { gitlab } from "./gitlab.ts";
import { json, jsonl } from "./json.ts";
import { junit } from "./junit.ts";
import { type RuleInfo, sarif } from "./sarif.ts";
import { text } from "./text.ts";

export const reportFormats = ["text", "json", "jsonl", "sarif", "github", "gitlab", "junit", "agent"] as const;
export type ReportFormat = (typeof reportFormats)[number];

export interface Rendering {
  readonly format: ReportFormat;
  readonly style: Style;
  readonly quiet: boolean;
  readonly rules: readonly RuleInfo[];
}

export function render(report: Report, { format, style, quiet, rules }: Rendering): string {
  switch (format) {
    case "text":
      return text(report, style, quiet);
    case "json":
      return json(report);
    case "jsonl":
      return jsonl(report);
    case "sarif":
      return sarif(report, rules, version);
    case "github":
      return github(report);
    case "gitlab":
      return gitlab(report);
    case "junit":
      return junit(report);
    case "agent":
      return agent(report);
  }
}

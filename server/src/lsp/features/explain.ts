// heed/explain: a rule's page.

import { ErrorCodes, ResponseError } from "vscode-languageserver";
import { catalogue } from "../../rules/index.ts";
import { rulePage } from "../prose.ts";
import type { ExplainResult } from "../protocol.ts";

export function explain({ rule: id }: { readonly rule: string }): ExplainResult {
  const rule = catalogue.find((candidate) => candidate.id === id);
  if (!rule)
    throw new ResponseError(ErrorCodes.InvalidParams, `There is no rule \`${id}\`; \`heed rules\` lists the rules.`);
  return { rule: id, markdown: rulePage(rule) };
}

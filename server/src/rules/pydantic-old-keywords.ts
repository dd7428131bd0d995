// Finds arguments of pydantic 1 in calls that version 2 has given other names.

import { methodCall } from "../python/call.ts";
import { calleeName } from "../python/name-of.ts";
import type { PythonFile } from "../python/python-file.ts";
import type { Problem } from "./rule.ts";

const ofFields: Readonly<Record<string, string>> = {
  regex: "pattern",
  min_items: "min_length",
  max_items: "max_length",
  allow_mutation: "frozen",
};
const ofConfig: Readonly<Record<string, string>> = {
  orm_mode: "from_attributes",
  allow_population_by_field_name: "populate_by_name",
  schema_extra: "json_schema_extra",
  anystr_strip_whitespace: "str_strip_whitespace",
  allow_mutation: "frozen",
  validate_all: "validate_default",
};

/** `Field(regex=…)`, `ConfigDict(schema_extra=…)` */
export function* oldKeywords(file: PythonFile): Generator<Problem> {
  for (const argument of file.nodes("keyword_argument")) {
    const call = argument.parent?.parent;
    const name = argument.field("name");
    if (call?.type !== "call" || name === undefined || methodCall(call)?.receiver.text === "self") continue;
    const callee = calleeName(file, call);
    const table = /^pydantic(?:\.\w+)*\.(?:Field|con\w+)$/.test(callee)
      ? ofFields
      : /^pydantic(?:_settings)?(?:\.\w+)*\.(?:Settings)?ConfigDict$/.test(callee)
        ? ofConfig
        : {};
    const better = Object.hasOwn(table, name.text) ? table[name.text] : undefined;
    if (better === undefined) continue;
    const isSame = better !== "frozen";
    yield {
      span: name,
      message: `\`${name.text}\` is pydantic 1; write \`${better}\`${isSame ? "" : ", with the opposite value"}.`,
      ...(isSame && {
        fix: {
          title: `Write ${better}`,
          safe: true,
          edits: [{ span: { start: name.start, end: name.end }, text: better }],
        },
      }),
    };
  }
}

/** For phrases: what version 2 calls these things, and what version 1 did. */
export const newKeywords =
  "(`json_schema_extra*`|`populate_by_name*`|`str_strip_whitespace*`|`validate_default*`|`pattern*`|`min_length*`|`max_length*`)";
export const formerKeywords =
  "(`schema_extra*`|`allow_population_by_field_name*`|`anystr_strip_whitespace*`|`validate_all*`|`regex*`|`min_items*`|`max_items*`|`allow_mutation*`)";

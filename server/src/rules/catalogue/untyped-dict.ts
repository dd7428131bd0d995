// Flags functions that hand out a plain dict where the team has types for its data.

import type { SyntaxNode } from "../../python/syntax.ts";
import { typedDictFix } from "../response-shape.ts";
import { fileRule } from "../rule.ts";

export const untypedDict = fileRule({
  id: "untyped-dict",
  scope: "file",
  summary: "A function whose annotated result is a plain `dict` or `dict[str, Any]`.",
  why: "Nobody can tell which keys it has. A dataclass, a TypedDict or a model names them. Dicts from one type to another, such as `dict[str, int]`, are data of their own and left alone.",
  severity: "information",
  fix: "unsafe",
  tests: false,
  generated: false,
  options: {},
  answers: [
    "Use dataclasses instead of dicts.",
    "Never return plain dicts from functions.",
    "Prefer Pydantic models over raw dictionaries.",
  ],
  means: [
    {
      stance: "want",
      says: [
        "(dataclass|data class|pydantic|model|`BaseModel`|typeddict|`TypedDict`|named tuple|`NamedTuple`|typed object|struct) ... (over|instead of|rather than|not|never) ... (dict|dictionary|`dict*`|raw dict)",
        "(strong type|strongly typed|typed data structure|typed datastructure|typed structure|typed class|proper class|value object) ... (over|instead of|rather than|not|never) ... (dict|dictionary|`dict*`|raw dict)",
        "(data structure|structured data|structured object) ... (be|use|as|is|are) ... (pydantic|`BaseModel`|dataclass|`TypedDict`|typed model)",
        "(pydantic|`BaseModel`|dataclass|`TypedDict`|typed) (model|class)? (for|as) ... (data structure|structured data|structured object|structured payload)",
        "(return|pass|hand over) structured data ... (dataclass|`dataclass*`|typeddict|`TypedDict`|pydantic|model)",
        "prefer ... (dataclass|data class|pydantic|model|`BaseModel`|typeddict|`TypedDict`|named tuple|`NamedTuple`|typed object|struct) ... to (raw|plain|bare|generic|loose|untyped|nested)? (dict|dictionary|`dict*`|raw dict)",
      ],
      unless: [
        "typed (dict|dictionary)",
        "config",
        "(loop|lookup|mapping|cache)",
        "@endpoint",
        "(request|response) body",
      ],
    },
    {
      stance: "avoid",
      says: [
        "(raw|plain|bare|untyped|generic|loose) (dict|dictionary|`dict*`)",
        "(`dict`|dict) return (type|annotation)",
        "return ... (dict|dictionary|`dict`)",
        "(pass|use) ... (dict|dictionary) ... (around|data|structured|between)",
        "`dict[str, Any]`",
        "return `dict[str, object]`",
        "`Dict[str, Any]`",
      ],
      // Which cases a plain dict is right in stands elsewhere, and code does not tell them.
      options: ({ sentence }) =>
        // What a route sends is held to its response model.
        /\b(?:endpoints?|routes?)\b/i.test(sentence) ||
        /\b(?:only|just) (?:in|for) (?:these|those|the following) (?:cases|situations|places)\b|\b(?:over|instead of|not|rather than)\s+`?(?:typing\.)?Dict\[|\b(?:request|response) bod(?:y|ies)\b/i.test(
          sentence,
        )
          ? undefined
          : {},
      unless: [
        "(grow|grows|evict|bound|bounded|cache|ttl)",
        "@endpoint",
        "(request|response) body",
        "default",
        "typed (dict|dictionary)",
        "cache",
        "(comprehension|order|loop|access|request|response|comment)",
        "(error|exception)",
        "(generic|built in|`List`|`list`) ... dict",
      ],
    },
  ],
  examples: [
    {
      bad: 'def order(number: int) -> dict:\n    return {"number": number, "total": 1.5}\n',
      good: 'from typing import TypedDict\n\n\nclass Order(TypedDict):\n    number: int\n    total: float\n\n\ndef order(number: int) -> Order:\n    return {"number": number, "total": 1.5}\n',
    },
  ],
  *check(file, _options, { workspace }) {
    for (const definition of file.nodes("function_definition")) {
      const result = definition.field("return_type");
      const name = definition.field("name")?.text ?? "";
      if (
        result === undefined ||
        !isPlainDict(result) ||
        /^(?:__\w+__|to_dict|as_dict|model_dump\w*|asdict|dict|to_json)$/.test(name)
      )
        continue;
      const fix = typedDictFix(file, definition, workspace);
      yield {
        span: result,
        ...(fix && { fix }),
        message: `\`${name}\` hands out a plain dict, whose keys nobody can tell; return a type that names them.`,
      };
    }
  },
});

function isPlainDict(type: SyntaxNode): boolean {
  return /^(?:list\[)?(?:dict|Dict|typing\.Dict)(?:\[str,\s*(?:Any|typing\.Any|object)\])?\]?(?:\s*\|\s*None)?$/.test(
    type.text,
  );
}

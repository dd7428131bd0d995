// Flags dataclasses, or pydantic models, whose instances can be changed where the guide wants them frozen.

import { basesOf } from "../definition-kind.ts";
import { decoratorsOf, statements } from "../../python/surroundings.ts";
import { fileRule, option } from "../rule.ts";

export const mutableDataclass = fileRule({
  id: "mutable-dataclass",
  scope: "file",
  summary: "A dataclass without `frozen=True`, or `slots=True`, or a pydantic model that is not frozen.",
  why: "What cannot change can be shared and hashed. Classes whose own methods assign to their fields, and those that inherit from a dataclass of another file, are left alone.",
  severity: "information",
  fix: "none",
  tests: false,
  options: {
    flags: option.strings(["frozen"], "The arguments that have to be true: frozen, slots, kw_only."),
    models: option.boolean(false, "Whether pydantic models are meant rather than dataclasses."),
  },
  answers: [
    "Dataclasses are frozen.",
    "Use `@dataclass(frozen=True)` for value objects.",
    "Pydantic models are immutable (`frozen=True`).",
  ],
  means: [
    {
      stance: "want",
      says: [
        "(frozen|immutable) ... (dataclass|`dataclass*`|`@dataclass*`|value object|model|data class|struct|record)",
        "(dataclass|`dataclass*`|`@dataclass*`|data class|model|value object|record) ... (frozen|immutable|`frozen=True`|`slots=True`|`kw_only=True`|slots)",
        "`*dataclass(*frozen=True*`",
        "`*dataclass(*slots=True*`",
        "`*dataclass(*kw_only=True*`",
        "`frozen=True` ... (dataclass|`*dataclass*`|model|value object|record)",
        "`slots=True` ... (dataclass|`*dataclass*`)",
        "(dataclass|dataclasses|`@dataclass*`) & (`frozen=True*`|`slots=True*`|frozen|immutable)",
      ],
      unless: [
        "(language|embedding|ml|machine learning|base|trained) model",
        "default",
        "(class (attribute|variable))",
        "mutable model",
        "or (`frozen*`|frozen|immutable)",
      ],
      options: ({ clause, codes }) => {
        const text = `${clause} ${codes.join(" ")}`;
        const named = ["frozen", "slots", "kw_only"].filter((flag) => text.includes(flag));
        const isModel = /\bmodels?\b|pydantic/i.test(clause) && !/data ?class/i.test(text);
        return { flags: named.length > 0 ? named : ["frozen"], ...(isModel ? { models: true } : {}) };
      },
    },
  ],
  examples: [
    {
      bad: "from dataclasses import dataclass\n\n\n@dataclass\nclass Point:\n    left: int\n",
      good: "from dataclasses import dataclass\n\n\n@dataclass(frozen=True)\nclass Point:\n    left: int\n",
    },
  ],
  *check(file, { flags, models }) {
    for (const definition of file.nodes("class_definition")) {
      const name = definition.field("name");
      if (name === undefined || /\bself\.\w+\s*[-+*/]?=[^=]/.test(definition.field("body")?.text ?? "")) continue;
      const bases = basesOf(definition);
      if (models) {
        const isModel =
          bases.length === 1 && /^pydantic\.(?:main\.)?BaseModel$/.test(file.resolve(bases[0] ?? definition) ?? "");
        const config = statements(definition.field("body")).some((one) =>
          /^model_config\s*=|^class Config\b/.test(one.text),
        );
        const keywords = definition.field("superclasses")?.text ?? "";
        if (!isModel || flags.every((flag) => new RegExp(String.raw`\b${flag}\s*=\s*True`).test(keywords))) continue;
        if (config && /frozen["']?\s*[=:]\s*True/.test(definition.text)) continue;
        yield {
          span: name,
          message: `Instances of \`${name.text}\` can be changed; make the model frozen: \`model_config = ConfigDict(frozen=True)\`.`,
        };
        continue;
      }
      const decorator = decoratorsOf(definition).find((one) => {
        const callee = one.children.find((child) => child.isNamed);
        const named = callee?.type === "call" ? callee.field("function") : callee;
        return named !== undefined && /^dataclasses\.dataclass$/.test(file.resolve(named) ?? "");
      });
      if (decorator === undefined || bases.length > 0) continue;
      const lacking = flags.filter((flag) => !new RegExp(String.raw`\b${flag}\s*=\s*True`).test(decorator.text));
      if (lacking.length === 0) continue;
      const wanted = lacking.map((flag) => `${flag}=True`).join(", ");
      yield {
        span: decorator,
        message: `\`${name.text}\` is a dataclass without \`${wanted}\`; the guide wants it: \`@dataclass(${wanted})\`.`,
      };
    }
  },
});

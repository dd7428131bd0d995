// Flags imports at run time that only annotations need.

import { nodeAt } from "../../python/node-at.ts";
import { isReadAtRunTime } from "../read-annotations.ts";
import { ruffRule } from "../ruff-rule.ts";

export const annotationImport = ruffRule({
  id: "annotation-import",
  summary: "Imports that only annotations use, outside `if TYPE_CHECKING:`.",
  why: "Such an import costs time at the start and can close a circle of imports. What annotations name that are read at run time, as those of models, routes and dependencies are, stays where it is.",
  severity: "information",
  codes: ["TC001", "TC002", "TC003"],
  settings: () => ({
    lint: {
      "flake8-type-checking": {
        "runtime-evaluated-base-classes": [
          "pydantic.BaseModel",
          "pydantic_settings.BaseSettings",
          "sqlmodel.SQLModel",
          "sqlalchemy.orm.DeclarativeBase",
        ],
        "runtime-evaluated-decorators": [
          "dataclasses.dataclass",
          "pydantic.dataclasses.dataclass",
          "pydantic.validate_call",
          "attrs.define",
          "attr.s",
        ],
      },
    },
  }),
  fixes: "unsafe",
  fixTitle: "Import it under `if TYPE_CHECKING:`; look whether anything reads these annotations at run time",
  message: (finding, _options, file, { workspace }) => {
    const name = nodeAt(file.root, finding.span.start);
    const uses = (name && file.scopes.bindingOf(name)?.references) ?? [];
    if (uses.some((use) => isReadAtRunTime(file, use, workspace))) return undefined;
    return `\`${file.source(finding.span)}\` is only needed by annotations; import it under \`if TYPE_CHECKING:\`.`;
  },
  generated: false,
  options: {},
  answers: ["Guard type-only imports with `TYPE_CHECKING`.", "Use `TYPE_CHECKING` for type-only imports."],
  means: [
    {
      stance: "want",
      says: [
        "import ... (only)? ... (for|in) (type|annotation|type hint|typing) ... `TYPE_CHECKING`",
        "`TYPE_CHECKING`",
        "`if TYPE_CHECKING:`",
        "`if TYPE_CHECKING`",
        "`typing.TYPE_CHECKING`",
        "(type only|typing only|type checking only) import",
      ],
      unless: ["(circular|cyclic) & !(type only|annotation|type hint)", "runtime", "complex type"],
      // "If imports are cyclical, prefer …" asks for it there alone.
      options: ({ sentence }) =>
        /\bcircular|\bcycl(?:ic|es?\b)/i.test(sentence) && !/\btype[- ]only|annotation|type[- ]hint/i.test(sentence)
          ? undefined
          : {},
    },
  ],
  examples: [
    {
      bad: "from __future__ import annotations\n\nfrom pathlib import Path\n\n\ndef size(path: Path) -> int:\n    return path.stat().st_size\n",
      good: "from __future__ import annotations\n\nfrom typing import TYPE_CHECKING\n\nif TYPE_CHECKING:\n    from pathlib import Path\n\n\ndef size(path: Path) -> int:\n    return path.stat().st_size\n",
    },
  ],
});

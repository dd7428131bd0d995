// Flags methods that override one of a base class without saying so by `@override`.

import { enclosingClass, indentOf, lineEnd } from "../../python/surroundings.ts";
import { resolvedDecorators } from "../definition-kind.ts";
import { insertImport } from "../insert-import.ts";
import { fileRule } from "../rule.ts";
import { typingHome } from "../typing-home.ts";

export const unmarkedOverride = fileRule({
  id: "unmarked-override",
  scope: "workspace",
  summary: "A method that overrides a base's method without `@override`.",
  why: "With the mark a type checker tells when the base loses or renames the method; without it the method silently stands alone. Only bases in the workspace are looked at; special names, private ones and tests are left alone.",
  severity: "information",
  fix: "unsafe",
  tests: false,
  generated: false,
  options: {},
  mentions: ["class "],
  answers: [
    "Use `@override` when overriding parent methods.",
    "Mark overridden methods with `@override`.",
    "Methods that override a base method must carry `@override`.",
  ],
  means: [
    {
      stance: "want",
      says: [
        "(use|add|apply|put|require|need|carry|mark|decorate|annotate) ... (`@override`|`override`|`typing.override`|`@typing.override`|`override()`|override decorator) ... (override|overridden|overriding|subclass|base|parent|inherited)",
        "(override|overridden|overriding|inherited) ... (method|member)? ... (with|by|carry|use|need|have|get|require|via) ... (`@override`|`typing.override`|`@typing.override`|override decorator)",
        "(method|member) ... (replace|redefine|reimplement) ... (base|parent|super|inherited) ... (marked|decorated|annotated|carry|need|have|get|with|use) ... (`@override`|`typing.override`|`@typing.override`|override decorator)",
        "(mark|decorate|annotate) ... (replace|redefine|reimplement) ... (with|by|as) (`@override`|`typing.override`|`@typing.override`|override decorator)",
        "(`@override`|`typing.override`|`@typing.override`|override decorator) ... (for|on|when|whenever|required) ... (override|overridden|overriding|subclass|inherited)",
        "(override|overriding|overridden) ... without ... (`@override`|`typing.override`|override decorator)",
        "(use|apply) (`@override`|`typing.override`|`@typing.override`) (decorator)?",
      ],
      unless: [
        "(`@override`|`override`|`typing.override`|`@typing.override`) without",
        "(java|kotlin|typescript|setting|configuration|config|dependency|fixture|`dependency_overrides*`|`typing_extensions*`)",
      ],
    },
  ],
  examples: [
    {
      bad: "class Shape:\n    def area(self):\n        return 0\n\n\nclass Square(Shape):\n    def area(self):\n        return 1\n",
      good: "from typing import override\n\n\nclass Shape:\n    def area(self):\n        return 0\n\n\nclass Square(Shape):\n    @override\n    def area(self):\n        return 1\n",
    },
  ],
  *check(file, _options, { workspace }) {
    const { program } = workspace.facts;
    for (const method of file.nodes("function_definition")) {
      const name = method.field("name");
      const owner = enclosingClass(method);
      const ownerName = owner?.field("name");
      if (name === undefined || owner === undefined || ownerName === undefined || name.text.startsWith("__")) continue;
      const decorated = method.parent?.type === "decorated_definition" ? method.parent : undefined;
      if ((decorated ?? method).parent !== owner.field("body")) continue;
      const one = program.module(file.path)?.classes.get(ownerName.text);
      if (one?.code.nameSpan.start !== ownerName.start) continue;
      const base = program.ancestors(one).find((own) => own !== one && own.methods.has(name.text));
      if (base === undefined) continue;
      const marks = resolvedDecorators(file, method);
      if (marks.some((mark) => /(?:^|\.)(?:override|overload)$|\.setter$|\.deleter$/.test(mark))) continue;
      const home = typingHome(file, workspace, 12);
      const imported = home === undefined ? undefined : insertImport(file, home, "override", workspace);
      const at = (decorated ?? method).start;
      yield {
        span: name,
        message: `\`${name.text}\` overrides the one of \`${base.code.name}\`; mark it with \`@override\`.`,
        ...(imported && {
          fix: {
            title: "Mark it with `@override`; `typing` has it from Python 3.12 on",
            safe: false,
            edits: [
              ...imported.edits,
              {
                span: { start: at, end: at },
                text: `@${imported.name}${lineEnd(file)}${indentOf(file, decorated ?? method)}`,
              },
            ],
          },
        }),
      };
    }
  },
});

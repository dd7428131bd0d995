// Flags calls that run the program when a module is merely imported.

import { fileRule } from "../rule.ts";

export const missingMainGuard = fileRule({
  id: "missing-main-guard",
  scope: "file",
  summary: 'A call of the module\'s own function that runs on import, without `if __name__ == "__main__":`.',
  why: "Importing the module, as a test or a tool does, runs the program. Only plain calls of the module's own functions count.",
  severity: "warning",
  fix: "unsafe",
  tests: false,
  generated: false,
  options: {},
  answers: [
    'Guard script entry points with `if __name__ == "__main__":`.',
    "Every executable script has a main guard.",
  ],
  means: [
    {
      stance: "want",
      says: [
        "(guard|protect|wrap) ... `__main__`",
        "(script|entry point) ... (guard|guarded|protected|behind) ... (`__main__`|main guard)",
        "`*__name__*__main__*`",
        "main guard",
        "`__main__` (guard|block|check)",
        "`__name__` (guard|check)",
        "(guard|protect|wrap) ... `*__name__*`",
        "`main()` ... `*__name__*`",
        "(guard|protect|wrap|put|place) ... (`main()`|main) ... (call|function)? ... (in|under|behind) ... (`__name__`|name) == ... (`__main__`|main)",
      ],
      unless: ["(only|override|gate)", "(example|usage) ... `*__main__*`"],
    },
  ],
  examples: [
    {
      bad: "def main():\n    print(1)\n\n\nmain()\n",
      good: 'def main():\n    print(1)\n\n\nif __name__ == "__main__":\n    main()\n',
    },
  ],
  *check(file) {
    // A package is never the program that is run.
    if (/(^|\/)(__main__|__init__|conftest)\.py$/.test(file.path)) return;
    for (const statement of file.root.children) {
      const call = statement.type === "expression_statement" ? statement.children[0] : undefined;
      const callee = call?.type === "call" ? call.field("function") : undefined;
      if (!call || callee?.type !== "identifier" || file.resolve(callee) !== `.${callee.text}`) continue;
      const isFunction = file.root.children.some((one) => {
        const definition = one.type === "decorated_definition" ? one.field("definition") : one;
        return definition?.type === "function_definition" && definition.field("name")?.text === callee.text;
      });
      if (!isFunction) continue;
      yield {
        span: call,
        message: `\`${call.text}\` runs whenever this module is imported; put it under \`if __name__ == "__main__":\`.`,
        fix: {
          title: "Put the call under a main guard; look whether those who import the module need what it does",
          safe: false,
          edits: [
            {
              span: { start: statement.start, end: statement.end },
              text: `if __name__ == "__main__":\n    ${statement.text.replaceAll("\n", "\n    ")}`,
            },
          ],
        },
      };
    }
  },
});

// Makes a file that says all by being there, such as `__init__.py` or `py.typed`.

import type { Fix } from "./rule.ts";

/** `look` says what a person has to see to. */
export function emptyFileFix(path: string, look: string): Fix {
  return {
    title: `Create an empty \`${path}\`; ${look}`,
    safe: false,
    edits: [{ path, span: { start: 0, end: 0 }, text: "" }],
  };
}

// Flags text that a loop builds by adding to it in each round.

import type { PythonFile } from "../../python/python-file.ts";
import { ancestors, withinScope } from "../../python/surroundings.ts";
import type { SyntaxNode } from "../../python/syntax.ts";
import { joinedParts } from "../joined-parts.ts";
import { fileRule } from "../rule.ts";

const JOIN = "(`*join*`|join)";
const CONCATENATE =
  "(string concatenation|concatenate string|concatenate text|build string|build text|append to string|add to string|string building|`str +=*`|`+=` on string|`+=` for string)";
const LOOP = "(loop|`for`|`for` loop|for loop|iteration|iterate)";

export const textBuiltInLoop = fileRule({
  id: "text-built-in-loop",
  scope: "file",
  summary: "Text that grows by `+=` in a loop.",
  why: "Each round copies all that is there already. Only names that begin as text before the loop are looked at; what a round begins anew is left alone.",
  severity: "information",
  fix: "unsafe",
  options: {},
  mentions: ["+="],
  answers: [
    "Never concatenate strings in a loop.",
    "Use `''.join()` instead of `+=` for strings in loops.",
    "Build long strings with `''.join(parts)`, not `+=`.",
  ],
  means: [
    {
      stance: "avoid",
      says: [
        `${CONCATENATE} ... ${LOOP}`,
        `(concatenate|build|assemble) ... (string|text|str) ... ${LOOP}`,
        `(string|text|str) ... (\`+=\`|\`+\`|plus) ... ${LOOP}`,
        `(\`+=\`|\`+\`) ... (string|text|str) ... ${LOOP}`,
        `${LOOP} ... ${CONCATENATE}`,
        "(`+=`|`str +=*`) ... (string|str|text)",
        "(string|str|text) ... `+=`",
      ],
      unless: ["(sql|query|path|url|log|logging)"],
    },
    {
      stance: "want",
      says: [
        `(string|text) ... (join|joined) ... (not|never|instead of|rather than) ... (added|add|concatenated|glued|built|put together) ... ${LOOP}`,
        `${JOIN} ... (instead of|rather than|over|not|never) ... (\`+=\`|\`+\`|concatenation|concatenate|string concatenation)`,
        `${JOIN} ... (concatenate|concatenation|build) ... (string|text) ... ${LOOP}`,
        `(concatenate|build|assemble) ... (string|text) ... (with|by|through|via|using) ... ${JOIN}`,
        `(use|prefer) ... ${JOIN} ... (string|text) (concatenation|building)`,
      ],
      unless: ["(path|`os.path*`|url|sql|table|queryset|dataframe)"],
    },
  ],
  examples: [
    {
      bad: 'def report(rows):\n    text = ""\n    for row in rows:\n        text += f"{row}\\n"\n    return text\n',
      good: 'def report(rows):\n    text_parts = []\n    for row in rows:\n        text_parts.append(f"{row}\\n")\n    text = "".join(text_parts)\n    return text\n',
    },
  ],
  *check(file) {
    const told = new Set<string>();
    for (const statement of file.nodes("augmented_assignment")) {
      const name = statement.field("left");
      const loop = loopAround(statement);
      if (name?.type !== "identifier" || !loop || statement.field("operator")?.text !== "+=") continue;
      if (!beginsAsText(file, name, loop) || isReadIn(file, loop, name)) continue;
      const key = `${loop.start} ${name.text}`;
      if (told.has(key)) continue;
      told.add(key);
      const fix = joinedParts(file, name);
      yield {
        span: statement,
        ...(fix && { fix }),
        message: `Each round copies all of \`${name.text}\` anew; collect the parts in a list and join them after the loop.`,
      };
    }
  },
});

/** The innermost loop within the same function. */
function loopAround(node: SyntaxNode): SyntaxNode | undefined {
  for (const above of ancestors(node)) {
    if (/^(?:function_definition|lambda|class_definition)$/.test(above.type)) return undefined;
    if (above.type === "for_statement" || above.type === "while_statement") return above;
  }
  return undefined;
}

/** All that it is given is text, and nothing of that in the loop itself, which would begin anew. */
function beginsAsText(file: PythonFile, name: SyntaxNode, loop: SyntaxNode): boolean {
  const places = file.scopes.bindingOf(name)?.places ?? [];
  const given = places.filter(({ kind }) => kind !== "augmented");
  return (
    given.length > 0 &&
    given.every(
      ({ kind, value, isPart, node }) =>
        kind === "assignment" &&
        !isPart &&
        (value?.type === "string" || value?.type === "concatenated_string") &&
        !/^[rRfFuU]*[bB]/.test(value.text) &&
        (node.start < loop.start || node.start > loop.end),
    )
  );
}

/** A loop that looks at the text so far needs it whole: it sends what has grown long enough, or compares its length. */
function isReadIn(file: PythonFile, loop: SyntaxNode, name: SyntaxNode): boolean {
  const references = new Set((file.scopes.bindingOf(name)?.references ?? []).map(({ start }) => start));
  return [...withinScope(loop)].some(
    (node) =>
      node.type === "identifier" &&
      references.has(node.start) &&
      node.text === name.text &&
      !(node.parent?.type === "augmented_assignment" && node.parent.field("left")?.start === node.start),
  );
}

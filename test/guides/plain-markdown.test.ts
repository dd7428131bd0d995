// The fast reader of plain Markdown gives the tree that the full parser gives, or leaves the text to it.

import type { Nodes, RootContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTaskListItemFromMarkdown } from "mdast-util-gfm-task-list-item";
import { gfmTable } from "micromark-extension-gfm-table";
import { gfmTaskListItem } from "micromark-extension-gfm-task-list-item";
import { describe, expect, test } from "vitest";
import { readSection } from "../../server/src/guides/plain-markdown.ts";

function parseFully(text: string): readonly RootContent[] {
  return fromMarkdown(text, {
    extensions: [gfmTable(), gfmTaskListItem()],
    mdastExtensions: [gfmTableFromMarkdown(), gfmTaskListItemFromMarkdown()],
  }).children;
}

/** What is read from a node: places of inline text and of code, but not whether a list is loose. */
function essence(node: Nodes): unknown {
  const isPlaced = /^(?:text|inlineCode|strong|emphasis|code)$/.test(node.type);
  return {
    type: node.type,
    ...("value" in node && { value: node.value }),
    ...(node.type === "heading" && { depth: node.depth }),
    ...(node.type === "code" && { lang: node.lang ?? null }),
    ...(node.type === "list" && { ordered: node.ordered }),
    ...(node.type === "listItem" && { checked: node.checked }),
    ...(isPlaced && { place: [node.position?.start.offset, node.position?.end.offset] }),
    ...("children" in node && { children: node.children.map(essence) }),
  };
}

const read: readonly string[] = [
  "# Title\n\nSome text.\nAnother line of it.\n\n---\n\nThe end",
  "## Use `a`  \nText right below\n### Next",
  "Text with **bold**, *stress*, `code`, `` a ` b `` and ` padded `.",
  "**Label**: text, 2 * 3, snake_case_name, a < b, R&D, C:\\dir and [brackets].",
  "**bold over\ntwo lines** and `code` after\nit",
  "**a**b, (*c*), «*d*», **`e`**.",
  "- one\n- two\n  - inner\n    - innermost\n  - inner again\n- three",
  "- one\n\n- two\n\n  More of two.\n\n  ```python\n  def f():\n      pass\n\n  ```\n- three",
  "1. first\n   - inner\n2. second\n   goes on\n\nText",
  "Intro:\n- one\n- two\n* another list\n1. ordered\n1) with brackets",
  "- [ ] open\n- [x] done\n- plain",
  "```\nplain\n```\n~~~toml\na = 1\n\tb = 2\n~~~\nText",
  "- one\nlazy line\n- two",
];

const leftAlone: readonly string[] = [
  "Title\n=====\n\nText",
  "| a | b |\n|---|---|\n| c | d |",
  "See [the docs](https://example.org) and <https://example.org>.",
  "> quoted",
  "Hard break  \nhere",
  "a\\*b &amp; c",
  "Text\n2. no list",
  "Text\n     - no list",
  "- one\n\n      indented code",
  "- \n- -\n- # heading",
  "***both*** and __init__",
  "`open",
  "**open",
  "```\nnever closed",
  "Text\n---\nText",
  "<div>\n\n# Inside\n\n</div>",
  "    code",
  "- one\n  ```\nunclosed\n  ```",
  "See [name].\n\n[name]: https://example.org",
  "* * *\n\na **b **c** d",
];

describe("plain Markdown is read as the full parser reads it", () => {
  test.each(read)("%j", (text) => {
    const nodes = readSection(text, 0, text.length, () => expect.unreachable("the full parser is not needed"));
    expect(nodes.map(essence)).toEqual(parseFully(text).map(essence));
  });
});

describe("anything else is left to the full parser", () => {
  test.each(leftAlone)("%j", (text) => {
    const nodes = readSection(text, 0, text.length, (start, end) => shifted(parseFully(text.slice(start, end)), start));
    expect(nodes.map(essence)).toEqual(parseFully(text).map(essence));
  });
});

function shifted(nodes: readonly RootContent[], by: number): readonly RootContent[] {
  const shift = (node: Nodes): void => {
    if (node.position) {
      node.position.start.offset = (node.position.start.offset ?? 0) + by;
      node.position.end.offset = (node.position.end.offset ?? 0) + by;
    }
    if ("children" in node) node.children.forEach(shift);
  };
  nodes.forEach(shift);
  return nodes;
}

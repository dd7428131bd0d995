// Tells whether a heading leads to examples at once, so that it alone says what they are about.

import type { RootContent } from "mdast";
import { readMarker } from "./markers.ts";
import { flatten } from "./rich-text.ts";

/** "✅ Good" right over code, or "Wrong" and "Right" over one piece each: what stands below a heading without a sentence. */
export function opensExamples(nodes: readonly RootContent[], text: string): boolean {
  const captions = [nodes[0], nodes[2]].map((node, at) =>
    node?.type === "paragraph" && nodes[2 * at + 1]?.type === "code"
      ? readMarker(flatten(node.children, text).text)
      : undefined,
  );
  const [first, second] = captions;
  if (first === undefined) return false;
  return first.isSign || (second !== undefined && second.polarity !== first.polarity);
}

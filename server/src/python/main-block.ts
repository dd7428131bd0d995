// What runs only where a file is started as a program.

import { ancestors, isModuleLevel } from "./surroundings.ts";
import type { SyntaxNode } from "./syntax.ts";

/** Below `if __name__ == "__main__":`. */
export function isInMainBlock(node: SyntaxNode): boolean {
  return [...ancestors(node)].some(isMainGuard);
}

export function isMainGuard(node: SyntaxNode): boolean {
  return (
    node.type === "if_statement" &&
    isModuleLevel(node) &&
    /^__name__\s*==\s*["']__main__["']$/.test(node.field("condition")?.text ?? "")
  );
}

// Reads one table of a TOML file; a file that cannot be read has none.

import { parse as parseToml } from "smol-toml";

export function tableIn(text: string, path: readonly string[]): Record<string, unknown> | undefined {
  try {
    let table: unknown = parseToml(text);
    for (const key of path) table = (table as Record<string, unknown> | undefined)?.[key];
    return typeof table === "object" && table !== null ? (table as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

// Tells notes on somebody else's API from what is asked of the project's own.

import type { Reading } from "./reading.ts";

/** "Rate limit: 10/s" in a list that begins with "Base: `https://api.example.org`" tells what that API allows. */
export function isOfForeignApi({ section }: Reading): boolean {
  return section.some((text) => /https?:\/\/(?!localhost|127\.|0\.0\.)[\w.-]+\.\w/.test(text));
}

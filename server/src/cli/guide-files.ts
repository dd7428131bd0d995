// Guides given as files, wherever they lie.

import { readFileSync } from "node:fs";
import { decode } from "../host/encoding.ts";
import { UsageError } from "./usage-error.ts";

export interface GuideFile {
  readonly path: string;
  readonly text: string;
}

export function readGuideFiles(paths: readonly string[]): readonly GuideFile[] {
  return paths.map((path) => ({ path, text: read(path) }));
}

function read(path: string): string {
  try {
    const text = decode(readFileSync(path), path);
    if (text !== undefined) return text;
  } catch {
    // The same message as for a file that is not text.
  }
  throw new UsageError(`"${path}" cannot be read as text.`);
}

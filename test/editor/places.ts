// Where the editor tests find and put their things.

import { join } from "node:path";

export const root = join(import.meta.dirname, "../..");
export const vsix = join(root, "out/heed.vsix");
export const suiteEntry = join(root, "out/editor-suite/index.js");
export const workspaceTemplate = join(import.meta.dirname, "workspace");
export const shots = join(import.meta.dirname, "shots");
export const shim = join(import.meta.dirname, "code-server-shim.mjs");

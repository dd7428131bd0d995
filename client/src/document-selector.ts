// The documents that the server is told about: Python, guides, and the files that configure Heed.

import type { DocumentSelector } from "vscode-languageclient/node";

export const documentSelector: DocumentSelector = [
  { scheme: "file", language: "python" },
  { scheme: "untitled", language: "python" },
  // Any Markdown file can be a guide, as users may name more of them in the settings; the server knows which are.
  { scheme: "file", pattern: "**/*.{md,mdc}" },
  { scheme: "file", pattern: "**/{.cursorrules,.windsurfrules,.clinerules,.rules}" },
  { scheme: "file", pattern: "**/{heed.toml,pyproject.toml}" },
];

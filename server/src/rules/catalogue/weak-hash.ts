// Flags MD5, SHA-1 and their like.

import { ruffRule } from "../ruff-rule.ts";

export const weakHash = ruffRule({
  id: "weak-hash",
  summary: "Hashes that are broken: MD5, SHA-1, and `crypt`'s old methods.",
  why: "Two texts with one hash can be made at will, and passwords behind such a hash are guessed in hours. `usedforsecurity=False` says that nothing depends on it.",
  codes: ["S324"],
  fixes: "none",
  mentions: ["hashlib", "crypt"],
  message: (finding, _options, file) =>
    `\`${file.source(finding.span)}\` can be forged; use SHA-256, or for passwords bcrypt or argon2. Where nothing depends on it, pass \`usedforsecurity=False\`.`,
  options: {},
  answers: ["Never use MD5 or SHA1 for security purposes.", "Never sign anything with MD5."],
  means: [
    {
      stance: "avoid",
      says: ["(md5|sha1|sha-1|`md5`|`sha1`|`hashlib.md5*`|`hashlib.sha1*`)", "weak (hash|cryptographic|crypto)"],
      unless: ["cache key"],
    },
  ],
  examples: [
    {
      bad: "import hashlib\n\ndigest = hashlib.md5(b'a').hexdigest()\n",
      good: "import hashlib\n\ndigest = hashlib.sha256(b'a').hexdigest()\n",
    },
  ],
});

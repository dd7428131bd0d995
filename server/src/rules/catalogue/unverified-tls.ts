// Flags requests that do not check the certificate of the other side.

import { nodeOfTypeAt } from "../../python/node-at.ts";
import type { PythonFile } from "../../python/python-file.ts";
import type { RuffFinding } from "../../python/ruff.ts";
import { removeItem } from "../call-edits.ts";
import { ruffRule } from "../ruff-rule.ts";
import type { Fix } from "../rule.ts";

export const unverifiedTls = ruffRule({
  id: "unverified-tls",
  summary: "`verify=False` and its like on HTTP clients.",
  why: "Without the check anybody between the two can read and change what is sent.",
  severity: "error",
  codes: ["S501"],
  fixes: "unsafe",
  repair: verified,
  mentions: ["verify"],
  message: () =>
    "The certificate is not checked here, so anybody in between can read along; leave out `verify=False`, or name the certificate to trust.",
  options: {},
  answers: ["Never disable TLS verification.", "Do not pass `verify=False`.", "Never turn off SSL certificate checks."],
  means: [
    {
      stance: "avoid",
      says: [
        "`verify=False`",
        "`*verify=False*`",
        "(disable|skip|turn off|bypass|switch off) ... (ssl|tls|certificate)",
        "(ssl|tls|certificate) ... (disable|skip|turn off|bypass|off)",
      ],
    },
    {
      stance: "want",
      says: [
        "(verify|validate|check) ... (ssl|tls) ... certificate",
        "certificate (is|are)? (always)? (verified|validated|checked)",
        "(verify|validate) ... certificate",
        "(ssl|tls) (certificate)? (verification|validation)",
        "(tls|ssl|certificate) (verification|validation|check) ... (stay|remain|kept|be) (on|enabled|active)",
        "(keep|leave) (tls|ssl|certificate) (verification|validation|check) (on|enabled|active)",
      ],
      unless: ["disable", "skip", "turn off", "bypass", "switch off"],
    },
  ],
  examples: [
    {
      bad: "import requests\n\nrequests.get('https://example.org', timeout=5, verify=False)\n",
      good: "import requests\n\nrequests.get('https://example.org', timeout=5)\n",
    },
  ],
});

function verified(finding: RuffFinding, file: PythonFile): Fix | undefined {
  const keyword = nodeOfTypeAt(file.root, finding.span.start, "keyword_argument");
  const list = keyword?.parent;
  const edit = keyword && list ? removeItem(file, list, keyword) : undefined;
  return (
    edit && { title: "Check the certificate; look whether the other side has a valid one", safe: false, edits: [edit] }
  );
}

// Flags requests that do not check the certificate of the other side.

import { ruffRule } from "../ruff-rule.ts";

export const unverifiedTls = ruffRule({
  id: "unverified-tls",
  summary: "`verify=False` and its like on HTTP clients.",
  why: "Without the check anybody between the two can read and change what is sent.",
  severity: "error",
  codes: ["S501"],
  fixes: "none",
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
        "(ssl|tls) (certificate)? (verification|validation)",
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

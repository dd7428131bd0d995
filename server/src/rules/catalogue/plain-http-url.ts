// Flags addresses of other machines that begin with `http://`.

import { descendants } from "../../python/surroundings.ts";
import type { SyntaxNode } from "../../python/syntax.ts";
import { type Fix, fileRule } from "../rule.ts";

export const plainHttpUrl = fileRule({
  id: "plain-http-url",
  scope: "file",
  summary: "An `http://` address in a call or a setting.",
  why: "What goes over plain HTTP can be read and changed on its way. This machine, private networks, names of services without a dot, XML namespaces, examples and texts that only mention an address are left alone.",
  severity: "warning",
  fix: "unsafe",
  mentions: ["http://"],
  options: {},
  answers: ["Use HTTPS for all external API calls.", "All outgoing requests use HTTPS."],
  means: [
    {
      stance: "want",
      says: [
        "https ... (for|in|on) ... (external|outgoing|outbound|api|http|network|remote) (api|http|network)? (call|request|traffic|communication|connection|endpoint|url)",
        "(external|outgoing|outbound|api|http|network|remote) (api)? (call|request|traffic|communication|connection|endpoint|url) ... (use|over|via|with|must be) https",
        "use https (only|urls|url)",
        "https (only|urls|url|endpoint)",
        "(`https://*`|https) (instead of|over|rather than|not|never) ... (`http://*`|http|plain http)",
      ],
      unless: [
        "(server|certificate|redirect|cookie|clone|git|production|deploy|deployment|nginx|proxy|frontend|browser|webhook|ssl|tls)",
      ],
    },
    {
      stance: "avoid",
      says: ["(`http://*`|plain http|unencrypted http|insecure http) (url|call|request|connection|endpoint)?"],
      unless: ["(localhost|server|redirect|client|library|exception|status|header)"],
      // One address that is the wrong one of two.
      options: ({ codes }) => (codes.some((code) => /^http:\/\/\w/.test(code)) ? undefined : {}),
    },
  ],
  examples: [
    {
      bad: 'import httpx\n\n\ndef tides():\n    return httpx.get("http://api.tides.org/today", timeout=5)\n',
      good: 'import httpx\n\n\ndef tides():\n    return httpx.get("https://api.tides.org/today", timeout=5)\n',
    },
  ],
  *check(file) {
    for (const string of file.nodes("string")) {
      const content = [...descendants(string)].find(({ type }) => type === "string_content");
      if (content === undefined || !isOutside(content.text) || !isUsed(string)) continue;
      yield {
        span: content,
        message: `\`${content.text.slice(0, 60)}\` goes unencrypted; use HTTPS.`,
        fix: encrypted(content),
      };
    }
  },
});

const here =
  /^http:\/\/(?:localhost|127\.|0\.0\.0\.0|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|\[|[\w-]+(?:[:/]|$)|[\w.-]*\.(?:local|internal|test|example|invalid|localhost|svc)\b|(?:[\w-]+\.)*example\.(?:com|org|net)|(?:www\.)?w3\.org|schemas?\.|(?:[\w-]+\.)*(?:openxmlformats|xmlsoap|opengis|purl|xmlns|json-schema|sitemaps|inkscape)\.|test(?:server)?\b|base\b)/i;

/** The whole text is an address of a machine elsewhere. */
function isOutside(text: string): boolean {
  return /^http:\/\/[\w-]+\.[\w.-]+(?::\d+)?(?:\/\S*)?$/.test(text) && !here.test(text);
}

/** Handed to a call, or kept under a name; what it is compared with, or a key, asks for nothing. */
function isUsed(string: SyntaxNode): boolean {
  const parent = string.parent;
  if (parent === undefined) return false;
  if (parent.type === "argument_list") {
    const callee = parent.parent?.field("function")?.text ?? "";
    return !/(?:^|\.)(?:startswith|endswith|replace|removeprefix|match|search|sub|split|find|register_namespace|QName|Namespace|print|debug|info|warning|error|exception)$/.test(
      callee,
    );
  }
  return /^(?:assignment|keyword_argument|default_parameter|typed_default_parameter)$/.test(parent.type);
}

function encrypted(content: SyntaxNode): Fix {
  return {
    title: "Use HTTPS; look that the machine answers there",
    safe: false,
    edits: [{ span: { start: content.start + 4, end: content.start + 4 }, text: "s" }],
  };
}

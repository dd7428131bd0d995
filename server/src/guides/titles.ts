// Tells titles, captions and rules apart by their words: what stands above a block, and what a heading or a bold lead-in says.

import { leadingSigns, markerOfTitle, readMarker } from "./markers.ts";
import type { RichText } from "./rich-text.ts";

/** "Never" in "**Never**: commit secrets" and in "**Never:** commit secrets". */
export function leadOf(rich: RichText): string {
  const first = rich.marks.find(({ kind, start }) => kind === "strong" && start === 0);
  if (!first) return "";
  const bold = rich.text.slice(0, first.end);
  const rest = rich.text.slice(first.end);
  if (/[:.]$/.test(bold.trim()) && rest.trim()) return bold.trim().replace(/[:.]$/, "");
  return /^\s*(?::|[-–—]\s)\s*\S/.test(rest) ? bold.trim() : "";
}

const ruleWords =
  /\b(?:always|never|must(?:n['’]t)?|shall|should|do not|don['’]t|avoid|prefer|ensure|required?|mandatory|forbidden|prohibited|only)\b/iu;
const ruleVerb =
  /^(?:\d+[.)]\s*)?(?:use|add|write|keep|follow|validate|run|test|handle|catch|raise|log|return|define|declare|put|place|store|document|check|verify|make|create|implement|apply|limit|set|annotate|no|require|include|enable|disable|separate|split|wrap|inject|pass|sort|group|name|respect|treat|stop|mock|cache|index|close|commit|delete|remove)\s+\S+/iu;

/** A heading that is an instruction itself: "Never log secrets", "Use absolute imports". */
export function isRuleTitle(title: string): boolean {
  return title.includes(" ") && (ruleWords.test(title) || ruleVerb.test(title)) && markerOfTitle(title) === undefined;
}

/** "✅ Good:", "Example:", "Wrong": a caption with no words of its own. */
export function isBareCaption(text: string): boolean {
  const marker = readMarker(text);
  if (marker) return !/[\p{L}\p{N}]/u.test(marker.label);
  return /^(?:for example|examples?(?: usage)?|usage|e\.g\.|like this|see also|note|output|result)\s*:?$/iu.test(
    text.slice(leadingSigns(text)).trim(),
  );
}

/** "Docstring structure" right over a list: a title without marks. */
export function isPlainTitle(rich: RichText): boolean {
  const text = rich.text.trim();
  return (
    text.length < 50 &&
    text.split(/\s+/).length <= 5 &&
    /^(?:\d+[.)]\s*)?\p{Lu}[^.!?;:,]*$/u.test(text) &&
    rich.marks.length === 0 &&
    !isRuleTitle(text)
  );
}

export function isAllBold(rich: RichText): boolean {
  return rich.marks.some(
    ({ kind, start, end }) =>
      kind === "strong" && start <= leadingSigns(rich.text) && end >= rich.text.trimEnd().length,
  );
}

export function stripSigns(text: string): string {
  return text.slice(leadingSigns(text)).trim();
}

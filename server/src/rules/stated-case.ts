// Tells a preference that holds in one case only from one that holds everywhere.

/** "Prefer A over B when only methods are needed": where that is so, code does not tell; "when parsing" only names the work. */
export function holdsInOneCase(sentence: string): boolean {
  return ofCase.test(sentence.replaceAll(/\([^()]*\)/g, " "));
}

const ofCase =
  /(?:over|instead of|rather than|not|to)\b.*\b(?:when|whenever|if|where)\s+(?:the |a |an |you |we |it |they |only |your |[\w-]+ ){0,4}?(?:is|are|needs?|have|has|wants?|can|cannot|don['’]t|do not|doesn['’]t|does not|grows?|belongs?|matters?|makes?|becomes?)\b(?!\s*(?:possible|available|both|feasible)\b)/i;

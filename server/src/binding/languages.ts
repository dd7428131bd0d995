// Tells which directives and guides speak of another language than Python: their rules' words would mean something else here.

import type { Directive, Example } from "../guides/directive.ts";
import { onceForEachText } from "./texts-above.ts";
import { otherLanguages, pythonWords } from "./vocabulary.ts";

/** The language a directive speaks of, where that is not Python. */
export function languageOf(directive: Directive): string | undefined {
  const { text, headings, parents, examples } = directive;
  if (goAbove(headings.slice(-2).join("\n"))) return "Go";
  // `useState`, `useEffect`: nothing of Python's is called so.
  if (directive.marks.some(({ kind, value }) => kind === "code" && /^use[A-Z][a-z]\w*(?:\(.*\))?$/.test(value)))
    return "React";
  const subject = ofOtherSubject.exec(text)?.[1];
  if (subject !== undefined && otherLanguages.test(subject) && !pythonWords.test(subject)) return subject;
  if (pythonWords.test(text)) return undefined;
  const above = languageAbove(headings.slice(-2).join(" "));
  const files = filesAbove([...headings.slice(-1), ...parents.slice(-1)].join("\n"));
  if (files !== undefined && above !== "Python") return files;
  const within = filesWithin.exec(text)?.[1];
  if (within !== undefined) return within;
  if (above !== undefined && above !== "Python") return above;
  // To react to a signal is no matter of React's.
  const said = text.slice(0, 80).replaceAll(/\breact(?= (?:to|on|when|if)\b)/g, "");
  // The folder `ui` is one of Python's as any other.
  const own = otherLanguages.exec(
    directive.marks.some(({ kind, value }) => kind === "code" && value === "ui")
      ? said.replaceAll(/\bui\b/g, "")
      : said,
  )?.[0];
  return (own && isAboutLanguage(text, own) ? own : undefined) ?? shownLanguage(examples);
}

const languageAbove = onceForEachText((headings) =>
  pythonWords.test(headings) ? "Python" : otherLanguages.exec(headings)?.[0],
);
/** "Go (backend)" and "Go"; "Go live" is none. */
const goAbove = onceForEachText((headings) => /^\W*Go\W*(?:\([^)]*\)\W*)?$/m.test(headings));
const filesAbove = onceForEachText((above) => filesBeside.exec(above)?.[0]);

/** "Frontend models must match the backend's Pydantic ones": what they are to be is said of them alone. */
const ofOtherSubject = /^((?:the )?[\w.-]+(?: [\w-]+){0,2}) (?:must|should|shall|may|need to|have to)\b/i;

/** "YAML linting", "Containers": files beside the code, with lines and spaces of their own. */
const filesBeside =
  /\bYAML(?= (?:lint|format|files?|style|indent|conventions?|guidelines?|rules?)\w*)|^\W*YAML\W*$|\bDocker(?:files?)?\b(?! (?:image )?tests?)|\bcontaineri[sz]ation\b|\b(?:Helm|Ansible|Markdown)(?= (?:charts?|lint|format|files?|style|conventions?|guidelines?|rules?)\w*)/im;

/** "No secrets in YAML files" */
const filesWithin =
  /\b(?:in|inside|within) (?:the |any |your |our )?(YAML|JSON|XML|HTML|Markdown|Docker|Terraform|Helm) (?:configs?|files?|templates?|charts?|manifests?)\b/i;

/** "TypeScript: no any" and "Use React hooks"; but not "a client for the Node.js service". */
function isAboutLanguage(text: string, language: string): boolean {
  const at = text.indexOf(language);
  // "Run the project's Makefile" speaks of a command.
  return at >= 0 && at <= (/^c?make/i.test(language) ? 8 : 25);
}

/**
 * True where a sentence is in another script than English has, or negates in another language: its negation would be read
 * over, and what it forbids be taken for what it wants.
 */
export function isForeignScript({ text, marks }: Directive): boolean {
  if (!besideAscii.test(text) && !mayBeForeign.test(text)) return false;
  const words = marks.reduce((rest, { kind, value }) => (kind === "code" ? rest.replace(value, "") : rest), text);
  const first = new Set<string>();
  for (const word of words.toLowerCase().match(besideAscii.test(words) ? anyWords : asciiWords) ?? []) {
    if (foreignWords.has(word) && first.add(word).size > 1) return true;
    if (foreignNots.has(word) || (word.includes("-") && word.split("-").some((part) => foreignNots.has(part))))
      return true;
  }
  if (!besideLatin.test(words)) return false;
  const foreign = words.match(/(?!\p{Script=Latin})\p{L}/gu)?.length ?? 0;
  return foreign > 0 && 5 * foreign > (words.match(/\p{L}/gu)?.length ?? 0);
}

const besideAscii = /[^\u0000-\u007f]/;
const anyWords = /[\p{L}\p{N}_-]+/gu;
/** The same where there is nothing else, which is quicker. */
const asciiWords = /[a-z0-9_-]+/g;

/** What is none of the first Latin letters, and neither punctuation nor a sign; most texts have none of it. */
const besideLatin = /[^\u0000-\u00b4\u00b6-\u024f\u2000-\u206f\u2190-\u2bff]/;

/** "Não use …" begins like an English sentence but for the word that turns it round. */
const foreignNots = new Set(
  "não nunca jamais jamás kein keine keinen keinem keiner keines nicht niemals nessun nessuno nessuna aucun aucune".split(
    " ",
  ),
);

/** Small words that other languages cannot do without and English has not; one of them may be a name. */
const foreignWords = new Set(
  (
    "und oder für fuer mit statt ohne alle aller allen alles jede jeder jeden jedes müssen muessen sollen dürfen duerfen brauchen " +
    "verwenden außer ausser über ueber werden immer les des une pour avec dans sont utilise utiliser utilisez toujours los las para " +
    "con siempre usar todos todas uma sempre deve devem usa degli delle della anche nei nel sono è tutti tutte"
  ).split(" "),
);

/** Most texts have none of these, which is quicker to tell than to look at each of their words. */
const mayBeForeign = new RegExp(
  [...foreignWords, ...foreignNots]
    .filter((word) => /^[a-z]+$/.test(word))
    .map((word) => String.raw`\b${word}\b`)
    .join("|"),
  "i",
);

const fences: Readonly<Record<string, string>> = {
  ts: "TypeScript",
  tsx: "TypeScript",
  typescript: "TypeScript",
  js: "JavaScript",
  jsx: "JavaScript",
  javascript: "JavaScript",
  vue: "Vue",
  svelte: "Svelte",
  go: "Go",
  rust: "Rust",
  java: "Java",
  kotlin: "Kotlin",
  swift: "Swift",
  dart: "Dart",
  php: "PHP",
  ruby: "Ruby",
  csharp: "C#",
  cs: "C#",
  cpp: "C++",
  css: "CSS",
  scss: "CSS",
  html: "HTML",
};

/** What is shown in TypeScript is meant for TypeScript. */
function shownLanguage(examples: readonly Example[]): string | undefined {
  const shown = examples.map(({ language }) => fences[language.toLowerCase()]);
  return shown.every((language) => language !== undefined) ? shown[0] : undefined;
}

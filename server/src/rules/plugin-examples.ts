// Reads the contract of plugins from a guide: the abstract class that its examples show, and where plugins live.

import type { Reading } from "./reading.ts";

export interface ShownContract {
  readonly base: string;
  readonly folders: readonly string[];
  /** "Tool" of BaseTool. */
  readonly suffix: string;
  /** `name: str`, as written. */
  readonly attributes: readonly string[];
  /** `async def run(self) -> None`, as written. */
  readonly methods: readonly string[];
}

/** The class that the sentence names, else the only abstract class of the section's examples. */
export function contractIn(reading: Reading): ShownContract | undefined {
  const named = reading.codes
    .map((code) => code.replace(/\(.*\)$/s, ""))
    .find((code) => /^([\w.]+\.)?_?[A-Z]\w+$/.test(code));
  const base = named ?? baseOfSection(reading) ?? baseSaid([reading.sentence, ...reading.section]);
  if (base === undefined) return undefined;
  const last = base.split(".").at(-1) ?? base;
  const suffix = last.replace(/^(Base|Abstract|I(?=[A-Z]))|(Base|ABC|Interface|Protocol)$/g, "");
  // "Models inherit from `Base` and define …" names no kind of plugins.
  if (suffix === "") return undefined;
  const body = [...reading.good, ...reading.shown, ...reading.guideExamples]
    .map(({ code }) => classBody(code, last))
    .find((one) => one !== undefined);
  const paths = [...reading.paths, ...reading.codes].filter(
    (one) => /^[\w.-]+\/([\w.-]+\/?)*$/.test(one) && !/\.\w+$/.test(one),
  );
  const word = suffix.replace(/(?<=[a-z])(?=[A-Z])/g, "_").toLowerCase();
  const folders = paths.length > 0 ? paths : [...new Set([`${word}s`, word, "plugins", word.split("_").at(-1) + "s"])];
  return { base, suffix, folders, attributes: attributesIn(body ?? ""), methods: methodsIn(body ?? "") };
}

/** "Each connector inherits from `Connector`, sets …": the class that the sentence, or one beside it, names for another part. */
export function baseSaid(texts: readonly string[]): string | undefined {
  return texts
    .map(
      (text) =>
        /\b(?:inherits?|extends?|subclass(?:es)?|derives?)\s+(?:from\s+)?(?:the\s+)?`?([A-Z]\w+)/.exec(text)?.[1],
    )
    .find((name) => name !== undefined);
}

/** What a clause names itself: "sets `slug`", "has a `name`", "implements `async def fetch` and `push()`". */
export function partsSaid({ clause, codes }: Reading): { attributes: readonly string[]; methods: readonly string[] } {
  const attributes: string[] = [];
  const methods: string[] = [];
  for (const code of new Set(codes)) {
    const deed = deedBefore(clause, code);
    const [, async = "", name = ""] = /^(async )?def (\w+)/.exec(code) ?? [];
    if (name !== "" && deed !== undefined && !/^(?:sets?|declares?|has|have)$/.test(deed))
      methods.push(code.includes("(") ? code.replace(/:$/, "") : `${async}def ${name}(self)`);
    // A method goes by its name alone, too: "implements `render`".
    const called = /^([a-z_]\w*)(?:\(\))?$/.exec(code)?.[1];
    if (called === undefined) continue;
    if (deed !== undefined && /^(?:implements?|overrides?)$/.test(deed)) methods.push(`def ${called}(self)`);
    else if (deed !== undefined && called === code) attributes.push(code);
  }
  return { attributes, methods };
}

/** The verb that the code is said with: the last before it. */
function deedBefore(clause: string, code: string): string | undefined {
  const before = clause.slice(0, Math.max(clause.indexOf(code), 0));
  return before
    .match(/\b(?:sets?|defines?|declares?|has|have|implements?|overrides?)\b/gi)
    ?.at(-1)
    ?.toLowerCase();
}

/** In the same section: the abstract class of an example, which a neighbouring sentence names. */
function baseOfSection(reading: Reading): string | undefined {
  const shown = [...reading.shown, ...reading.good, ...reading.guideExamples].flatMap(({ code }) =>
    [
      ...code.matchAll(
        /^class\s+(\w+)\((?:[\w.]*\.)?(?:ABC|Protocol)\b|^class\s+(\w+)\([^)]*metaclass=(?:\w+\.)?ABCMeta/gm,
      ),
    ].map((match) => match[1] ?? match[2] ?? ""),
  );
  return shown.find((name) => reading.section.some((text) => new RegExp(`\\b${name}\\b`).test(text)));
}

function classBody(code: string, name: string): string | undefined {
  const found = new RegExp(`^class\\s+${name}\\b[^\\n]*\\n((?:[ \\t]+[^\\n]*\\n?|\\s*\\n)*)`, "m").exec(`${code}\n`);
  const body = found?.[1];
  return body !== undefined && /@(\w+\.)?abstractmethod|^\s+\w+\s*:/m.test(body) ? body : undefined;
}

function attributesIn(body: string): readonly string[] {
  const indent = /^([ \t]+)\S/m.exec(body)?.[1] ?? "    ";
  const pattern = new RegExp(`^${indent}([a-z_]\\w*\\s*:\\s*[^=#\\n]+?)\\s*(?:#.*)?$`, "gm");
  return [...body.matchAll(pattern)]
    .map((match) => match[1] ?? "")
    .filter((text) => !/^(async|def|class|return|if|else|try)\b/.test(text));
}

function methodsIn(body: string): readonly string[] {
  return [
    ...body.matchAll(/@(?:\w+\.)?abstractmethod\s*\n\s*((?:async\s+)?def\s+\w+\s*\([^)]*\)(?:\s*->\s*[^:\n]+)?)/g),
  ].map((match) => (match[1] ?? "").replace(/\s+/g, " "));
}

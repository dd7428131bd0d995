// Writes what a plugin lacks of its contract: attributes with an empty value, methods that are yet to be filled in.

import type { ClassFacts } from "../models/program.ts";
import type { PythonFile } from "../python/python-file.ts";
import { lineEnd } from "../python/surroundings.ts";
import type { Fix } from "./rule.ts";

export function stubFix(
  file: PythonFile,
  found: ClassFacts,
  attributes: readonly string[],
  methods: readonly string[],
): Fix | undefined {
  if (attributes.length + methods.length === 0) return undefined;
  const [first] = found.code.body;
  const last = found.code.body.at(-1);
  if (!first || !last) return undefined;
  const line = file.text.lastIndexOf("\n", first.start) + 1;
  const indent = file.text.slice(line, first.start);
  if (indent === "" || indent.trim() !== "") return undefined;
  const end = lineEnd(file);
  const step = indent.includes("\t") ? "\t" : "    ";
  const isDocumented =
    first.kind === "expression" && first.value.kind === "literal" && typeof first.value.value === "string";
  const fields = attributes.map((one) => `${one}${valueOf(one)}`);
  const at = isDocumented ? first.end : first.start;
  const head = isDocumented
    ? fields.map((one) => `${end}${indent}${one}`).join("")
    : fields.map((one) => `${one}${end}${indent}`).join("");
  const tail = methods
    .map((one) => `${end}${end}${indent}${one.replace(/:$/, "")}:${end}${indent}${step}raise NotImplementedError`)
    .join("");
  const edits = [];
  if (head !== "") edits.push({ span: { start: at, end: at }, text: head });
  if (tail !== "") edits.push({ span: { start: last.end, end: last.end }, text: tail });
  return { title: `Add the missing parts of ${found.code.name}; fill them in`, safe: false, edits };
}

/** `name: str` gets an empty value, since the contract's annotation alone defines nothing. */
function valueOf(attribute: string): string {
  const type = attribute.split(":").slice(1).join(":").trim();
  if (/^(list|List)\b/.test(type)) return " = []";
  if (/^(dict|Dict)\b/.test(type)) return " = {}";
  if (/^str\b/.test(type)) return ' = ""';
  if (/^(set|Set|frozenset|tuple|Tuple)\b/.test(type)) return ` = ${type.toLowerCase().replace(/\[.*$/s, "")}()`;
  return /^(int|float|bool)\b/.test(type) ? ` = ${type.replace(/\W.*$/s, "")}()` : " = None";
}

// Puts before an example the imports that it leaves out, so that rules know what its names are.

import { usualModules, usualNames } from "./usual-names.ts";

/** The code with imports of the names that it uses and neither imports nor defines; `known` are those of the guide's other examples. */
export function withPrelude(code: string, known: ReadonlyMap<string, string>): string {
  const bare = withoutTexts(code);
  const bound = boundIn(bare);
  const lines: string[] = [];
  for (const name of new Set(bare.match(/(?<![\w.])[A-Za-z_]\w*/g) ?? [])) {
    if (bound.has(name)) continue;
    const line = known.get(name) ?? importOf(name, bare);
    if (line !== undefined) lines.push(line);
  }
  if (!lines.length) return code;
  const future = /^from __future__[^\n]*\n/m.exec(code)?.[0] ?? "";
  return `${future}${[...new Set(lines)].join("\n")}\n${future ? code.replace(future, "") : code}`;
}

/** Each name that the examples import from a place outside their own package, with a line that imports it. */
export function importsOf(codes: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const code of codes) {
    for (const [, module = "", names = ""] of code.matchAll(/^from[ \t]+([\w.]+)[ \t]+import[ \t]+([^\n#(\\]+)/gm)) {
      if (module === "__future__" || module.startsWith(".")) continue;
      for (const part of names.split(",")) {
        const [name = "", alias] = part.trim().split(/\s+as\s+/);
        if (!/^[A-Za-z_]\w*$/.test(name)) continue;
        const line = `from ${module} import ${name}${alias === undefined ? "" : ` as ${alias}`}`;
        addOnce(found, alias ?? name, line);
      }
    }
    for (const [, module = "", alias] of code.matchAll(
      /^import[ \t]+([\w.]+)(?:[ \t]+as[ \t]+(\w+))?[ \t]*(?:#.*)?$/gm,
    )) {
      addOnce(
        found,
        alias ?? module.split(".")[0] ?? "",
        `import ${module}${alias === undefined ? "" : ` as ${alias}`}`,
      );
    }
  }
  return new Map([...found].filter(([, line]) => line !== ""));
}

/** A name that two examples import from different places tells nothing. */
function addOnce(found: Map<string, string>, name: string, line: string): void {
  const other = found.get(name);
  found.set(name, other === undefined || other === line ? line : "");
}

function importOf(name: string, code: string): string | undefined {
  const module = usualModules.get(name);
  const isModule = module !== undefined && new RegExp(String.raw`(?<![\w.])${name}\.\w`).test(code);
  // `datetime.datetime.now()` speaks of the module, `datetime.now()` of the class.
  if (name === "datetime" && /(?<![\w.])datetime\.(?:datetime|date|timedelta|timezone|UTC)\b/.test(code))
    return "import datetime";
  if (isModule) return module === name ? `import ${name}` : `import ${module} as ${name}`;
  const home = usualNames.get(name);
  if (home === undefined || !isUsed(name, code)) return undefined;
  return `from ${home} import ${name}`;
}

/** Small words such as `date`, `func` and `select` count where they are called or asked for a member. */
function isUsed(name: string, code: string): boolean {
  return /^[A-Z]/.test(name) || new RegExp(String.raw`(?<![\w.])${name}\s*[.(]|@${name}\b|[:>]\s*${name}\b`).test(code);
}

/** What the code defines, imports or takes as a parameter by itself. */
function boundIn(code: string): ReadonlySet<string> {
  const names = new Set<string>();
  const add = (text: string) => {
    for (const name of text.match(/[A-Za-z_]\w*/g) ?? []) names.add(name);
  };
  for (const [, line = ""] of code.matchAll(/^[ \t]*(?:from[ \t]+\S+[ \t]+)?import[ \t]+(\([^)]*\)|[^\n#]+)/gm))
    add(line);
  for (const [, name = ""] of code.matchAll(/(?:^|\s)(?:def|class)[ \t]+(\w+)/g)) names.add(name);
  for (const [, targets = ""] of code.matchAll(/^[ \t]*([\w, \t]+?)(?::[^=\n]+)?=(?!=)/gm)) add(targets);
  for (const [, targets = ""] of code.matchAll(/\b(?:for|as)[ \t]+([\w, \t(]+?)(?:[ \t]+in\b|[:),\n])/g)) add(targets);
  for (const [, parameters = ""] of code.matchAll(/\bdef[ \t]+\w+[ \t]*\(([^)]*)\)/g)) {
    for (const parameter of parameters.split(",")) names.add(/^\s*\*{0,2}(\w+)/.exec(parameter)?.[1] ?? "");
  }
  return names;
}

function withoutTexts(code: string): string {
  return code
    .replace(/("""|''')[\s\S]*?\1/g, '""')
    .replace(/#[^\n]*/g, "")
    .replace(/(?<![\w])[rbu]*("|')(?:\\.|(?!\1)[^\\\n])*\1/gi, '""');
}

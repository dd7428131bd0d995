// Moves a tool's settings from a file of its own, or from its sections of a shared one, into pyproject.toml.

import { appendLine } from "./config-edits.ts";
import type { Fix, FixEdit } from "./rule.ts";

interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** `pyproject` has an empty text where it is to be made. Undefined where a setting cannot be carried over as it is. */
export function settingsToPyproject(tool: string, from: TextFile, pyproject: TextFile): Fix | undefined {
  const dialect = dialects[tool];
  if (dialect === undefined || new RegExp(String.raw`^\[+\s*tool\.${tool}\b`, "m").test(pyproject.text))
    return undefined;
  const sections = sectionsOf(from.text);
  const isShared = /(^|\/)(setup\.cfg|tox\.ini)$/.test(from.path);
  const own = sections.filter(({ name }) => name !== "" && dialect.tableOf(name, isShared) !== undefined);
  const rest = sections.filter((section) => !own.includes(section));
  if (own.length === 0 || (!isShared && rest.some(({ text }) => /[^\s]/.test(text.replaceAll(/^[#;].*$/gm, "")))))
    return undefined;
  const tables: string[] = [];
  for (const section of own) {
    const lines = linesOf(section.text, dialect);
    if (lines === undefined) return undefined;
    tables.push([...(dialect.tableOf(section.name, isShared) ?? []), ...lines].join("\n"));
  }
  const left = rest.map(({ text }) => text).join("");
  const gone: FixEdit =
    left.trim() === ""
      ? { path: from.path, span: { start: 0, end: from.text.length }, text: "", removesFile: true }
      : { path: from.path, span: { start: 0, end: from.text.length }, text: `${left.trimEnd()}\n` };
  const lead = pyproject.text.trim() === "" ? "" : "\n";
  const end = pyproject.text.includes("\r\n") ? "\r\n" : "\n";
  const written = (lead + tables.join("\n\n")).replaceAll("\n", end);
  return {
    title: `Move the settings of ${tool} to \`${pyproject.path}\`; look whether something names their file`,
    safe: false,
    edits: [appendLine(pyproject.path, pyproject.text, written), gone],
  };
}

interface Section {
  /** "" for what stands above the first. */
  readonly name: string;
  /** With its header. */
  readonly text: string;
}

function sectionsOf(text: string): readonly Section[] {
  const parts = text.replaceAll("\r\n", "\n").split(/^(?=\[)/m);
  return parts.map((part) => ({ name: /^\[([^\]\n]*)\]/.exec(part)?.[1]?.trim() ?? "", text: part }));
}

interface Dialect {
  /** The lines that open its table; undefined for sections of other tools. */
  readonly tableOf: (section: string, isShared: boolean) => readonly string[] | undefined;
  readonly hasTypes: boolean;
  /** Settings that are lists although they stand on one line. */
  readonly lists: RegExp;
}

const never = /(?!)/;
const dialects: Readonly<Record<string, Dialect>> = {
  pytest: {
    tableOf: (section, isShared) =>
      section === (isShared ? "tool:pytest" : "pytest") ? ["[tool.pytest.ini_options]"] : undefined,
    hasTypes: false,
    lists: never,
  },
  mypy: {
    tableOf: (section) => {
      if (section === "mypy") return ["[tool.mypy]"];
      const modules = /^mypy-(.+)$/
        .exec(section)?.[1]
        ?.split(",")
        .map((one) => quoted(one.trim()));
      if (modules === undefined) return undefined;
      const [first] = modules;
      return ["[[tool.mypy.overrides]]", `module = ${modules.length === 1 ? first : `[${modules.join(", ")}]`}`];
    },
    hasTypes: true,
    lists: never,
  },
  coverage: {
    tableOf: (section, isShared) => {
      const name = isShared ? /^coverage:([\w-]+)$/.exec(section)?.[1] : /^(?:coverage:)?([\w-]+)$/.exec(section)?.[1];
      return name === undefined ? undefined : [`[tool.coverage.${name}]`];
    },
    hasTypes: true,
    lists: /^(omit|include|source\w*|exclude_\w+|partial_\w+|plugins|disable_warnings|concurrency|debug)$/,
  },
  isort: {
    tableOf: (section) => (/^(?:settings|isort|tool:isort)$/.test(section) ? ["[tool.isort]"] : undefined),
    hasTypes: true,
    lists: never,
  },
};

/** The settings as TOML has them, comments kept; undefined for what is written in another way. */
function linesOf(section: string, dialect: Dialect): readonly string[] | undefined {
  const lines: string[] = [];
  let open: { readonly key: string; readonly values: string[] } | undefined;
  const close = () => {
    if (open) lines.push(`${open.key} = ${valueOf(open.key, open.values, dialect)}`);
    open = undefined;
  };
  for (const line of section.trimEnd().split("\n").slice(1)) {
    const set = /^([\w.-]+)\s*[=:]\s*(.*?)\s*$/.exec(line);
    const more = /^\s+(\S.*?)\s*$/.exec(line)?.[1];
    if (/\S\s+[#;]/.test(line)) return undefined;
    if (/^\s*[#;]/.test(line) && open === undefined) lines.push(`#${line.trim().slice(1)}`);
    else if (/^[#;]/.test(line)) {
      close();
      lines.push(`#${line.slice(1)}`);
    } else if (more !== undefined && open) open.values.push(more);
    else if (set?.[1] !== undefined && /^\S/.test(line)) {
      close();
      open = { key: set[1], values: [set[2] ?? ""] };
    } else if (line.trim() === "") close();
    else return undefined;
  }
  close();
  return lines;
}

function valueOf(key: string, values: readonly string[], { hasTypes, lists }: Dialect): string {
  const [first = "", ...more] = values;
  if (more.length > 0 || lists.test(key)) {
    const items = values.flatMap((one) =>
      lists.test(key) && more.length === 0 ? one.split(",") : [one.replace(/,$/, "")],
    );
    const written = items.map((one) => one.trim()).filter((one) => one !== "");
    return more.length === 0
      ? `[${written.map(quoted).join(", ")}]`
      : `[\n${written.map((one) => `    ${quoted(one)},\n`).join("")}]`;
  }
  if (hasTypes && /^(true|yes|on)$/i.test(first)) return "true";
  if (hasTypes && /^(false|no|off)$/i.test(first)) return "false";
  return hasTypes && /^\d+$/.test(first) ? first : quoted(first);
}

/** A text with back-slashes stays readable in single quotes. */
function quoted(text: string): string {
  return text.includes("\\") && !text.includes("'") ? `'${text}'` : JSON.stringify(text);
}

// Reads Python fixtures: cells set apart by `# %%` lines, and markers that say under a line what is flagged on it.
//
//   # %% flagged: a title                          the findings in it are exactly those that its markers name
//   # %% clean: a title                            it has no finding
//   # %% flagged in app/a.py: a title {"limit": 1} the file's path and the rule's options
//   # %% fixed                                     the text of the cell above after its fixes
//   # %% fixed app/b.py                            another file of that cell after the fixes
//   # %% gone                                      the file is not there after the fixes; `gone app/b.py`: another one
//   # %% file app/b.py                             another file of that cell's workspace; before the first cell: of all
//   # %% before                                    the file's text at git's HEAD
//
//   value = call(x)
//   #       ~~~~ part of the message               a finding on `call`, which the message speaks of in these words
//   #<~~~~ part of the message                     the same for a finding that starts in the column of the `#`
//   #<                                             one that starts there, wherever it ends

export interface Expected {
  /** From zero, in the text without markers. */
  readonly line: number;
  readonly column: number;
  /** The end on that line; undefined where the marker leaves it open. */
  readonly endColumn: number | undefined;
  readonly message: string;
}

export interface Marked {
  /** Without the marker lines. */
  readonly text: string;
  readonly expected: readonly Expected[];
}

export interface CellFile extends Marked {
  readonly path: string;
  readonly before: string | undefined;
}

export interface Cell {
  readonly kind: "flagged" | "clean";
  readonly title: string;
  /** The line of its header, from one. */
  readonly line: number;
  readonly options: Readonly<Record<string, unknown>>;
  /** The file that is checked comes first. */
  readonly files: readonly CellFile[];
  /** Path → text after the fixes. */
  readonly fixed: ReadonlyMap<string, string>;
  /** Paths that the fixes take away. */
  readonly gone: ReadonlySet<string>;
}

const defaultPath = "app/module.py";
const markerLine = /^(\s*)#(?:(<)(~*)|(\s+)(~+))(?:\s+(\S.*))?$/;

/** Takes the markers out of a text. */
export function readMarkers(source: string): Marked {
  const lines: string[] = [];
  const expected: Expected[] = [];
  for (const line of source.split("\n")) {
    const found = markerLine.exec(line);
    if (found === null) {
      lines.push(line);
      continue;
    }
    if (lines.length === 0) throw new Error(`The marker "${line.trim()}" has no line above it.`);
    const [, indent = "", atSign, signTildes = "", gap = "", tildes = "", message = ""] = found;
    const column = atSign === undefined ? indent.length + 1 + gap.length : indent.length;
    const open = atSign !== undefined && signTildes === "";
    const width = atSign === undefined ? tildes.length : 2 + signTildes.length;
    expected.push({ line: lines.length - 1, column, endColumn: open ? undefined : column + width, message });
  }
  return { text: lines.join("\n"), expected };
}

/** Reads the cells of a fixture; throws where a header cannot be read. */
export function readCells(source: string): readonly Cell[] {
  const sections = splitSections(source);
  const shared: CellFile[] = [];
  const cells: Building[] = [];
  for (const section of sections) {
    const current = cells.at(-1);
    const [word = "", ...rest] = section.header.split(/(?=[\s:])/);
    const argument = rest.join("").trim();
    if (word === "flagged" || word === "clean") {
      cells.push(startCell(word, argument, section));
    } else if (word === "file" && argument !== "") {
      const file = { path: argument, ...readFileCell(argument, section.body), before: undefined };
      (current?.files ?? shared).push(file);
    } else if (word === "fixed" && current !== undefined) {
      current.fixed.set(argument === "" ? current.path : argument, section.body);
    } else if (word === "gone" && current !== undefined) {
      current.gone.add(argument === "" ? current.path : argument);
    } else if (word === "before" && current !== undefined) {
      current.before.set(argument === "" ? current.path : argument, section.body);
    } else {
      throw new Error(`Line ${section.line}: "# %% ${section.header}" is no cell that fixtures know.`);
    }
  }
  return cells.map(({ before, path, ...cell }) => {
    const others = new Map([...shared, ...cell.files.slice(1)].map((file) => [file.path, file]));
    others.delete(path);
    const files = [...cell.files.slice(0, 1), ...others.values()];
    return { ...cell, files: files.map((file) => ({ ...file, before: before.get(file.path) })) };
  });
}

interface Building {
  readonly kind: "flagged" | "clean";
  readonly title: string;
  readonly line: number;
  readonly path: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly files: CellFile[];
  readonly fixed: Map<string, string>;
  readonly gone: Set<string>;
  readonly before: Map<string, string>;
}

function startCell(kind: "flagged" | "clean", argument: string, section: Section): Building {
  const found = /^(?:in\s+(\S+?))?\s*:\s*(.*?)\s*(\{.*\})?$/.exec(argument);
  if (found === null || found[2] === "") {
    throw new Error(
      `Line ${section.line}: a ${kind} cell is written "# %% ${kind}: title" or "# %% ${kind} in PATH: title {options}".`,
    );
  }
  const path = found[1] ?? defaultPath;
  return {
    kind,
    title: found[2] ?? "",
    line: section.line,
    path,
    options: found[3] === undefined ? {} : (JSON.parse(found[3]) as Record<string, unknown>),
    files: [{ path, ...readMarkers(section.body), before: undefined }],
    fixed: new Map(),
    gone: new Set(),
    before: new Map(),
  };
}

function readFileCell(path: string, body: string): Marked {
  return /\.(py|toml|cfg|ini|txt|ya?ml)$|(^|\/)(\.coveragerc|\.gitignore|\.env|Makefile|Dockerfile)$/.test(path)
    ? readMarkers(body)
    : { text: body, expected: [] };
}

interface Section {
  readonly header: string;
  readonly body: string;
  readonly line: number;
}

/** Blank lines at a cell's end belong to the fixture, not to the code. */
function splitSections(source: string): readonly Section[] {
  const sections: { header: string; lines: string[]; line: number }[] = [];
  for (const [number, line] of source.split("\n").entries()) {
    const header = /^# %%\s*(.*?)\s*$/.exec(line)?.[1];
    if (header !== undefined) sections.push({ header, lines: [], line: number + 1 });
    else if (sections.length > 0) sections.at(-1)?.lines.push(line);
    else if (line.trim() !== "") throw new Error(`Line ${number + 1}: a fixture starts with a "# %%" line.`);
  }
  return sections.map(({ header, lines, line }) => {
    const body = lines.join("\n").replace(/\n+$/, "");
    return { header, body: body === "" ? "" : `${body}\n`, line };
  });
}

// Binds a row of a table that says from which folders each one may import.

import type { Directive } from "../guides/directive.ts";
import type { Rule } from "../rules/rule.ts";
import type { Binding } from "./binding.ts";

/** "May import from", "Allowed imports": a column of all that the row's first cell may import. */
const allowing =
  /^\W*(?:(?:may|can|is allowed to|allowed to)\s+(?:only\s+)?(?:import|depend on)(?:\s+only)?(?:\s+from)?|(?:allowed|permitted)\s+(?:imports?|dependenc(?:y|ies)))\W*$/i;
const nothing = /^\W*(?:nothing|none|no one|—|–|-)?\W*$/i;
/** What every folder may import anyway. */
const libraries =
  /^(?:(?:the )?(?:python )?(?:std ?lib|standard library)|third[- ]party(?: (?:packages|libraries))?|external (?:packages|libraries)|itself)$/i;

/** The binding of such a row; undefined where a cell says more than names of folders. */
export function bindImportRow(directive: Directive, catalogue: readonly Rule[]): Binding | undefined {
  const { row } = directive;
  const column = row?.header.findIndex((title) => allowing.test(title)) ?? -1;
  if (row === undefined || column < 1) return undefined;
  const rule = catalogue.find(({ id }) => id === "module-boundary");
  if (rule === undefined) return undefined;
  const [from, ...others] = foldersIn(row.cells[0] ?? "") ?? [];
  const cell = row.cells[column] ?? "";
  const allowed = nothing.test(cell) ? [] : foldersIn(cell);
  if (from === undefined || others.length > 0 || allowed === undefined) return undefined;
  const given = { from: [from], allowed: [...allowed.filter((folder) => folder !== from), from] };
  const defaults = Object.fromEntries(Object.entries(rule.options).map(([name, option]) => [name, option.default]));
  const evidence = [`words: ${row.header[column] ?? ""}`, "asks: want, must"];
  const bound = {
    rule,
    options: { ...defaults, ...given },
    given,
    severity: rule.severity,
    evidence,
    only: [],
    except: [],
  };
  // Beside a note of what the folder holds a table says no more; another rule in it is not held.
  const isWhole = row.cells.length <= 3;
  const reason = isWhole ? null : "What the other columns say is not checked.";
  return { directive, status: isWhole ? "enforced" : "partial", rules: [bound], reason, proposal: null };
}

/** "`services/`, models" as folders; undefined where something else is said. */
function foldersIn(cell: string): readonly string[] | undefined {
  const items = cell
    .replace(/[`*]/g, "")
    .split(/\s*[,;+&]\s*|\s+and\s+/)
    .map((item) => item.trim().replace(/\s+(?:layer|package|module|folder)$/i, ""))
    .filter((item) => item !== "" && !libraries.test(item));
  const folders = items.map((item) => /^\.?\/?((?:[\w-]+[/.])*[\w-]+)\/?\**$/.exec(item)?.[1]);
  if (folders.length === 0 || folders.some((folder) => folder === undefined || everything.test(folder)))
    return undefined;
  return folders.map((folder) => `${folder?.replaceAll(".", "/").toLowerCase()}/`);
}

const everything = /^(?:all|any|anything|everything|both|others?|above|below|lower|upper)$/i;

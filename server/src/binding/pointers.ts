// Tells what only points somewhere else: to a document that says more, a file, or a command that does it.

import type { Directive } from "../guides/directive.ts";
import type { Token } from "../rules/tokens.ts";
import { outsideBrackets } from "./chunks.ts";
import type { Clause } from "./clause.ts";
import { isBaseVerb } from "./instruction-words.ts";
import { withoutLabel } from "./sentence-openings.ts";

/** True where a directive is an entry of an index, or the name of a command and the command. */
export function isPointer(directive: Directive, clauses: readonly Clause[]): boolean {
  return (
    isIndexRow(directive) ||
    isFileRow(directive) ||
    isCommandRow(directive) ||
    isConstantRow(directive) ||
    isCommandOnly(clauses) ||
    readOn.test(directive.text) ||
    siteAlone.test(directive.text)
  );
}

/** "Naming, layout and logging live in `docs/style.md`": what is asked is said there, or done. */
export function pointsToDocument({ text }: Clause): boolean {
  return documented.test(text) || forExample.test(text);
}

/** "For examples see the `/v2` routes and their tests" */
const forExample =
  /^\W*for (?:an? |more |some )?(?:examples?|reference|details|inspiration|patterns?),? (?:please )?(?:see|look|check|read|consult|study)\b/i;

const documented =
  /\b(?:(?:lives?|sits?|stands?|resides?|belongs?)|(?:is|are)(?: (?:\w+ly|all|also|best))?(?: (?:documented|described|defined|explained|listed|specified|covered|found|kept|collected|detailed|written down))?) (?:in|at|under|by) \W*[\w./-]+\.(?:mdx?|rst|mdc)\b\W*(?:\([^)]*\)\W*)?$/i;

/** "See `docs/style.md`", "see CS-12-002": the rest of the sentence asks; this only says where more is said of it. */
export function pointsOnly({ tokens }: Clause): boolean {
  const [first, ...rest] = tokens.filter(({ text }) => !/^(?:please|also|[([])$/i.test(text));
  const isOpening =
    /^(?:see|cf\.?|per)$/i.test(first?.text ?? "") ||
    (/^(?:refer|according)$/i.test(first?.text ?? "") && /^to$/i.test(rest[0]?.text ?? ""));
  return isOpening && rest.length > 0 && rest.every((token, at) => names(token, rest[at + 1]));
}

/** A document, a section, or the number that a rule or ticket goes by, and what stands around them. */
function names({ text, kind, isCode, isFiller }: Token, next: Token | undefined): boolean {
  return (
    kind === "sign" ||
    kind === "number" ||
    kind === "path" ||
    isCode ||
    isFiller ||
    /^[A-Z][A-Z0-9]+$/.test(text) ||
    /^(?:to|and|or|in|for|of|details?|section|chapter|rule|above|below|also|document|guide|file|more|examples?|decision|issue|ticket)$/i.test(
      text,
    ) ||
    // "the Error handling section"
    /^section$/i.test(next?.text ?? "")
  );
}

/** "FastAPI: https://…" */
const siteAlone = /^\W*[\w. -]{2,40}:\s*<?https?:\/\/\S+>?\W*$/i;

/** "Testing workers: see `docs/workers.md`" */
const readOn =
  /^[^:.!?]{2,50}(?::|\s[—–-])\s+(?:please |also )?(?:see|refer to|consult|read|check)\s+(?:the |also )?[[`*]*[\w./@-]+\.(?:mdx?|rst|mdc)\b[^.!?]*\W*$/i;

/** "Errors | `guide/errors.md`": a row of a table that tells where to read on. */
function isIndexRow({ row }: Directive): boolean {
  return row !== undefined && row.cells.slice(1).some((cell) => documents.test(cell.trim()));
}

/** "`test_route.py` | edge cases": what a file holds. */
function isFileRow({ row, text: said }: Directive): boolean {
  const text = said.replace(/\bno longer\b|\breference only\b/gi, " ");
  const [first = "", ...others] = row?.cells ?? [];
  if (!/^[`*]*(?:[\w-]+\/)*\w+\.\w+[`*]*$/.test(first.trim()) || others.length === 0) return false;
  return !/\b(?:must|should|never|always|only|not?|needs?|requires?|without|every|each|all|prefix\w*|suffix\w*)\b/i.test(
    text,
  );
}

/** "`CHUNK_SIZE` | 1 GB | Size of a chunk": what a constant or a variable of the environment stands for. */
function isConstantRow({ row, text }: Directive): boolean {
  const [first = "", ...others] = row?.cells ?? [];
  if (!/^\W*[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\W*$/.test(first.trim()) || others.length === 0) return false;
  return !/\b(?:must|should|never|always|only|not|instead|forbidden|required to)\b/i.test(text);
}

/** "`alembic downgrade -1` | Undo the last migration": what a command does. */
function isCommandRow({ row }: Directive): boolean {
  const [first = "", second = ""] = row?.cells ?? [];
  const command = /^\W*`([^`]+)`\W*$/.exec(first.trim())?.[1] ?? first.trim();
  if (row?.cells.length !== 2 || !callsTool.test(command)) return false;
  const isOfBans = row.header.some((title) =>
    /\b(?:do|don['’]t|not|never|instead|bad|good|use|wrong|avoid|prefer)\b/i.test(title),
  );
  return !isOfBans && !/\b(?:use|never|not|instead|must|should|only|always)\b|`/i.test(second);
}

const document = String.raw`[\`*]*(?:\[[^\]]*\]\()?[\w./@-]+\.(?:mdx?|rst|mdc)\)?(?:#[\w-]+)?[\`*]*`;
const documents = new RegExp(`^${document}(?:(?:\\s*[,;+&]\\s*|\\s+and\\s+)${document})*$`, "i");

/** "Lint: `ruff check .`, `ruff check --fix .`": how it is called, not what the code must be. */
function isCommandOnly(clauses: readonly Clause[]): boolean {
  const tokens = clauses.find(({ unit }) => unit === 0)?.tokens ?? [];
  const body = withoutLabel(tokens);
  const said = outsideBrackets(body).filter(({ kind }) => kind !== "sign");
  const label = tokens.slice(0, tokens.length - body.length);
  const isLabelled =
    label.length > 0 && label.length <= 5 && !label.some(({ text }) => /^(?:use|prefer|follow|always)$/i.test(text));
  return (
    isLabelled &&
    said.some((token) => token.kind === "code" && callsTool.test(token.text)) &&
    said.every((token) => token.kind === "code" || /^(?:or|then|and)$/i.test(token.text)) &&
    clauses.every(({ stance }) => stance !== "avoid")
  );
}

/** A command with what it is given: "ruff check ."; a name alone may be the tool itself, and `from a import b` is code. */
const callsTool =
  /^(?:[A-Z][A-Z0-9_]*=\S* +)*(?!(?:from|import|def|class|async|await|with|for|if|raise|except|return|assert|not|x)\b)[a-z][\w./-]* +(?:[\w./:@<{[]|--?\w)/;

/** "Traces: `var/traces/` (ids of requests)", "Mailer (`app/mail.py`): templates": what is there. */
export function isPlaceNote({ text }: Directive): boolean {
  return ofPlace.test(text);
}

const ofPlace =
  /^\W*(?:[\w -]{2,40}:\s+)?(?:[\w-]+\/)+[\w.-]*\s+\([^()]*\)\W*$|^\W*[\w -]{2,40}\s\((?:[\w-]+\/)+[\w.-]+\)\s*(?::|[—–-])\s/;

/** "`app/main.py` — the app and its routers" and "`load()`: loads the index" tell what is there. */
export function isFileNote(clauses: readonly Clause[]): boolean {
  const all = clauses[0]?.tokens ?? [];
  const body = withoutLabel(all);
  // "Service: `app/main.py` - the server"
  const tokens = lastOfSeveral(body[0]?.kind === "path" && all.at(-body.length - 1)?.text === ":" ? body : all);
  const [first, second] = tokens;
  // "Tests mirror the tree: `a/b.py` → `tests/a/test_b.py`" shows what is asked.
  if (tokens !== all && all.length - body.length > 3 && /^(?:->|→)$/.test(second?.text ?? "")) return false;
  const isNamed = first?.kind === "path" || (first?.kind === "code" && /[()/]|\.\w+$/.test(first.text));
  // "`api → services → db`: each may only import …" draws a chain, and `ruff` and `black` are tools.
  if (/→|->|=>/.test(first?.text ?? "")) return false;
  if (first?.kind === "code" && !/^(?:[a-z]+|[*<{].*)$/.test(first.text) && /^(?::|—|–|-)$/.test(second?.text ?? ""))
    return true;
  return isNamed && second?.kind === "sign" && /^(?::|—|–|-|->|→|\|)$/.test(second.text);
}

/** "`api_key`, `base_url`: …" says the same of each. */
function lastOfSeveral(tokens: readonly Token[]): readonly Token[] {
  let from = 0;
  while (
    tokens[from]?.kind === "code" &&
    /^[,/]$/.test(tokens[from + 1]?.text ?? "") &&
    tokens[from + 2]?.kind === "code"
  )
    from += 2;
  return tokens.slice(from);
}

/** "`uv lock --upgrade` — upgrades all packages" tells what a command does. */
export function isCommandNote(clauses: readonly Clause[]): boolean {
  const [first, second, third] = clauses[0]?.tokens ?? [];
  // "`make check`: run all checks" asks nobody to run them.
  if (
    first?.kind === "code" &&
    /^(?:make|just|task|nox|tox|invoke|npm run|(?:uv|poetry|pdm|hatch) run)(?: [\w:.-]+)+$/.test(first.text) &&
    /^(?::|—|–|-|--)$/.test(second?.text ?? "") &&
    clauses.every(({ stance, text }) => stance !== "avoid" && !/\b(?:must|always|never|should)\b/i.test(text))
  )
    return true;
  return (
    first?.kind === "code" &&
    /^[a-z][\w-]*(?: [\w./:=-]+)+$/.test(first.text) &&
    /^(?::|—|–|-|--)$/.test(second?.text ?? "") &&
    third?.kind === "word" &&
    /[^s]s$/i.test(third.text) &&
    !isBaseVerb(third)
  );
}

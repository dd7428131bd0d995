// Files that a guide refers to and files that it imports.

import { expect, test } from "vitest";
import { parseGuide } from "../../server/src/guides/parse-guide.ts";
import { referencesOf } from "../../server/src/guides/references.ts";

test.each([
  ["See `docs/tea.md` for more.", ["docs/tea.md"]],
  ["Read and follow `security.instructions.md` first.", ["security.instructions.md"]],
  ["- Rules as described in [tea](./tea.md#green) hold", ["./tea.md"]],
  ["- See `node_modules/winch/README.md` where it is installed", []],
  ["- Update `CHANGELOG.md` with every release", []],
  ["- See https://example.org/a.md and [b](https://example.org/b.md)", []],
  ["- See `docs/<topic>.md` and `docs/*.md`", []],
  ["- See [the top](#top) or [mail](mailto:a@example.org)", []],
  ["- Put constants in `app/constants.py`", []],
  ["```\nsee `docs/code.md`\n```", []],
])("%j refers to %j", (text, expected) => {
  const guide = parseGuide(".github/instructions/a.instructions.md", `---\napplyTo: "**"\n---\n\n${text}\n`);
  const found = referencesOf(guide);
  expect(found.map(({ path }) => path)).toEqual(expected);
  for (const { span, path } of found) expect(guide.text.slice(span.start, span.end).startsWith(path)).toBe(true);
});

test("a reference is looked for from the guide, the root, and beside other guides", () => {
  const guide = parseGuide("api/AGENTS.md", "See `more.md`.\n");
  expect(referencesOf(guide)[0]?.candidates).toEqual([
    "api/more.md",
    "more.md",
    ".github/instructions/more.md",
    ".github/more.md",
    "docs/more.md",
  ]);
});

test("a document of a component names its neighbours as the component sees them", () => {
  const guide = parseGuide("api/desk/tools/README.md", "See `events/README.md`.\n");
  expect(referencesOf(guide)[0]?.candidates).toContain("api/desk/events/README.md");
});

test("a reference is looked for in the folder that the sentence names before it", () => {
  const guide = parseGuide("AGENTS.md", "Read the notes in `contributing/`: `QUERIES.md`, `LOCKS.md`.\n");
  expect(referencesOf(guide)[0]?.candidates).toContain("contributing/QUERIES.md");
});

const files: Readonly<Record<string, string>> = {
  "docs/a.md": "More in @b.md",
  "docs/b.md": "Nothing",
  "desk/rules.py": "@router.get\ncontact = 'who@boats.com'\n# @missing.md",
  "loop/a.md": "@b.md",
  "loop/b.md": "@a.md",
  ...Object.fromEntries(Array.from({ length: 8 }, (_, at) => [`chain/${at}.md`, `@${at + 1}.md`])),
};

test.each([
  ["See @docs/a.md here", ["docs/a.md", "docs/b.md"], []],
  ["@./docs/b.md", ["docs/b.md"], []],
  ["Not `@docs/a.md` and not me@docs/a.md", [], []],
  ["```\n@docs/a.md\n```", [], []],
  ["Ask @somebody or @pytest.fixture", [], ["@pytest.fixture"]],
  ["@missing.md", [], ["@missing.md"]],
  ["Whoever has an @boats.com address, or @boats.co", [], []],
  ["@docs/boats.com", [], ["@docs/boats.com"]],
  ["@desk/rules.py", [], []],
  ["@../outside.md and @~/home.md", [], []],
  ["@loop/a.md", ["loop/a.md", "loop/b.md"], ["@loop/a.md"]],
  ["@chain/0.md", ["chain/0.md", "chain/1.md", "chain/2.md", "chain/3.md", "chain/4.md"], ["@chain/0.md"]],
])("%j imports %j", (text, imports, problems) => {
  const guide = parseGuide("CLAUDE.md", text, { read: (path) => files[path] });
  expect(guide.imports).toEqual(imports);
  expect(guide.problems.map(({ span }) => text.slice(span.start, span.end))).toEqual(problems);
});

test("an imported file speaks of the files that its importer speaks of", () => {
  const importer = parseGuide("api/CLAUDE.md", "@docs/rules.md");
  const imported = parseGuide("api/docs/rules.md", "- Rule\n", { importer });
  expect(["api/a.py", "web/a.py"].map((path) => imported.applicability.applies(path))).toEqual([true, false]);
});

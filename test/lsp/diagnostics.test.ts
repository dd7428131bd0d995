// Findings in the editor: pushed, pulled, cleared by edits, and right in every kind of text and folder.

import { afterEach, expect, test } from "vitest";
import { Editor, type EditorOptions, type Files, pullingEditor } from "./client.ts";
import { breach, files, guide, guidePath } from "./guide.ts";

let editor: Editor;
const start = async (laid: Files, options?: EditorOptions) => (editor = await Editor.start(laid, options));
afterEach(() => editor.stop());

test("opening a file shows its findings, with the team's sentence and the way to it", async () => {
  await start(files);
  await editor.open("app/port.py", breach);
  const [finding, ...others] = await editor.diagnostics("app/port.py");
  expect(others).toEqual([]);
  expect(finding).toMatchObject({
    code: "bare-except",
    source: "heed",
    severity: 2,
    range: { start: { line: 3, character: 4 } },
    message: expect.stringContaining('"Never use a bare `except:`." (python.instructions.md:6)'),
    codeDescription: { href: `${editor.uri(guidePath)}#L6` },
  });
  expect(finding?.relatedInformation?.at(-1)?.location).toMatchObject({
    uri: editor.uri(guidePath),
    range: { start: { line: 5 } },
  });
});

test("an edit clears the finding, and another brings it back", async () => {
  await start(files);
  await editor.open("app/port.py", breach);
  expect(await editor.rules("app/port.py")).toEqual(["bare-except"]);
  await editor.replace("app/port.py", "except:", "except ValueError:");
  expect(await editor.rules("app/port.py")).toEqual([]);
  await editor.replace("app/port.py", "except ValueError:", "except:");
  expect(await editor.rules("app/port.py")).toEqual(["bare-except"]);
});

test("closing a file takes its findings away", async () => {
  await start(files);
  await editor.open("app/port.py", breach);
  expect(await editor.rules("app/port.py")).toEqual(["bare-except"]);
  await editor.close("app/port.py");
  expect(await editor.pushed("app/port.py", ({ diagnostics }) => diagnostics.length === 0)).toEqual([]);
});

test("many edits in one breath end with the findings of the last text", async () => {
  await start(files);
  await editor.open("app/port.py", "");
  for (const letter of breach) {
    const end = editor.document("app/port.py").positionAt(breach.length);
    await editor.edit("app/port.py", [{ range: { start: end, end }, newText: letter }]);
  }
  expect(await editor.rules("app/port.py")).toEqual(["bare-except"]);
  const versions = editor.published.map(({ version }) => version ?? 0);
  expect(versions).toEqual(versions.toSorted((a, b) => a - b));
});

/** Where one `except:` stands, in documents that count their columns in different ways. */
const columns: readonly (readonly [name: string, text: string])[] = [
  ["line feeds", breach],
  ["carriage returns and line feeds", breach.replaceAll("\n", "\r\n")],
  ["emoji and accents before it", `# 🦄🦄 ñandú\r\n"""👩‍👩‍👧 é"""\r\n${breach.replaceAll("\n", "\r\n")}`],
  ["emoji in the same line", 'x = "🦄🦄"; \\\r\nprint(x)\r\n'],
];

test.each(columns)("places count as editors do: %s", async (_, text) => {
  await start(files);
  await editor.open("app/port.py", text);
  const [finding] = await editor.diagnostics("app/port.py");
  const piece = text.includes("except") ? "except" : "print";
  expect(finding?.range.start).toEqual(editor.find("app/port.py", piece).start);
  await editor.edit("app/port.py", [
    { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, newText: "# 🦄\r\n" },
  ]);
  const [moved] = await editor.diagnostics("app/port.py");
  expect(moved?.range.start).toEqual(editor.find("app/port.py", piece).start);
});

test("a client that pulls is told that nothing changed, and is not pushed to", async () => {
  await start(files, { capabilities: pullingEditor });
  await editor.open("app/port.py", breach);
  const first = await editor.pull("app/port.py");
  expect(first).toMatchObject({ kind: "full", items: [{ code: "bare-except" }] });
  expect(await editor.pull("app/port.py", first.resultId)).toEqual({ kind: "unchanged", resultId: first.resultId });
  await editor.replace("app/port.py", "except:", "except ValueError:");
  expect(await editor.pull("app/port.py", first.resultId)).toMatchObject({ kind: "full", items: [] });
  expect(editor.published).toEqual([]);
});

test("a client that pulls is asked to pull again when a guide changes on disk", async () => {
  await start(files, { capabilities: pullingEditor });
  await editor.open("app/port.py", breach);
  const { resultId } = await editor.pull("app/port.py");
  const before = editor.refreshes;
  await editor.writeOutside(guidePath, guide.replace("- Never use a bare `except:`.\n", ""));
  await editor.until(() => (editor.refreshes > before ? true : undefined), "refresh");
  expect(await editor.pull("app/port.py", resultId)).toMatchObject({ kind: "full", items: [] });
});

test("findings follow a guide that is edited on disk, or in the editor without being saved", async () => {
  await start(files);
  await editor.open("app/port.py", breach);
  expect(await editor.rules("app/port.py")).toEqual(["bare-except"]);
  await editor.writeOutside(guidePath, guide.replace("- Never use a bare `except:`.\n", ""));
  await editor.pushed("app/port.py", ({ diagnostics }) => diagnostics.length === 0);
  await editor.open(guidePath, guide);
  await editor.pushed("app/port.py", ({ diagnostics }) => diagnostics[0]?.code === "bare-except");
  await editor.replace(guidePath, "Never use a bare `except:`.", "Be kind.");
  await editor.pushed("app/port.py", ({ diagnostics }) => diagnostics.length === 0);
});

test("each of two roots has its own guides", async () => {
  const laid = { [`one/${guidePath}`]: guide, "two/CLAUDE.md": "- Never use `print()`.\n" };
  await start(laid, { folders: ["one", "two"] });
  const text = `${breach}print(port("1"))\n`;
  await editor.open("one/port.py", text);
  await editor.open("two/port.py", text);
  expect(await editor.rules("one/port.py")).toEqual(["bare-except", "print-call"]);
  expect(await editor.rules("two/port.py")).toEqual(["print-call"]);
});

test("a file in two nested roots belongs to the inner one", async () => {
  const laid = {
    "CLAUDE.md": "- Never use `print()`.\n",
    [`inner/${guidePath}`]: guide,
    "inner/port.py": breach,
    "outer.py": "print(1)\n",
  };
  await start(laid, { folders: ["", "inner"], settings: { diagnostics: { scope: "workspace" } } });
  await editor.pushed("outer.py", ({ diagnostics }) => diagnostics[0]?.code === "print-call");
  await editor.pushed("inner/port.py", ({ diagnostics }) => diagnostics[0]?.code === "bare-except");
});

test("a folder that is added later is looked at, and one that is removed no more", async () => {
  await start({ "one/CLAUDE.md": "- Never use `print()`.\n", "two/readme.txt": "" }, { folders: ["two"] });
  const event = (added: readonly string[], removed: readonly string[]) => {
    const folders = (names: readonly string[]) => names.map((name) => ({ name, uri: editor.uri(name) }));
    return { event: { added: folders(added), removed: folders(removed) } };
  };
  await editor.open("untitled:one", "print(1)\n");
  expect(await editor.rules("untitled:one")).toEqual([]);
  await editor.connection.sendNotification("workspace/didChangeWorkspaceFolders", event(["one"], ["two"]));
  await editor.pushed("untitled:one", ({ diagnostics }) => diagnostics[0]?.code === "print-call");
  await editor.connection.sendNotification("workspace/didChangeWorkspaceFolders", event(["two"], ["one"]));
  await editor.pushed("untitled:one", ({ diagnostics }) => diagnostics.length === 0);
});

/** Documents that are in no folder, in none yet, or in one that does not count. */
const unusual: readonly (readonly [
  name: string,
  uri: string,
  folders: readonly string[],
  expected: readonly string[],
])[] = [
  ["an unsaved file, with a folder open", "untitled:Untitled-1", ["project"], ["bare-except"]],
  ["an unsaved file, with no folder open", "untitled:Untitled-1", [], []],
  ["a loose file of a project, with no folder open", "project/app/port.py", [], ["bare-except"]],
  ["a loose file beside the open folder", "project/app/port.py", ["elsewhere"], ["bare-except"]],
  ["a file that git ignores", "project/generated/port.py", ["project"], []],
  ["a file of a virtual environment", "project/.venv/lib/port.py", ["project"], []],
  ["a new file that is not saved yet", "project/app/new.py", ["project"], ["bare-except"]],
];

test.each(unusual)("%s", async (_, uri, folders, expected) => {
  const laid = {
    [`project/${guidePath}`]: guide,
    "project/.gitignore": "generated/\n",
    "project/app/port.py": breach,
    "project/generated/port.py": breach,
    "project/.venv/lib/port.py": breach,
    "elsewhere/readme.txt": "",
  };
  await start(laid, { folders });
  await editor.open(uri, breach, "python");
  expect(await editor.rules(uri)).toEqual(expected);
});

test("findings of closed files are shown where the settings ask for them", async () => {
  await start(
    { ...files, "app/port.py": breach, "app/fine.py": "" },
    { settings: { diagnostics: { scope: "workspace" } } },
  );
  await editor.pushed("app/port.py", ({ diagnostics }) => diagnostics[0]?.code === "bare-except");
  await editor.changeSettings({ diagnostics: { scope: "openFiles" } });
  await editor.pushed("app/port.py", ({ diagnostics }) => diagnostics.length === 0);
});

test("a first look at many files shows how far it is", async () => {
  const many = Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`app/m${at}.py`, breach]));
  await start({ ...files, ...many }, { settings: { diagnostics: { scope: "workspace" } } });
  const all = () => new Set(editor.published.map(({ uri }) => uri));
  await editor.until(
    () => (all().size === 60 && editor.progress.filter((kind) => kind === "end").length === 2 ? true : undefined),
    "all findings",
  );
  expect(editor.progress.filter((kind) => kind === "begin")).toHaveLength(2);
  expect(editor.progress).toContain("report");
});

test("a client can pull the whole workspace, and is told only what changed", async () => {
  const settings = { diagnostics: { scope: "workspace" } };
  await start({ ...files, "app/port.py": breach }, { capabilities: pullingEditor, settings });
  const ask = (previousResultIds: readonly { uri: string; value: string }[]) =>
    editor.connection.sendRequest<{
      items: { uri: string; kind: string; resultId: string; items?: { code: string }[] }[];
    }>("workspace/diagnostic", { previousResultIds });
  const { items } = await ask([]);
  const found = items.find(({ uri }) => uri === editor.uri("app/port.py"));
  expect(found).toMatchObject({ kind: "full", items: [{ code: "bare-except" }] });
  const again = await ask(items.map(({ uri, resultId }) => ({ uri, value: resultId })));
  expect(again.items.map(({ kind }) => kind)).toEqual(again.items.map(() => "unchanged"));
});

test("a broken configuration is shown at its line, and the rest still works", async () => {
  const laid = { ...files, "heed.toml": 'fixOnSave = "safe"\nfixOnSvae = "safe"\n' };
  await start(laid);
  await editor.open("app/port.py", breach);
  const [problem] = await editor.pushed("heed.toml");
  expect(problem).toMatchObject({
    severity: 1,
    range: { start: { line: 1 } },
    message: expect.stringContaining("fixOnSvae"),
  });
  expect(await editor.rules("app/port.py")).toEqual(["bare-except"]);
  await editor.writeOutside("heed.toml", '[rules]\nbare-except = "off"\n');
  await editor.pushed("heed.toml", ({ diagnostics }) => diagnostics.length === 0);
  await editor.pushed("app/port.py", ({ diagnostics }) => diagnostics.length === 0);
});

test("a wrong setting of the editor is named in a message", async () => {
  await start(files, { settings: { fixOnSave: "sometimes" } });
  await editor.open("app/port.py", breach);
  expect(await editor.rules("app/port.py")).toEqual(["bare-except"]);
  expect(editor.messages).toEqual([expect.stringContaining("fixOnSave")]);
});

test("severities of the settings hold in the editor", async () => {
  await start(files, { settings: { rules: { "bare-except": "error" } } });
  await editor.open("app/port.py", breach);
  expect(await editor.diagnostics("app/port.py")).toMatchObject([{ severity: 1 }]);
});

test("half-typed code keeps the findings that can still be known", async () => {
  await start(files);
  await editor.open("app/port.py", `${breach}print(`);
  expect(await editor.rules("app/port.py")).toContain("bare-except");
});

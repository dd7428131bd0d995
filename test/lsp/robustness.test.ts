// The server goes on whatever an editor sends: nonsense, cancellations, missing folders, and ends when it is told to.

import { afterEach, expect, test } from "vitest";
import { CancellationTokenSource } from "vscode-languageserver/node";
import { areaName, generatedWorkspace } from "../support/generated-workspace.ts";
import { ableEditor, Editor, pullingEditor, type EditorOptions, type Files } from "./client.ts";
import { breach, files, guide, guidePath } from "./guide.ts";

let editor: Editor;
const start = async (laid: Files, options?: EditorOptions) => (editor = await Editor.start(laid, options));
afterEach(() => editor.stop());

const stillWorks = async () => {
  await editor.open("app/still.py", breach);
  expect(await editor.rules("app/still.py")).toEqual(["bare-except"]);
};

/** Requests that make no sense. */
const nonsense: readonly (readonly [method: string, params: unknown])[] = [
  ["heed/nothing", {}],
  ["textDocument/hover", {}],
  ["textDocument/hover", { textDocument: { uri: 7 }, position: null }],
  ["textDocument/codeAction", { textDocument: { uri: "" } }],
  ["textDocument/diagnostic", null],
  ["codeAction/resolve", { title: "x", data: { uri: "file:///nowhere", version: 1, rule: 3, unsafe: "yes" } }],
  ["workspace/executeCommand", { command: "heed.openDirective", arguments: [{}] }],
  ["workspace/executeCommand", {}],
  ["heed/status", { uri: null }],
];

test("a request that makes no sense is answered, and the next one works", async () => {
  await start(files);
  for (const [method, params] of nonsense) {
    await editor.connection.sendRequest(method, params).catch((error: unknown) => {
      expect((error as Error).message).not.toBe("");
    });
  }
  await stillWorks();
});

test("notifications that make no sense are survived", async () => {
  await start(files);
  const { connection } = editor;
  await connection.sendNotification("heed/nothing", { a: 1 });
  await connection.sendNotification("textDocument/didChange", {
    textDocument: { uri: "file:///not/open.py", version: 3 },
    contentChanges: [{ text: "x" }],
  });
  await connection.sendNotification("textDocument/didClose", { textDocument: { uri: "file:///not/open.py" } });
  await connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri: "nonsense", type: 9 }] });
  await connection.sendNotification("workspace/didChangeWatchedFiles", {});
  await connection.sendNotification("workspace/didChangeConfiguration", { settings: "loud" });
  await stillWorks();
});

test("bytes that are no message are survived", async () => {
  await start(files);
  await stillWorks();
  editor.sendRaw("Content-Length: 6\r\n\r\n{oops}");
  await editor.replace("app/still.py", "except:", "except ValueError:");
  expect(await editor.rules("app/still.py")).toEqual([]);
});

test("a request is cancelled while it waits", async () => {
  const many = Object.fromEntries(Array.from({ length: 200 }, (_, at) => [`app/m${at}.py`, breach]));
  await start({ ...files, ...many });
  const source = new CancellationTokenSource();
  const asked = editor.connection.sendRequest("heed/coverage", {}, source.token);
  source.cancel();
  await expect(asked).rejects.toMatchObject({ code: -32800 });
  await stillWorks();
});

test("an editor that can do nothing is served", async () => {
  await start(files, { capabilities: {} });
  await stillWorks();
  const [finding] = await editor.diagnostics("app/still.py");
  expect(Object.keys(finding ?? {}).toSorted()).toEqual(["code", "message", "range", "severity", "source"]);
});

test("a folder that does not exist is no reason to fail", async () => {
  await start({}, { folders: ["missing"] });
  await editor.open("missing/a.py", breach);
  expect(await editor.diagnostics("missing/a.py")).toEqual([]);
});

/** Texts that a file should not hold. */
const texts: readonly (readonly [name: string, text: string])[] = [
  ["nothing", ""],
  ["a byte order mark", `\uFEFF${breach}`],
  ["zero bytes", "x\0y\0\0"],
  ["Python 2", "print 'hello'\nexec 'x'\n"],
  ["deep nesting", `x = ${"[".repeat(3000)}${"]".repeat(3000)}\n`],
  ["half a surrogate", "x = '\uD83E'\nprint(x)\n"],
  ["a lone carriage return", "try:\r    x()\rexcept:\r    pass\r"],
  ["a very long line", `x = "${"y".repeat(300_000)}"\n`],
];

test("texts that a file should not hold are survived", async () => {
  await start(files);
  for (const [name, text] of texts) {
    await editor.open(`app/${name}.py`, text);
    expect(Array.isArray(await editor.diagnostics(`app/${name}.py`)), name).toBe(true);
  }
  await stillWorks();
});

test("front matter that is code runs nothing and is named", async () => {
  const hostile = "---js\nrequire('fs').writeFileSync('ran.txt', '')\n---\n- Never use `print()`.\n";
  await start({ ...files, ".github/instructions/hostile.instructions.md": hostile });
  await editor.open(".github/instructions/hostile.instructions.md", hostile);
  expect((await editor.diagnostics(".github/instructions/hostile.instructions.md")).length).toBeGreaterThan(0);
  await stillWorks();
});

test("what is watched is registered where the editor can watch", async () => {
  await start(files);
  await editor.until(() => (editor.registered.length >= 2 ? true : undefined), "registrations");
  expect(editor.registered).toContain("workspace/didChangeWatchedFiles");
  expect(editor.registered).toContain("workspace/didChangeConfiguration");
});

test("an editor that cannot watch files still sees a guide that it saved", async () => {
  const { workspace, ...others } = ableEditor;
  await start(files, {
    capabilities: {
      ...others,
      workspace: { configuration: workspace?.configuration ?? false, workspaceFolders: true },
    },
  });
  await editor.open("app/a.py", breach);
  expect(await editor.rules("app/a.py")).toEqual(["bare-except"]);
  editor.write(guidePath, guide.replace("- Never use a bare `except:`.\n", ""));
  await editor.connection.sendNotification("textDocument/didSave", { textDocument: { uri: editor.uri(guidePath) } });
  await editor.pushed("app/a.py", ({ diagnostics }) => diagnostics.length === 0);
});

test("the server ends when it is told to", async () => {
  await start(files);
  await stillWorks();
  await editor.connection.sendRequest("shutdown");
  await editor.connection.sendNotification("exit");
  await editor.until(() => (editor.isAlive ? undefined : true), "end").catch(() => {});
  expect(editor.isAlive).toBe(false);
});

test("a large workspace is read ahead with a bar, and other messages are heard meanwhile", async () => {
  const laid = generatedWorkspace(40);
  await start(laid, { capabilities: pullingEditor });
  const service = `shop/${areaName(4)}/service.py`;
  await editor.open(service, laid[service] ?? "");
  const order: string[] = [];
  const findings = editor.connection
    .sendRequest<{ items: { code: string }[] }>("textDocument/diagnostic", {
      textDocument: { uri: editor.uri(service) },
    })
    .then(({ items }) => {
      order.push("findings");
      return items.map(({ code }) => code);
    });
  // What makes no sense needs no workspace, so its answer shows that the server listens.
  const heard = editor.connection.sendRequest("heed/nothing", {}).catch(() => order.push("heard"));
  expect(await findings).toContain("n-plus-one");
  await heard;
  expect(order).toEqual(["heard", "findings"]);
  expect(editor.progress).toContain("report");
});

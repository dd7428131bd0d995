// What the extension does through VS Code's own programming interface.

import * as assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import * as vscode from "vscode";

const rule = "bare-except";

describe("Heed in the editor", () => {
  before(async () => {
    const extension = vscode.extensions.getExtension("heed.heed");
    assert.ok(extension, "the extension is installed");
    await extension.activate();
  });

  afterEach(async () => {
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  });

  it("declares every command that it registers, and registers every command that it declares", async () => {
    const manifest: { readonly contributes: { readonly commands: readonly { readonly command: string }[] } } =
      vscode.extensions.getExtension("heed.heed")?.packageJSON;
    const declared = manifest.contributes.commands.map(({ command }) => command).toSorted();
    const registered = (await vscode.commands.getCommands(true)).filter((id) => /^heed\.[a-zA-Z]+$/.test(id));
    assert.deepEqual(registered.filter((id) => !id.startsWith("heed.packs")).toSorted(), declared);
  });

  it("shows a finding that quotes the guide and links to its line", async () => {
    const document = await open("app/ports.py");
    const finding = await findingOf(document.uri, rule);
    assert.equal(finding.range.start.line, 7);
    assert.equal(finding.source, "heed");
    const guides = (finding.relatedInformation ?? []).filter(({ location }) =>
      location.uri.path.endsWith("python.instructions.md"),
    );
    assert.equal(guides[0]?.location.range.start.line, 6);
  });

  it("finds nothing where no guide applies", async () => {
    const document = await open("notes.py");
    await open("app/ports.py").then((other) => findingOf(other.uri, rule));
    assert.deepEqual(heedFindings(document.uri), []);
  });

  it("follows edits that are not saved", async () => {
    const document = await open("app/ports.py");
    await findingOf(document.uri, rule);
    await replaceLine(document, 7, "    except ValueError:");
    await until("the finding is gone", () => heedFindings(document.uri).length === 0);
    await replaceLine(document, 7, "    except:");
    await findingOf(document.uri, rule);
  });

  it("checks Python that was never saved", async () => {
    const uri = place("app/unsaved.py").with({ scheme: "untitled" });
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    await replaceAll(document, '"""Unsaved."""\n\ntry:\n    PORT = int("1")\nexcept:\n    PORT = 0\n');
    await findingOf(uri, rule);
  });

  it("offers fixes, and the best one mends the code", async () => {
    const document = await open("app/ports.py");
    const finding = await findingOf(document.uri, rule);
    const actions = await actionsAt(document.uri, finding.range, vscode.CodeActionKind.QuickFix);
    const fix =
      actions.find((action) => action.isPreferred === true) ?? actions.find((action) => action.edit !== undefined);
    assert.ok(fix?.edit, `a fix among ${actions.map(({ title }) => title).join(", ")}`);
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    assert.match(document.lineAt(7).text, /except ValueError/);
    await until("the finding is gone", () => heedFindings(document.uri).length === 0);
  });

  it("lets a finding be allowed, and leads to its directive", async () => {
    const document = await open("app/ports.py");
    const finding = await findingOf(document.uri, rule);
    const actions = await actionsAt(document.uri, finding.range);
    const commands = actions.map(({ command }) => command?.command);
    assert.ok(commands.includes("heed.openDirective"), commands.join(", "));
    assert.ok(
      actions.some(({ title }) => /allow/i.test(title)),
      actions.map(({ title }) => title).join(", "),
    );
    const directive = actions.find(({ command }) => command?.command === "heed.openDirective")?.command;
    await vscode.commands.executeCommand("heed.openDirective", ...(directive?.arguments ?? []));
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor?.document.uri.path.endsWith("python.instructions.md") === true);
    assert.equal(editor?.selection.active.line, 6);
  });

  it("explains a finding under the mouse with the team's own sentence", async () => {
    const document = await open("app/ports.py");
    const finding = await findingOf(document.uri, rule);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      "vscode.executeHoverProvider",
      document.uri,
      finding.range.start,
    );
    const text = hovers
      .flatMap(({ contents }) => contents)
      .map((content) => (typeof content === "string" ? content : content.value))
      .join("\n");
    assert.match(text, /name the exception that you expect/);
  });

  it("holds the code to a guide as it is being written", async () => {
    const document = await open("app/ports.py");
    await findingOf(document.uri, rule);
    const guide = await open(".github/instructions/python.instructions.md");
    await replaceLine(guide, 6, "- Prefer short functions.");
    await until("the finding is gone", () => !heedFindings(document.uri).some(({ code }) => codeOf(code) === rule));
    await vscode.commands.executeCommand("workbench.action.files.revert");
    await findingOf(document.uri, rule);
  });

  it("shows a rule's page and what is enforced", async () => {
    await open("app/ports.py");
    await vscode.commands.executeCommand("heed.explain", rule);
    await until("the page is open", () => pageTitles().some((title) => title.includes(rule)));
    await vscode.commands.executeCommand("heed.coverage");
    await until("the page is open", () => pageTitles().some((title) => title.includes("What is enforced")));
  });

  it("says why a file is checked", async () => {
    const document = await open("app/ports.py");
    await vscode.commands.executeCommand("heed.why", document.uri);
    await until("the page is open", () => pageTitles().some((title) => title.includes("ports.py")));
  });

  it("checks files that are not open when asked to", async () => {
    const neverOpened = place("app/names.py");
    assert.deepEqual(heedFindings(neverOpened), []);
    await vscode.commands.executeCommand("heed.checkWorkspace");
    await findingOf(neverOpened, rule);
  });

  it("goes on after a restart", async () => {
    const document = await open("app/ports.py");
    await findingOf(document.uri, rule);
    await vscode.commands.executeCommand("heed.restart");
    await findingOf(document.uri, rule);
  });

  it("goes on after a crash of the server", async function () {
    const document = await open("app/ports.py");
    await findingOf(document.uri, rule);
    const server = findServer();
    if (server === undefined) this.skip();
    process.kill(server, "SIGKILL");
    await until("another server runs", () => ![server, undefined].includes(findServer()));
    await replaceLine(document, 7, "    except ValueError:");
    await until("the finding is gone", () => heedFindings(document.uri).length === 0);
    await replaceLine(document, 7, "    except:");
    await findingOf(document.uri, rule);
  });

  it("is silent while it is switched off", async () => {
    const document = await open("app/ports.py");
    await findingOf(document.uri, rule);
    const settings = vscode.workspace.getConfiguration("heed");
    await settings.update("enable", false, vscode.ConfigurationTarget.Workspace);
    try {
      await until("the findings are gone", () => heedFindings(document.uri).length === 0);
    } finally {
      await settings.update("enable", undefined, vscode.ConfigurationTarget.Workspace);
    }
    await findingOf(document.uri, rule);
  });
});

/** The server's process, where the system lists processes as files. */
function findServer(): number | undefined {
  if (!existsSync("/proc/self/cmdline")) return undefined;
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .find((id) => parentOf(id) === process.pid && textOf(`/proc/${id}/cmdline`).includes("dist/server.js"));
}

function parentOf(id: number): number {
  return Number(/\) \S (\d+)/.exec(textOf(`/proc/${id}/stat`))?.[1]);
}

/** Processes end at any moment, so a file that was listed may be gone. */
function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

function place(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, "a folder is open");
  return vscode.Uri.joinPath(folder.uri, path);
}

async function open(path: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(place(path));
  // A preview would be replaced by the next file that is opened.
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

function heedFindings(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === "heed");
}

function codeOf(code: vscode.Diagnostic["code"]): string {
  return String(typeof code === "object" ? code.value : code);
}

async function findingOf(uri: vscode.Uri, id: string): Promise<vscode.Diagnostic> {
  let found: vscode.Diagnostic | undefined;
  await until(`a finding of ${id}`, () => {
    found = heedFindings(uri).find(({ code }) => codeOf(code) === id);
    return found !== undefined;
  });
  assert.ok(found);
  return found;
}

async function actionsAt(
  uri: vscode.Uri,
  range: vscode.Range,
  kind?: vscode.CodeActionKind,
): Promise<vscode.CodeAction[]> {
  // Edits may come only when an action is looked at, so the first few are.
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    "vscode.executeCodeActionProvider",
    uri,
    range,
    kind?.value,
    10,
  );
}

async function replaceLine(document: vscode.TextDocument, line: number, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, document.lineAt(line).range, text);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

async function replaceAll(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

function pageTitles(): string[] {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
}

async function until(what: string, isSo: () => boolean | Promise<boolean>, limit = 20_000): Promise<void> {
  const end = Date.now() + limit;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`In ${limit / 1000} seconds it did not come about: ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

// What a user sees and does with the packed extension: mouse, keyboard and screen, and nothing of the editor's interface for programs.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, onTestFailed, test } from "vitest";
import { type Editor, openEditor } from "./editor.ts";

let editor: Editor;
beforeAll(async () => {
  editor = await openEditor({
    file: "app/ports.py",
    settings: { "[python]": { "editor.codeActionsOnSave": { "source.fixAll.heed": "explicit" } } },
  });
});
afterEach(() => editor.page.closeEverything());
afterAll(() => editor?.[Symbol.asyncDispose]());

/** A screenshot says more about a failed test than its last line. */
function shootOnFailure(name: string): void {
  onTestFailed(() => editor.page.shoot(`failed-${name}`));
}

test("a finding is read, fixed and saved with the keyboard", async () => {
  shootOnFailure("finding");
  const { page, folder } = editor;
  await page.open("ports.py");
  await page.squiggles.first().waitFor();
  await page.clickOn("def read_port");
  const peek = page.page.locator(".zone-widget", { hasText: "name the exception that you expect" });
  await page.pressUntil("F8", peek);
  await page.shoot("finding");
  await page.page.keyboard.press("Escape");
  await peek.waitFor({ state: "detached" });
  await page.openFixes("ValueError");
  await page.shoot("fixes");
  await page.page.keyboard.press("Enter");
  await page.squiggles.first().waitFor({ state: "detached" });
  await page.save();
  await expect.poll(() => readFileSync(join(folder, "app/ports.py"), "utf8")).toContain("except ValueError:");
});

test("saving applies the safe fixes and leaves the others", async () => {
  shootOnFailure("save");
  const { page, folder } = editor;
  await page.open("names.py");
  await page.squiggles.first().waitFor();
  await page.clickOn("# Type here");
  await page.page.keyboard.press("End");
  await page.page.keyboard.type(" now");
  await page.save();
  const saved = () => readFileSync(join(folder, "app/names.py"), "utf8");
  await expect.poll(saved, { timeout: 20_000 }).toContain("-> str | None:");
  expect(saved()).toContain("except:");
});

test("the mouse on a finding shows the directive in the team's words", async () => {
  shootOnFailure("hover");
  const { page } = editor;
  await page.open("names.py");
  await page.squiggles.first().waitFor();
  await page.lines.filter({ hasText: "except:" }).locator("span", { hasText: "except" }).last().hover();
  await page.page.locator(".monaco-hover", { hasText: "name the exception that you expect" }).first().waitFor();
  await page.shoot("hover");
});

test("the status bar says what applies, and its page says why", async () => {
  shootOnFailure("status");
  const { page } = editor;
  await page.open("names.py");
  const item = page.statusItem(/Heed: 1 guide, \d+ rules?/);
  await item.click();
  await page.preview.getByText("python.instructions.md").first().waitFor();
  await page.shoot("why");
  await page.open("notes.py");
  await page.statusItem("Heed: no guide").waitFor();
});

test("the tree lists guides and directives, and leads to their lines", async () => {
  shootOnFailure("tree");
  const { page } = editor;
  await page.open("names.py");
  await page.squiggles.first().waitFor();
  await page.page.locator('.activitybar .action-label[aria-label^="Heed"]').click();
  const row = (text: string) => page.page.locator(".pane-body .monaco-list-row", { hasText: text }).first();
  await row("python.instructions.md").waitFor();
  await row("Never use bare").waitFor();
  await page.shoot("tree");
  await row("Never use bare").click();
  await page.page.locator(".tab.active", { hasText: "python.instructions.md" }).waitFor();
  await page.statusItem("Ln 7").waitFor();
});

test("the walkthrough opens with its first step", async () => {
  shootOnFailure("walkthrough");
  const { page } = editor;
  await page.run("Welcome: Open Walkthrough...");
  await page.page
    .locator(".quick-input-list .monaco-list-row", { hasText: "Hold Python to your team" })
    .first()
    .click();
  await page.page.locator(".getting-started-step", { hasText: "See what is enforced" }).first().waitFor();
  await page.shoot("walkthrough");
});

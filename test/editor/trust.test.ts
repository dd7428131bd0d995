// Workspace trust: Heed runs nothing of a workspace, so it works in a restricted one, and goes on when trust is given.

import { expect, onTestFailed, test } from "vitest";
import { openEditor } from "./editor.ts";

test("findings are shown in restricted mode", async () => {
  await using editor = await openEditor({ trust: "never", file: "app/ports.py" });
  onTestFailed(() => editor.page.shoot("failed-restricted"));
  await editor.page.statusItem("Restricted Mode").waitFor();
  await editor.page.squiggles.first().waitFor();
  await editor.page.shoot("restricted");
});

test("findings are shown once the folder is trusted", async () => {
  await using editor = await openEditor({ trust: "ask", file: "app/ports.py" });
  onTestFailed(() => editor.page.shoot("failed-trusted"));
  const yes = editor.page.page.locator(".monaco-dialog-box .monaco-button", { hasText: "Yes, I trust the authors" });
  await yes.click();
  await editor.page.squiggles.first().waitFor();
  expect(await editor.page.statusItem("Restricted Mode").count()).toBe(0);
});

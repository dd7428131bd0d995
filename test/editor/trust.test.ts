// Workspace trust: Heed runs nothing of a workspace, so it works in a restricted one, and goes on when trust is given.

import { execFileSync } from "node:child_process";
import { appendFileSync, existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openEditor } from "./editor.ts";

test("in restricted mode findings are shown, and nothing that the folder names is run", async () => {
  await using editor = await openEditor({
    trust: "never",
    file: "app/ports.py",
    furnish: layTrap,
    // Which files have changed is for git to say.
    settings: { "heed.diagnostics.scope": "changed" },
  });
  await editor.page.statusItem("Restricted Mode").waitFor();
  await editor.page.squiggles.first().waitFor();
  await editor.page.shoot("restricted");
  expect(existsSync(join(editor.folder, "sprung"))).toBe(false);
});

/** A repository whose own settings have git start a program. */
function layTrap(folder: string): void {
  const git = (...parameters: string[]) =>
    execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.org", ...parameters], { cwd: folder });
  git("init", "--quiet");
  git("add", ".");
  git("commit", "--quiet", "--message", "All");
  for (const name of ["app/ports.py", "app/names.py"]) appendFileSync(join(folder, name), "# Changed.\n");
  const program = join(folder, ".git/spring");
  writeFileSync(program, `#!/bin/sh\ntouch '${join(folder, "sprung")}'\n`, { mode: 0o755 });
  git("config", "core.fsmonitor", program);
}

test("findings are shown once the folder is trusted", async () => {
  await using editor = await openEditor({ trust: "ask", file: "app/ports.py" });
  const yes = editor.page.page.locator(".monaco-dialog-box .monaco-button", { hasText: "Yes, I trust the authors" });
  await yes.click();
  await editor.page.squiggles.first().waitFor();
  expect(await editor.page.statusItem("Restricted Mode").count()).toBe(0);
});

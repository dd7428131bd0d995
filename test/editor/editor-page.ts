// What a user does in the editor: types, presses keys, opens files and menus, and looks.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { shots } from "./places.ts";

export class EditorPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    page.setDefaultTimeout(30_000);
  }

  async goto(url: string): Promise<void> {
    await this.page.goto(url);
    await this.page.locator(".monaco-workbench .statusbar").waitFor({ timeout: 60_000 });
  }

  get squiggles(): Locator {
    return this.page.locator(".squiggly-warning, .squiggly-error, .squiggly-info");
  }

  get lines(): Locator {
    return this.page.locator(".editor-instance .view-line");
  }

  statusItem(text: string | RegExp): Locator {
    return this.page.locator(".statusbar-item", { hasText: text });
  }

  /** The text of the editor as it is drawn. */
  async text(): Promise<string> {
    const drawn = await this.page.locator(".editor-instance .view-lines").first().innerText();
    return drawn.replaceAll("\u00a0", " ");
  }

  /** Puts the cursor into the first line that holds the text. */
  async clickOn(text: string): Promise<void> {
    await this.lines.filter({ hasText: text }).first().click();
  }

  /** A key can be lost while the editor lays itself out again, so it is pressed until its effect shows. */
  async pressUntil(key: string, effect: Locator): Promise<void> {
    await this.#repeatUntil(effect, () => this.page.keyboard.press(key));
  }

  /** Runs a command by its title. */
  async run(title: string): Promise<void> {
    await this.#pick("F1", `>${title}`, title);
  }

  /** Opens a file of the workspace by its name. */
  async open(name: string): Promise<void> {
    await this.#pick("Control+p", name, name);
    await this.page.locator(".tab.active", { hasText: name }).waitFor();
  }

  /** Opens a list with a key, narrows it, and takes the row with the text. */
  async #pick(key: string, filter: string, text: string): Promise<void> {
    const list = this.page.locator(".quick-input-widget");
    const row = list.locator(`.monaco-list-row[aria-label^="${text}"]`).first();
    await list.waitFor({ state: "hidden" });
    // The list closes when anything else takes the focus, as a starting editor does, be it just before the click.
    await this.#repeat(async () => {
      await this.page.keyboard.press(key);
      const input = list.locator("input").first();
      await input.waitFor({ timeout: 2500 });
      // Typed text would go into the file where the editor takes the focus in that moment.
      await input.evaluate(setInput, filter, { timeout: 2500 });
      await row.click({ timeout: 2500 });
    });
  }

  async #repeatUntil(effect: Locator, step: () => Promise<void>): Promise<void> {
    await this.#repeat(async () => {
      await step();
      await effect.waitFor({ timeout: 2500 });
    });
  }

  async #repeat(step: () => Promise<void>, rounds = 8): Promise<void> {
    for (let round = 1; ; round++) {
      try {
        await step();
        return;
      } catch (error) {
        if (round === rounds) throw error;
      }
    }
  }

  /** Opens the menu of fixes at the cursor. */
  async openFixes(expected: string): Promise<Locator> {
    const menu = this.page.locator(".action-widget");
    await this.pressUntil("Control+.", menu.filter({ hasText: expected }));
    return menu;
  }

  async save(): Promise<void> {
    await this.page.keyboard.press("Control+s");
  }

  /** Back to an empty window, without saving. */
  async closeEverything(): Promise<void> {
    await this.page.keyboard.press("Escape");
    await this.run("View: Revert and Close Editor");
    await this.run("View: Close All Editors");
    await this.page.locator(".tabs-container .tab").first().waitFor({ state: "detached" });
  }

  /** The rendered Markdown page that is in front. */
  get preview(): ReturnType<Page["frameLocator"]> {
    return this.page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
  }

  async shoot(name: string): Promise<void> {
    mkdirSync(shots, { recursive: true });
    await this.page.screenshot({ path: join(shots, `${name}.png`) });
  }
}

function setInput(input: HTMLElement | SVGElement, text: string): void {
  (input as HTMLInputElement).value = text;
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

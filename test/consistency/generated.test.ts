// What is generated from the catalogue is current, and the scripts say what to do where it is not.

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { catalogue } from "../../server/src/rules/index.ts";

const root = join(import.meta.dirname, "../..");

function run(script: string, ...args: readonly string[]) {
  const all = ["--disable-warning=MODULE_TYPELESS_PACKAGE_JSON", join(root, "scripts", script), ...args];
  return spawnSync(process.execPath, all, { encoding: "utf8", cwd: root });
}

test("index, pages, settings and the README's table are current", () => {
  const { status, stderr } = run("generate.mjs", "--check");
  expect(stderr).toBe("");
  expect(status).toBe(0);
});

test("the settings know every rule and every option", () => {
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const sections: { properties: Record<string, { properties: Record<string, unknown> }> }[] =
    manifest.contributes.configuration;
  const settings =
    sections.find(({ properties }) => "heed.rules" in properties)?.properties["heed.rules"]?.properties ?? {};
  expect(Object.keys(settings)).toEqual(catalogue.map(({ id }) => id));
  for (const { id, options } of catalogue) {
    const setting = settings[id] as { properties: { options?: { properties: Record<string, unknown> } } };
    expect(Object.keys(setting.properties.options?.properties ?? {}), id).toEqual(Object.keys(options));
  }
});

test.each([
  ["", "Usage"],
  ["Bare_Except", "lower-case words"],
  ["no-print", "names the cure"],
  ["bare-except", "already"],
  ["../escape", "lower-case words"],
])("npm run new-rule refuses %j", (id, message) => {
  const { status, stderr } = run("new-rule.mjs", id);
  expect(stderr).toContain(message);
  expect(status).toBe(2);
});

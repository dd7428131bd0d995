// A second run over the same files answers from the first, and only then.

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { generatedWorkspace } from "../support/generated-workspace.ts";
import { Folder } from "./heed.ts";

test("what was found is kept until anything that was read is another text", () => {
  const files = generatedWorkspace(16);
  const [folder, cache] = [new Folder(files), new Folder({})];
  const check = (...args: string[]) =>
    folder.heed(["check", "--format", "jsonl", ...args], { env: { XDG_CACHE_HOME: cache.path } }).stdout;

  const anew = check("--no-cache");
  expect(cache.list()).toEqual([]);
  expect(check("--jobs", "2")).toBe(anew);

  // What lies in the cache is what is shown, so a mark in it tells a run that used it.
  const place = join(cache.path, "heed", readdirSync(join(cache.path, "heed"))[0] ?? "");
  writeFileSync(place, readFileSync(place, "utf8").replaceAll("has no index", "has a mark"));
  expect(check()).toBe(anew.replaceAll("has no index", "has a mark"));

  const service = "shop/orders/service.py";
  folder.write({ [service]: `${files[service]}\nprint(1)\n` });
  const after = check();
  expect(after).not.toContain("has a mark");
  expect(after.split("\n").filter((line) => line.includes(service) && line.includes("print-call"))).toHaveLength(1);

  // Neither file was there before.
  folder.write({ "heed.toml": 'rules.print-call = "off"\n' });
  expect(check()).not.toContain("print-call");
}, 240_000);

// The facts across some files that a test writes down, without an engine around them.

import { loadParser } from "../../server/src/host/tree-sitter.ts";
import { Facts } from "../../server/src/models/facts.ts";
import { moduleFile } from "../../server/src/models/module-file.ts";

const parser = await loadParser();

export function factsOf(files: Readonly<Record<string, string>>): Facts {
  return new Facts(
    {
      pythonPaths: Object.keys(files)
        .filter((path) => path.endsWith(".py"))
        .toSorted(),
      text: (path) => files[path],
      tree: (path) => parser.parse(files[path] ?? ""),
      moduleFile: (module, from) => moduleFile(module, from, (path) => Object.hasOwn(files, path)),
    },
    (_name, compute) => {
      const known = new Map<string, ReturnType<typeof compute>>();
      return (key) => {
        if (!known.has(key)) known.set(key, compute(key));
        return known.get(key) as ReturnType<typeof compute>;
      };
    },
  );
}

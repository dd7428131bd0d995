// Flags modules whose names say nothing of what they hold: utils, helpers, common, misc.

import type { Reading } from "../reading.ts";
import { fileRule, option } from "../rule.ts";

const known = ["utils", "util", "helpers", "helper", "misc", "common"];

export const grabBagModule = fileRule({
  id: "grab-bag-module",
  scope: "file",
  summary: "A module called `utils`, `helpers`, `misc` or the like.",
  why: "Whatever has no place ends up in it, and everything comes to import it. A name that tells what the module is about keeps it small. Empty files and tests are left alone.",
  severity: "information",
  fix: "none",
  tests: false,
  generated: false,
  options: {
    names: option.strings(known, "Names of modules that the team does not want."),
    packages: option.boolean(false, "Flag packages of these names as well."),
  },
  answers: ["Avoid generic `utils.py` modules.", "Do not create helper or utility files."],
  means: [
    {
      stance: "avoid",
      says: [
        "(utility|util|utils|helper|grab bag|catch all|catchall|junk drawer|dumping ground|miscellaneous|misc) (or (utility|helper))? (file|module|package|folder|directory)",
        "(file|module|package) ... (named|called|like|such as) ... (`utils*`|`util.py`|`helpers*`|`helper.py`|`misc*`|`common*`|utils|helpers)",
        "(create|add|introduce|new|generic|have|make|grow) ... (`utils*`|`util.py`|`helpers*`|`helper.py`|`misc*`|`common*`)",
        "(`utils.py`|`util.py`|`helpers.py`|`helper.py`|`misc.py`|`common.py`) (file|module|dumping ground|grab bag|catch all)?",
      ],
      unless: [
        "(import|duplicate|edit|modify|change|touch|put|place|test helper|test utility|from|into|move|delete|remove|typescript|react)",
      ],
      options: readNames,
    },
  ],
  examples: [
    {
      bad: "def weigh(crate):\n    return crate.kilos\n",
      good: "def weigh(crate):\n    return crate.kilos\n",
      path: "harbour/utils.py",
      goodPath: "harbour/weights.py",
    },
  ],
  *check(file, { names, packages }) {
    const [name = "", folder = ""] = file.path
      .replace(/\.pyi?$/, "")
      .split("/")
      .reverse();
    const own = name === "__init__" ? folder : name;
    if (name === "__init__" && !packages) return;
    if (!names.includes(own) || file.text.trim() === "") return;
    yield {
      span: file.lines.lineSpan(0),
      message: `\`${own}\` says nothing of what it holds; name the module after what it is about.`,
    };
  },
});

function readNames({
  codes,
  clause,
  sentence,
}: Reading): { names?: readonly string[]; packages?: boolean } | undefined {
  // What there is may stay, and what goes into it is another matter.
  if (/\b(?:new|unless|when|if|for|to|functions?|logic|class(?:es)?|code|grow)\b/i.test(clause)) return undefined;
  if (/\b(?:unless|when|if)\b/i.test(sentence)) return undefined;
  // "`helpers/` — shared functions" tells what there is.
  if (/^\W*[\w./-]+\/\W{0,3}\s*[:—–-]/.test(sentence)) return undefined;
  const named = codes.map((code) => /^(?:[\w.-]+\/)*(\w+?)(?:\.py|\/)?$/.exec(code)?.[1]);
  if (named.includes(undefined)) return undefined;
  // One place among others is no ban of the name: "in `core/utils.py`".
  if (codes.some((code) => /\w\/\w/.test(code)) || /\b(?:in|inside|within)\s+`/.test(clause)) return undefined;
  const names = named.filter((one) => one !== undefined);
  const isOfPackages =
    /\b(?:packages?|folders?|director(?:y|ies))\b/i.test(clause) || codes.some((code) => code.endsWith("/"));
  return { ...(names.length > 0 && { names }), ...(isOfPackages && { packages: true }) };
}

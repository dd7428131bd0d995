// Flags pytest markers of the team's own that its configuration does not list.

import type { Workspace } from "../../models/workspace.ts";
import { addToList } from "../config-edits.ts";
import { configTexts } from "../config-texts.ts";
import { type Fix, fileRule } from "../rule.ts";

/** Those of pytest itself and of its common plugins, which register them. */
const known =
  /^(?:skip|skipif|xfail|parametrize|usefixtures|filterwarnings|tryfirst|trylast|asyncio|anyio|trio|django_db|timeout|order|run|flaky|benchmark|vcr|respx|httpx_mock|freeze_time|xdist_group|dependency|celery|hypothesis|urls|ignore_template_errors|repeat|rerun|recwarn|no_cover|playwright|browser_context_args|enable_socket|disable_socket|allow_hosts|block_network|moto|snapshot|datafiles|mypy_testing|mongodb|postgresql|depends)$/;

export const unregisteredMarker = fileRule({
  id: "unregistered-marker",
  scope: "workspace",
  summary: "A pytest marker of the team's own that pytest's configuration does not list.",
  why: "A misspelt marker selects nothing, and nobody notices: only listed ones are checked. pytest's own markers and those of its common plugins are left alone, and so are projects that register theirs in a `conftest.py`.",
  severity: "warning",
  fix: "unsafe",
  tests: true,
  mentions: ["pytest.mark."],
  options: {},
  answers: [
    "Register custom pytest markers in `pyproject.toml`.",
    "All pytest markers must be declared in the configuration.",
  ],
  means: [
    {
      stance: "want",
      says: [
        "(register|declare|define|list|document) ... (pytest|custom|test|own)? (marker|mark) ... (in|under|with|via) ... (`pyproject.toml`|`pytest.ini`|`setup.cfg`|`tox.ini`|configuration|config|`*markers*`|`tool.pytest*`|`[tool.pytest*`)",
        "(custom|new|all|every|pytest) (pytest)? (marker|mark) ... (registered|declared|listed|defined|register)",
        "(register|declare|define) ... (custom|new|all|pytest) ... (marker|markers)",
        "`--strict-markers`",
        "strict marker",
      ],
      unless: ["(water|mile|map|sequence) marker"],
    },
    { stance: "avoid", says: ["(unregistered|undeclared|unknown) ... (pytest)? (marker|mark)"] },
  ],
  examples: [
    {
      path: "tests/test_boats.py",
      bad: "import pytest\n\n\n@pytest.mark.slow\ndef test_boat():\n    assert True\n",
      good: "import pytest\n\n\n@pytest.mark.slow\ndef test_boat():\n    assert True\n",
      files: { "pyproject.toml": '[tool.pytest.ini_options]\nmarkers = ["fast: quick ones"]\n' },
      goodFiles: {
        "pyproject.toml": '[tool.pytest.ini_options]\nmarkers = ["fast: quick ones", "slow: tests that are slow"]\n',
      },
    },
  ],
  *check(file, _options, { workspace }) {
    const listed = listedMarkers(workspace, file.path);
    if (listed === undefined) return;
    for (const node of file.nodes("attribute")) {
      const name = /^pytest\.mark\.(\w+)$/.exec(node.text)?.[1];
      if (name === undefined || known.test(name) || listed.has(name)) continue;
      const fix = listedFix(workspace, name);
      yield {
        ...(fix && { fix }),
        span: node,
        message: `\`${name}\` is a marker that pytest's configuration does not list; add it to \`markers\`.`,
      };
    }
  },
});

/** Undefined where they may be registered in a way that cannot be read. */
function listedMarkers(workspace: Workspace, path: string): ReadonlySet<string> | undefined {
  const texts = ["pyproject.toml", "pytest.ini", ".pytest.ini", "setup.cfg", "tox.ini"].flatMap((name) =>
    configTexts(workspace, path, name),
  );
  const inCode = configTexts(workspace, path, "conftest.py").some((text) => text.includes("addinivalue_line"));
  if (inCode || !texts.some((text) => /\bpytest\b/.test(text))) return undefined;
  const names = texts.flatMap((text) => {
    const array = /^\s*markers\s*=\s*\[([^\]]*)\]/m.exec(text)?.[1] ?? "";
    const lines = /^\s*markers\s*=[ \t]*\r?\n((?:[ \t]+.*(?:\r?\n|$))+)/m.exec(text)?.[1] ?? "";
    return [...array.matchAll(/["']\s*([A-Za-z_]\w*)/g), ...lines.matchAll(/^[ \t]+([A-Za-z_]\w*)/gm)];
  });
  return new Set(names.map(([, name = ""]) => name));
}

function listedFix(workspace: Workspace, name: string): Fix | undefined {
  const path = workspace.otherFiles.find(
    (one) => /(^|\/)pyproject\.toml$/.test(one) && /^markers\s*=/m.test(workspace.text(one) ?? ""),
  );
  const edit =
    path === undefined
      ? undefined
      : addToList(
          path,
          workspace.text(path) ?? "",
          "tool.pytest.ini_options",
          "markers",
          `"${name}: tests that are ${name.replaceAll("_", " ")}"`,
        );
  return (
    edit && {
      title: `List \`${name}\` among the markers; look at what it says of them`,
      safe: false,
      edits: [{ ...edit, defines: `marker ${name}`, inAnyOrder: true }],
    }
  );
}

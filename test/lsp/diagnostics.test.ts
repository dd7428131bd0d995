// Findings in the editor: pushed, pulled, cleared by edits, and right in every kind of text and folder.

import { afterEach, expect, test } from "vitest";
import { Editor, type EditorOptions, type Files, pullingEditor } from "./client.ts";

let editor: Editor;
const start = async (files: Files, options?: EditorOptions) => (editor = await Editor.start(files, options));
afterEach(() => editor.stop());

const guidePath = ".github/instructions/python.instructions.md";
const guide = `---
applyTo: "**/*.py"
---
# Python

- Never use a bare \`except:\`.
- Never use \`print()\`; use the logger.
- Keep the tone friendly.
`;
const breach = `def port(text):
    try:
        return int(text)
    except:
        return 0
`;
const clean = breach.replace("except:", "except ValueError:");

test("opening a file shows its findings, with the team's sentence and the way to it", async () => {
  await start({ [guidePath]: guide });
  await editor.open("app/port.py", breach);
  const [finding, ...others] = await editor.diagnostics("app/port.py");
  expect(others).toEqual([]);
  expect(finding).toMatchObject({
    code: "bare-except",
    source: "heed",
    severity: 2,
    range: { start: { line: 3, character: 4 } },
    message: expect.stringContaining('"Never use a bare `except:`." (python.instructions.md:6)'),
    codeDescription: { href: `${editor.uri(guidePath)}#L6` },
  });
  expect(finding?.relatedInformation?.at(-1)?.location).toMatchObject({
    uri: editor.uri(guidePath),
    range: { start: { line: 5 } },
  });
});

test("an edit clears the finding, and another brings it back", async () => {
  await start({ [guidePath]: guide });
  await editor.open("app/port.py", breach);
  expect(await editor.rules("app/port.py")).toEqual(["bare-except"]);
  await editor.replace("app/port.py", "except:", "except ValueError:");
  expect(await editor.rules("app/port.py")).toEqual([]);
  await editor.replace("app/port.py", "except ValueError:", "except:");
  expect(await editor.rules("app/port.py")).toEqual(["bare-except"]);
});

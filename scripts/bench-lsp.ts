// Measures how long findings take to follow a keystroke in a file of 1,000 lines, next to what ruff and a parse alone cost.
// Run as `npm run bench:lsp`.

import { Language, Parser } from "web-tree-sitter";
import { loadRuff } from "../server/src/host/ruff-wasm.ts";
import { loadParser } from "../server/src/host/tree-sitter.ts";
import { readWasm } from "../server/src/host/wasm-file.ts";
import { Editor } from "../test/lsp/client.ts";

const rounds = 60;
const warmUp = 20;

const guide = `---
applyTo: "**/*.py"
---
# Python

- Never use a bare \`except:\`.
- Never use \`print()\`.
- Use \`X | None\` instead of \`Optional[X]\`.
- All datetimes are timezone-aware; never use \`datetime.utcnow()\`.
- Every public function has type hints.
- Write docstrings for all public functions.
- No wildcard imports.
- Functions and variables are named in snake_case.
- Lines have at most 100 characters.
- Imports are sorted.
- Never swallow exceptions silently.
- Use specific exceptions, not \`except Exception\`.
`;

const unit = (at: number) => `
def read_port_${at}(text: str, fallback: int = ${at % 7}) -> int:
    """Reads a port."""
    if not text:
        return fallback
    try:
        value = int(text.strip())
    except ValueError:
        logger.warning("not a port", extra={"text": text})
        return fallback
    names = [name for name in (text, str(fallback)) if name]
    for position, name in enumerate(names):
        value += position * len(name)
        print(value)
    return {"value": value, "names": names}["value"]


class Reader${at}:
    """Keeps what was read."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.seen: dict[str, int] = {}

    def read(self, text: str) -> int:
        """Reads once."""
        if text not in self.seen:
            self.seen[text] = read_port_${at}(text)
        return self.seen[text]

`;

function file(lines: number): string {
  let text =
    "import logging\nfrom typing import Optional\n\nlogger = logging.getLogger(__name__)\nlast: Optional[int] = None\n";
  for (let at = 0; text.split("\n").length < lines; at++) text += unit(at);
  return text;
}

const median = (times: readonly number[]) =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
const text = file(1000);

async function serverTimes(): Promise<readonly number[]> {
  const editor = await Editor.start({ ".github/instructions/python.instructions.md": guide });
  const path = "app/ports.py";
  await editor.open(path, text);
  const found = await editor.diagnostics(path);
  process.stdout.write(`${text.split("\n").length} lines, ${found.length} findings\n`);
  const times: number[] = [];
  for (let round = 0; round < warmUp + rounds; round++) {
    // Typing never is faster than this, and the server is quiet in between.
    await new Promise((resolve) => setTimeout(resolve, 60));
    const at = { line: 500, character: 0 };
    const isTyping = round % 2 === 0;
    const end = { line: 500, character: isTyping ? 0 : 3 };
    const start = performance.now();
    await editor.edit(path, [{ range: { start: at, end }, newText: isTyping ? "# x" : "" }]);
    await editor.diagnostics(path);
    if (round >= warmUp) times.push(performance.now() - start);
  }
  await editor.stop();
  return times;
}

/** What cannot be saved: ruff with the same rules over the whole text, and one parse of it. */
async function bareTimes(): Promise<readonly number[]> {
  const ruff = await loadRuff();
  await loadParser();
  const parser = new Parser();
  parser.setLanguage(await Language.load(readWasm("tree-sitter-python/tree-sitter-python.wasm")));
  const select = ["E", "W", "F", "N", "I", "D", "ANN", "UP", "DTZ", "T20", "BLE", "S110", "TRY"];
  const times: number[] = [];
  for (let round = 0; round < warmUp + rounds; round++) {
    const changed = `${text}# ${round}\n`;
    const start = performance.now();
    ruff.check(changed, { select });
    parser.parse(changed)?.delete();
    if (round >= warmUp) times.push(performance.now() - start);
  }
  return times;
}

const bare = median(await bareTimes());
const times = await serverTimes();
const own = median(times);
const slowest = Math.max(...times);
process.stdout.write(
  `didChange to publishDiagnostics: median ${own.toFixed(1)} ms, slowest ${slowest.toFixed(1)} ms\n` +
    `ruff and a parse alone: median ${bare.toFixed(1)} ms; ratio ${(own / bare).toFixed(2)}\n`,
);

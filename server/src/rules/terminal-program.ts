// Tells programs that speak to whoever started them in a terminal.

import type { PythonFile } from "../python/python-file.ts";

const FOLDER = /(^|\/)(scripts?|bin)\//;
const GUARD = /^if __name__ == ["']__main__["']:/m;
const READS_ARGUMENTS =
  /^(?:import|from) (?:argparse|optparse|getopt|click|typer|fire|docopt|cyclopts)\b|\bsys\.argv\b/m;
const ANSWERS_BY_STATUS = /\b(?:sys\.exit|raise SystemExit)\b/;
const COMMAND = /^@(?:\w+\.)+command\b/m;

export function isTerminalProgram(file: PythonFile): boolean {
  const { path, text } = file;
  if (FOLDER.test(path) || text.startsWith("#!")) return true;
  const isStarted = path.endsWith("__main__.py") || GUARD.test(text);
  if (isStarted && (READS_ARGUMENTS.test(text) || ANSWERS_BY_STATUS.test(text))) return true;
  return COMMAND.test(text) && /^(?:import|from) (?:click|typer|cyclopts)\b/m.test(text);
}

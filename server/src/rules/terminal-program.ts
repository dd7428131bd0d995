// Tells programs that speak to whoever started them in a terminal.

const FOLDER = /(^|\/)(scripts?|bin)\//;
const GUARD = /^if __name__ == ["']__main__["']:/m;
const READS_ARGUMENTS =
  /^[ \t]*(?:import|from) (?:argparse|optparse|getopt|click|typer|fire|docopt|cyclopts)\b|\bsys\.argv\b/m;
/** Without a guard, whoever imports the file starts it. */
const STARTS_AT_ONCE = /^(?:\w+ = \w+\.parse_args\(|(?:asyncio|anyio|trio)\.run\(|sys\.exit\()/m;
const ANSWERS_BY_STATUS = /\b(?:sys\.exit|raise SystemExit)\b/;
const COMMAND = /^@(?:\w+\.)+(?:command|default|callback)\b/m;

export function isTerminalProgram({ path, text }: { readonly path: string; readonly text: string }): boolean {
  if (FOLDER.test(path) || text.startsWith("#!") || STARTS_AT_ONCE.test(text)) return true;
  const isStarted = path.endsWith("__main__.py") || GUARD.test(text);
  if (isStarted && (READS_ARGUMENTS.test(text) || ANSWERS_BY_STATUS.test(text))) return true;
  return COMMAND.test(text) && /^(?:import|from) (?:click|typer|cyclopts)\b/m.test(text);
}

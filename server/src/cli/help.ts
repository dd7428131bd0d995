// What `heed help` says: the commands, and the options of each.

const general = `Heed holds Python code to the rules your team writes for its AI assistants.

usage: heed COMMAND [OPTION…]

  check [PATH…]       find guides and code, print what breaks them
  coverage [PATH…]    every directive of every guide, and what became of it
  why FILE[:LINE]     which guides speak of a file and why, and the rules they bring
  explain RULE        what a rule flags, with examples
  rules               the catalogue
  lsp --stdio         the language server

\`heed help COMMAND\` tells more. Exit status: 0 nothing found, 1 findings, 2 could not run.
`;

const commands: Readonly<Record<string, string>> = {
  check: `usage: heed check [PATH…] [OPTION…]

Finds guides and Python under PATH (default: the current folder) and prints the findings.

  --fix                   apply safe fixes
  --unsafe-fixes          with --fix or --diff: also those that need a look
  --diff                  print the fixes as a patch and change nothing
  --format FORMAT         text, json, jsonl, sarif, github, gitlab, junit or agent
  --output FILE           write the report to a file
  --select RULE,…         these rules only
  --ignore RULE,…         all rules but these
  --min-severity LEVEL    error, warning, information or hint (default)
  --changed[=REF]         only lines that are staged, or have changed since REF
  --baseline FILE         leave out the findings recorded there
  --update-baseline       record the present findings (default: heed-baseline.json)
  --stdin-filename FILE   check the code on stdin as if it were that file
  --watch                 check again whenever something changes
  --jobs N                so many threads
  --shard I/N             the I-th of N parts of the files
  --no-cache              compute everything anew
  --quiet                 one line a finding, and nothing else
  --color[=WHEN]          always, never or auto
`,
  coverage: `usage: heed coverage [PATH…] [--format text|json] [--jobs N] [--color[=WHEN]]

Lists every directive of every guide under PATH, or of the guide files given, with its status: enforced, partial, tool
(another tool does it), advisory (with the reason), conflict or unreachable.
`,
  why: `usage: heed why FILE[:LINE] [--format text|json] [--color[=WHEN]]

Says which guides speak of a file and why, or why not, the rules that this brings, and the findings of the line.
`,
  explain:
    "usage: heed explain RULE [--color[=WHEN]]\n\nTells what a rule flags and why, with a bad and a good example, its options and its fix.\n",
  rules: "usage: heed rules [--format text|json] [--color[=WHEN]]\n\nLists the catalogue.\n",
  lsp: "usage: heed lsp --stdio\n\nStarts the language server, for any editor.\n",
};

export function helpText(command: string | undefined): string {
  return (command !== undefined && Object.hasOwn(commands, command) ? commands[command] : undefined) ?? general;
}

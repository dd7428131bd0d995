// Flags environment files that git does not leave out, so that their secrets can be committed.

import { isGitIgnored } from "../../models/project/git-ignore.ts";
import { baseOf, Project } from "../../models/project/project.ts";
import { appendLine } from "../config-edits.ts";
import { projectProblem } from "../project-problem.ts";
import type { Reading } from "../reading.ts";
import { type Fix, option, projectRule } from "../rule.ts";

const others = [
  "`.env.example`",
  "`.env.sample`",
  "`.env.template`",
  "docker compose",
  "`--env-file`",
  "(copy|cp|rename|double check|open|check|find|default|value in|hesitate)",
];

export const exposedEnvFile = projectRule({
  id: "exposed-env-file",
  scope: "project",
  additive: true,
  summary: "An environment file that `.gitignore` does not leave out.",
  why: "What git does not ignore is committed one day, and a secret in the history stays there. Templates such as `.env.example` are left alone, and so is a folder that is no repository.",
  severity: "warning",
  fix: "safe",
  options: { files: option.strings([".env"], "Names of the files that must not be committed.") },
  answers: [
    "Never commit the `.env` file.",
    "Keep secrets in `.env`, which git ignores.",
    "`.env` files must be listed in `.gitignore`.",
    "Use a `.env` file for local configuration.",
  ],
  means: [
    {
      stance: "avoid",
      says: [
        "(commit|check in|push|track|add) ... (`*.env`|`.env*`|env file|dotenv|environment file|local env)",
        "(`*.env`|`.env*`|env file) ... (commit|check in|tracked|version control|git|repository)",
      ],
      unless: others,
      options: readFiles,
    },
    {
      stance: "want",
      says: [
        "(`*.env`|`.env*`|env file) ... (gitignore|gitignored|git ignored|ignored by git|`.gitignore`|ignore|not commit|not in git|never commit|out of git|out of version control|out of the repository|out of repository|untracked|excluded)",
        "(gitignore|`.gitignore`|git ignore) ... (`*.env`|`.env*`|env file)",
        "(use|store|put|maintain|save|define|configure) ... (`.env`|`.env.*`|`.env` file|env file|dotenv file)",
        "keep ... (in|inside|within) ... (`.env`|`.env.*`|`.env` file|env file|dotenv file)",
        "keep (`.env`|`.env.*`|env file|dotenv file) (file)? (local|private|secret|untracked|ignored|uncommitted|out)",
        "(secret|credential|environment variable|configuration|setting|api key|sensitive data|config) ... (in|via|through|using|with) (`.env`|`.env.*`|env file|dotenv)",
        "(`.env`|env file) ... for ... (secret|environment variable|configuration|setting|config|credential|local development)",
      ],
      unless: [
        ...others,
        "(require|need) ... (key|secret|token|credential|variable)",
        "(pydantic settings|settings class|`BaseSettings`|`pydantic-settings`)",
        "production",
      ],
      options: readFiles,
    },
  ],
  examples: [
    {
      path: ".gitignore",
      bad: "__pycache__/\n",
      good: "__pycache__/\n.env\n",
      files: { "app/main.py": "import os\n\nprint(os.environ)\n" },
    },
  ],
  *check({ files }, { workspace, covers }) {
    const project = new Project(workspace, covers);
    if (project.covered.length === 0) return;
    for (const name of files) {
      const shown = project.files.find((path) => baseOf(path) === baseOf(name));
      if (shown !== undefined) {
        yield projectProblem(
          project.place(shown),
          `\`${shown}\` is not ignored by git, so what is in it gets committed. Add \`${name}\` to \`.gitignore\`, and take it out of the repository if it is there.`,
          ignored(project, name),
        );
        continue;
      }
      const lists = project.named(".gitignore");
      const isIgnored = lists.some((list) => isGitIgnored(project, list.replace(/\.gitignore$/, baseOf(name))));
      if (isIgnored || (lists.length === 0 && !workspace.hasRepository)) continue;
      yield projectProblem(
        project.place(lists[0]),
        `Nothing keeps \`${name}\` out of the repository. Add it to \`.gitignore\`.`,
        ignored(project, name),
      );
    }
  },
});

function readFiles({ clause, sentence, codes, paths }: Reading): { files: readonly string[] } | undefined {
  // "Required in `.env`:" stands over what to put there.
  if (/:\s*$/.test(sentence) && !/\b(?:commit|ignore)/i.test(sentence)) return undefined;
  // "Set `API_TOKEN` in `.env`" tells what to put there.
  if (/\b[A-Z][A-Z0-9]+_[A-Z0-9_]+\b/.test(clause)) return undefined;
  const named = [...new Set([...codes, ...paths])].filter(
    (code) => /(^|\/)(\.env(\.[\w-]+)?|[\w-]+\.env)$/.test(code) && !/example|sample|template|dist$/.test(code),
  );
  return { files: named.length > 0 ? named.map((name) => name.replace(/^(\.{1,2}\/)+/, "")) : [".env"] };
}

function ignored(project: Project, name: string): Fix | undefined {
  const [list] = project.named(".gitignore");
  if (list === undefined || project.text(list).split(/\r?\n/).includes(name)) return undefined;
  return {
    title: `Add \`${name}\` to \`${list}\``,
    safe: true,
    edits: [{ ...appendLine(list, project.text(list), name), defines: `ignored ${name}` }],
  };
}

// Tells what files a guide is for, where those are not Python's: of another language, or beside the code.

import type { Guide } from "../guides/guide.ts";
import { onceForEachText } from "./texts-above.ts";
import { pythonWords } from "./vocabulary.ts";

/** The files that a guide is for, where none of them can be Python's: "`src/**\/*.ts`". */
export function foreignFilesOf(guide: Guide): string | undefined {
  return allGlobs(guide, otherFiles) ? guide.applicability.description : undefined;
}

/** True where a guide is for pipelines, containers and the like: what it says of code is said of theirs. */
export function isBesideCode(guide: Guide): boolean {
  if (allGlobs(guide, filesBeside)) return true;
  return guide.directives.every(({ headings }) => isTitleBeside(headings[0] ?? ""));
}

const isTitleBeside = onceForEachText((title) => titleBeside.test(title) && !pythonWords.test(title));

function allGlobs({ applicability }: Guide, files: RegExp): boolean {
  return applicability.description.split(/,\s*(?![^{]*\})/).every((glob) => files.test(glob.trim()));
}

const extension = "(?:[cm]?[jt]sx?|vue|svelte|go|rs|java|kts?|cs|cpp|swift|dart|php|rb|s?css|sql|html?|sh|mdx?|tf)";
const otherFiles = new RegExp(String.raw`\.(?:${extension}|\{${extension}(?:,\s*${extension})*\})$`);

const data = "(?:ya?ml|toml|json|ini|cfg|env|lock|dockerfile)";
const filesBeside = new RegExp(
  String.raw`\.(?:${data}|\{${data}(?:,\s*${data})*\})$|(?:^|[/*])(?:Dockerfile|Containerfile|Jenkinsfile|Makefile|docker-compose)[\w.*-]*$|(?:^|/)\.github/workflows/`,
  "i",
);

const subjects = String.raw`(?:github actions?|gitlab(?: ci)?|ci(?:/cd)?|continuous integration|jenkins(?:files?)?|docker(?:files?| compose)?|containeri[sz]ation|kubernetes|helm(?: charts?)?|terraform|ansible)`;
/** "GitHub Actions: best practices", and no word of anything else in whatever script. */
const titleBeside = new RegExp(
  String.raw`^[\s\p{P}\p{S}]*(?=.*\b${subjects})(?:(?:${subjects}|and|with|for|in|best|practices?|guides?|guidelines?|instructions?|conventions?|rules|standards?|images?|deployments?|files?|workflows?|pipelines?)\b[\s\p{P}\p{S}]*)+$`,
  "iu",
);

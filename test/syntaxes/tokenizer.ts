// Tokenises text as VS Code does: its own Markdown, YAML and Python grammars with the injections of package.json.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import oniguruma from "vscode-oniguruma";
import textmate from "vscode-textmate";

const require = createRequire(import.meta.url);
const root = join(import.meta.dirname, "../..");

interface Contribution {
  readonly scopeName: string;
  readonly path: string;
  readonly injectTo?: readonly string[];
  readonly embeddedLanguages?: Readonly<Record<string, string>>;
}

export interface Token {
  readonly text: string;
  readonly scopes: readonly string[];
}

export function contributedGrammars(): readonly Contribution[] {
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    contributes: { grammars: readonly Contribution[] };
  };
  return manifest.contributes.grammars;
}

const builtIn: Readonly<Record<string, string>> = {
  "text.html.markdown": "markdown",
  "text.html.basic": "html",
  "source.yaml": "yaml",
  "source.python": "python",
};

/** The scope of VS Code's instructions files is a grammar of one line that includes Markdown. */
const instructions = JSON.stringify({
  name: "Prompt",
  scopeName: "text.html.markdown.prompt",
  patterns: [{ include: "text.html.markdown" }],
});

function grammarText(scopeName: string): { readonly path: string; readonly text: string } | undefined {
  if (scopeName === "text.html.markdown.prompt") return { path: "prompt.json", text: instructions };
  const name = builtIn[scopeName];
  if (name !== undefined) {
    const path = require.resolve(`tm-grammars/grammars/${name}.json`);
    return { path, text: readFileSync(path, "utf8") };
  }
  const own = contributedGrammars().find((each) => each.scopeName === scopeName);
  return own && { path: own.path, text: readFileSync(join(root, own.path), "utf8") };
}

/** An injection into a scope also reaches every scope that begins with it, as in VS Code. */
function injectionsInto(scopeName: string): string[] {
  return contributedGrammars()
    .filter((each) => each.injectTo?.some((target) => `${scopeName}.`.startsWith(`${target}.`)))
    .map((each) => each.scopeName);
}

async function openRegistry(): Promise<textmate.Registry> {
  const wasm = readFileSync(require.resolve("vscode-oniguruma/release/onig.wasm"));
  await oniguruma.loadWASM({ data: wasm });
  return new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => oniguruma.createOnigScanner(patterns),
      createOnigString: (text) => oniguruma.createOnigString(text),
    }),
    loadGrammar: (scopeName) => {
      const found = grammarText(scopeName);
      return Promise.resolve(found ? textmate.parseRawGrammar(found.text, found.path) : null);
    },
    getInjections: injectionsInto,
  });
}

let registry: Promise<textmate.Registry> | undefined;

/** One list of tokens a line. */
export async function tokenize(scopeName: string, text: string): Promise<readonly (readonly Token[])[]> {
  registry ??= openRegistry();
  const grammar = await (await registry).loadGrammar(scopeName);
  if (!grammar) throw new Error(`There is no grammar for ${scopeName}.`);
  let state = textmate.INITIAL;
  return text.split("\n").map((line) => {
    const result = grammar.tokenizeLine(line, state);
    state = result.ruleStack;
    return result.tokens.map((token) => ({ text: line.slice(token.startIndex, token.endIndex), scopes: token.scopes }));
  });
}

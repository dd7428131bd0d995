// Binds a folder tree: one that gives routes and services folders of their own asks for the layers to be kept apart.

import type { Directive } from "../guides/directive.ts";
import { foldersIn, type Layer, usualFolders } from "../rules/layers.ts";
import type { Rule } from "../rules/rule.ts";
import type { Binding } from "./binding.ts";

/** The binding of a tree; undefined where its folders are no layers of a web application. */
export function bindTree(directive: Directive, catalogue: readonly Rule[]): Binding | undefined {
  if (directive.kind !== "structure") return undefined;
  const rule = catalogue.find(({ id }) => id === "layering");
  const own = foldersIn(directive.examples.length ? directive.examples.map(({ code }) => code) : [directive.text]);
  if (rule === undefined || !own.routes || !own.services || isOfBrowser(directive)) return undefined;
  const layers = Object.keys(own) as Layer[];
  const given = { layers, folders: { ...usualFolders, ...own } };
  const defaults = Object.fromEntries(Object.entries(rule.options).map(([name, option]) => [name, option.default]));
  const named = layers.flatMap((layer) => own[layer] ?? []).map((folder) => `${folder}/`);
  return {
    directive,
    status: "enforced",
    rules: [
      {
        rule,
        options: { ...defaults, ...given },
        given,
        severity: rule.severity,
        evidence: [`words: ${named.join(" ")}`],
        only: [],
        except: [],
      },
    ],
    reason: null,
    proposal: null,
  };
}

/** The tree of a web page's own code: its routes and services are no Python's. */
function isOfBrowser({ text, examples }: Directive): boolean {
  const tree = [text, ...examples.map(({ code }) => code)].join("\n");
  return ofBrowser.test(tree) && !/\.py\b|\b(?:python|fastapi|django|flask|sqlalchemy|pydantic|alembic)\b/i.test(tree);
}

const ofBrowser =
  /\b(?:React|Vue|Svelte|Angular|TypeScript|Zod|TanStack|Tailwind|Next\.js|hooks?)\b|\.(?:tsx?|jsx|vue|svelte)\b|(?:^|\s)frontend\//i;

// Reads chains of layers: "dependencies point one way: `api → services → repositories`".

import { type Layer, layerNamed, usualFolders } from "./layers.ts";
import type { Reading } from "./reading.ts";

/** How sentences lead to a chain. */
export const chainOfLayers = [
  "(dependency|import|layer) ... (direction|flow|point|go|order|inward|downward|one way|rule|chain|only)",
  "(depend|import) ... (only|inward|downward|in one direction|in this order|this way)",
  "(layered|layer|layering) (architecture|order|structure)?",
];

/** The folders of a chain, the outermost first, each with the other names it may go by. */
export function readOrder({
  clause: said,
  sentence,
  codes,
  headings,
  parents,
}: Reading): { order: readonly string[] } | undefined {
  // "`api → services → db`: each imports only what stands to its right"
  const clause = chain.test(said) ? said : sentence;
  const above = [...headings.slice(-1), ...parents.slice(-1)].join(" ");
  // What flows from the database to the client goes the other way.
  if (!ofDependencies.test(`${clause} ${above}`) || otherFlows.test(clause)) return undefined;
  const links = clause.replaceAll(/[`*]/g, "").split(chain);
  if (links.length < 3) return undefined;
  const last = links.length - 1;
  const names = links.map((link, at) => (at === 0 ? beside("$", link) : at === last ? beside("^", link) : link));
  const order = names.map((name) => placeOf(name ?? "", codes));
  if (order.includes("") || new Set(order).size < order.length) return undefined;
  return { order: startsBelow(names[0], names[last]) ? order.toReversed() : order };
}

/** "models → schemas → services → routers" draws what is built on what, from the ground up. */
function startsBelow(first: string | undefined, last: string | undefined): boolean {
  const [from, to] = [first, last].map((name) => heights[layerNamed(name ?? "") ?? "core"]);
  return from !== undefined && to !== undefined && from < to;
}

/** How far each layer is from the tables. */
const heights: Partial<Readonly<Record<Layer, number>>> = {
  models: 0,
  schemas: 0,
  repositories: 1,
  services: 2,
  routes: 3,
};

const chain = /\s*(?:→|->|=>|⇒|➜)\s*/;
const ofDependencies = /\b(?:depend(?:s|ency|encies)?|imports?|layers?|layering|layered)\b/i;
const otherFlows = /\b(?:data|request|response|control|event|message)s? ?(?:flows?|path)\b/i;

/** The name, or the names that stand side by side, at the end or the beginning of a link: "`core` + `types`". */
function beside(edge: "^" | "$", link: string): string | undefined {
  const name = String.raw`[\w./-]*\w\/?`;
  const names = `${name}(?:\\s*(?:[+,&]|and)\\s*${name})*`;
  return new RegExp(edge === "^" ? `^${names}` : `${names}$`).exec(link)?.[0];
}

/** "service" → "services/|service/"; "" for what is no folder's name. */
function placeOf(name: string, codes: readonly string[]): string {
  // "`web`/`cli`" are two, "`app/web`" is one.
  const isPath = codes.includes(name) || !name.split("/").every((part) => codes.includes(part));
  const places = name.split(isPath ? /\s*(?:[+,&]|\band\b)\s*/ : /\s*(?:[+,&/]|\band\b)\s*/).map(onePlaceOf);
  return places.includes("") ? "" : places.join("|");
}

function onePlaceOf(name: string): string {
  const plain = name.replace(/\/$/, "");
  const layer = layerNamed(plain);
  const isUsual = layer !== undefined && layer !== "core" && layer !== "providers";
  const folders = isUsual ? usualFolders[layer] : /^[A-Za-z_]\w*(?:\/\w+)*$/.test(plain) ? [plain.toLowerCase()] : [];
  return folders.map((folder) => `${folder}/`).join("|");
}

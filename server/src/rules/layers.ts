// The layers of a web application: the folders they live in, as a guide's own tree, table or list names them.

import type { Reading } from "./reading.ts";

export type Layer = "routes" | "services" | "models" | "schemas" | "repositories" | "providers" | "core";

export type LayerFolders = Readonly<Record<Layer, readonly string[]>>;

export const usualFolders: LayerFolders = {
  routes: ["routes", "routers", "api", "endpoints", "controllers", "handlers"],
  services: ["services", "service"],
  models: ["models", "entities", "orm"],
  schemas: ["schemas", "dto", "dtos"],
  repositories: ["repositories", "repository", "repos", "crud", "dal", "dao", "daos"],
  providers: ["providers", "clients", "integrations", "adapters", "gateways"],
  core: ["core", "common", "shared"],
};

const NAMES: Readonly<Record<Layer, RegExp>> = {
  routes:
    /^(api )?(routes?|routers?|endpoints?|controllers?|handlers?|api layer|routing( layer)?|route handlers?|path operations?)$/i,
  services: /^(services?|business (logic|rules)|service layer|domain services?|use cases?)$/i,
  models: /^(models?|orm models?|database models?|sqlalchemy( orm)?( models?)?|db models?|entities|model layer)$/i,
  schemas: /^(schemas?|pydantic( schemas?| models?)?|dtos?|request\/response (schemas|models))$/i,
  repositories: /^(repositor(y|ies)|repos?|data access( layer| objects?)?|repository layer|crud|dal|daos?( layer)?)$/i,
  providers:
    /^(providers?|external (integrations?|api clients?|clients?)|integrations?|clients?|adapters?|gateways?)$/i,
  core: /^(core|shared utilit(y|ies)|common( utilities)?|shared|utilities)$/i,
};

/** The layer that a word or a short description stands for. */
export function layerNamed(text: string): Layer | undefined {
  const plain = text.replace(/[`*_]/g, "").replace(/\/$/, "").trim();
  return (Object.keys(NAMES) as Layer[]).find((layer) => NAMES[layer].test(plain));
}

/** The layer that a place stands for: `app/routers/` for the routes. */
export function layerOfFolder(path: string): Layer | undefined {
  const folder =
    path
      .replace(/\/?\*{0,2}$/, "")
      .split("/")
      .at(-1) ?? "";
  return (Object.keys(usualFolders) as Layer[]).find((layer) => usualFolders[layer].includes(folder));
}

/** The layer that stands above or beside a directive: in its row, in the point that it belongs to, in its heading. */
export function layerAround({ row, parents, headings }: Reading): Layer | undefined {
  for (const text of [...(row?.cells.slice(0, 2) ?? []), parents.at(-1) ?? "", headings.at(-1) ?? ""]) {
    const plain = text.replaceAll(/[`*_:]/g, "").trim();
    const layer =
      layerNamed(plain.replace(/\s*\([^)]*\)$/, "")) ?? (/^[\w./-]+$/.test(plain) ? layerOfFolder(plain) : undefined);
    if (layer) return layer;
  }
  return undefined;
}

/** The usual folders of the layers that a clause's words name: "routers", "the API layer", "route handlers". */
export function layerFoldersIn(text: string): readonly string[] {
  const words = text.replaceAll(/`[^`]*`/g, " ").match(/[A-Za-z]+(?: (?:layer|handlers?)\b)?/gi) ?? [];
  const layers = words.flatMap((word) => {
    const [first = "", last = ""] = word.split(" ");
    return layerNamed(word) ?? layerNamed(first) ?? layerNamed(last) ?? [];
  });
  return [...new Set(layers.flatMap((layer) => usualFolders[layer]))];
}

/** `routers.py` and `order_router.py` are what a small project has in place of `routers/`. */
export function isFileOf(path: string, folder: string): boolean {
  if (folder.includes("/")) return false;
  const one = folder.replace(/ies$/, "y").replace(/s$/, "");
  return new RegExp(`(?:^|[/_])(?:${folder}|${one})\\.py$`).test(path);
}

/** Places for a message: those that are written out, and of a layer's usual folders the first. */
export function placesIn(folders: readonly string[]): string {
  const layers = Object.values(usualFolders);
  const first = folders.filter(
    (folder) => !layers.some((names) => names.slice(1).includes(folder)) || folders.length === 1,
  );
  const shown = first.map((folder) => `\`${folder.includes("/") || folder.endsWith(".py") ? folder : `${folder}/`}\``);
  return shown.join(" and ");
}

/** The usual folders, with those that the guide's own folder tree gives to a layer. */
export function foldersOf(reading: Reading): LayerFolders {
  return { ...usualFolders, ...foldersIn(reading.guideExamples.map(({ code }) => code)) };
}

/** The folders that drawn trees give to layers, by their names or by the comments behind them. */
export function foldersIn(codes: readonly string[]): Partial<Record<Layer, readonly string[]>> {
  const own: Partial<Record<Layer, string[]>> = {};
  for (const code of codes) {
    if (!/[├└]──/.test(code)) continue;
    for (const line of code.split("\n")) {
      const entry = /^[\s│]*[├└]──\s*([\w.-]+)\/\s*(?:#\s*(.*))?$/.exec(line);
      if (!entry) continue;
      const [, folder = "", comment = ""] = entry;
      const layer = layerNamed(folder) ?? layerNamed(comment) ?? layerOfFolder(folder);
      if (layer) own[layer] = [...(own[layer] ?? []), folder];
    }
  }
  return own;
}

/** The layer of a file: that of the innermost folder which belongs to one. */
export function layerOf(path: string, folders: LayerFolders): Layer | undefined {
  // `api/src/…` is a project that is called so.
  for (const segment of path
    .replace(/^api\/(?=(?:src|app)\/)/, "")
    .split("/")
    .slice(0, -1)
    .toReversed()) {
    for (const layer of Object.keys(folders) as Layer[]) if (folders[layer].includes(segment)) return layer;
  }
  const file = path.split("/").at(-1)?.replace(/\.py$/, "") ?? "";
  return (Object.keys(folders) as Layer[]).find(
    (layer) => layer !== "core" && layer !== "routes" && folders[layer].includes(file),
  );
}

// Tells which files a ban leaves alone: the home of what stands in for a name, of what makes it, and the banned module itself.

import type { PythonFile } from "../python/python-file.ts";

/** `clock/wall.py` for "`clock.wall.now()`" */
export function isHomeOf(path: string, instead: string | undefined): boolean {
  const module = /^((?:[a-z_]\w*\.)+)\w+(?:\(.*\))?$/s.exec(instead ?? "")?.[1]?.slice(0, -1);
  if (module === undefined) return false;
  const file = module.replaceAll(".", "/");
  return [`${file}.py`, `${file}/__init__.py`].some((home) => path === home || path.endsWith(`/${home}`));
}

/** `shop/legacy/till.py` for "shop.legacy" */
export function isWithin(path: string, module: string): boolean {
  return module.includes(".") && `/${path}`.includes(`/${module.replaceAll(".", "/")}/`);
}

/** True where the file defines `get_settings`, for "`get_settings()`": it makes what others are handed. */
export function isMakerOf(file: PythonFile, instead: string | undefined): boolean {
  const maker = /^(?:[a-z_]\w*\.)*([a-z_]\w*)\(\)$/.exec(instead ?? "")?.[1];
  return (
    maker !== undefined &&
    file.nodes("function_definition").some((definition) => definition.field("name")?.text === maker)
  );
}

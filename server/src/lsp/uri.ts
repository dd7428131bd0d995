// Addresses of files as editors write them: every editor escapes them differently, so they are compared unescaped.

/** A form in which two spellings of one address are equal. */
export function canonicalUri(uri: string): string {
  const { scheme, path } = split(uri);
  const plain = unescape(path).replace(/\/+$/, "");
  return `${scheme}:${plain.replace(/^\/+([A-Za-z]):/, (_, drive: string) => `/${drive.toLowerCase()}:`).replace(/^\/*/, "/")}`;
}

/** The path of a file relative to a folder; undefined where it is not inside. The folder itself is "". */
export function pathBelow(folder: string, uri: string): string | undefined {
  const outer = canonicalUri(folder);
  const inner = canonicalUri(uri);
  if (inner === outer) return "";
  const prefix = outer.endsWith("/") ? outer : `${outer}/`;
  return inner.startsWith(prefix) ? inner.slice(prefix.length) : undefined;
}

/** The address of a file inside a folder. */
export function uriBelow(folder: string, path: string): string {
  return `${folder.replace(/\/+$/, "")}/${path.split("/").map(encodeURIComponent).join("/")}`;
}

/** An address with another scheme: an unsaved file that already has a place is looked up as if it were saved there. */
export function withScheme(uri: string, scheme: string): string {
  return `${scheme}:${uri.slice(uri.indexOf(":") + 1).replace(/^\/*/, scheme === "file" ? "///" : "/")}`;
}

export function schemeOf(uri: string): string {
  return split(uri).scheme;
}

/** The last part of the path, unescaped. */
export function baseName(uri: string): string {
  return unescape(split(uri).path).split("/").at(-1) ?? "";
}

function split(uri: string): { readonly scheme: string; readonly path: string } {
  const colon = uri.indexOf(":");
  const scheme = uri.slice(0, Math.max(colon, 0)).toLowerCase();
  const rest = uri.slice(colon + 1).replace(/[?#].*$/s, "");
  // An authority ("//host/share") stays a part of the path, so that two hosts are never mistaken for each other.
  return { scheme, path: rest.startsWith("///") ? rest.slice(2) : rest };
}

function unescape(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

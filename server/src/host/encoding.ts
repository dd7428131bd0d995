// Bytes to text and back: UTF-8 with or without a byte order mark, and the encodings that Python's coding comment names.

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false });
const mark = [0xef, 0xbb, 0xbf] as const;
const codingComment = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/m;
const looked = 8192;

/** Without its byte order mark, as editors show it; undefined where the bytes are not text. */
export function decode(bytes: Uint8Array, path: string): string | undefined {
  if (bytes.subarray(0, looked).includes(0)) return undefined;
  try {
    return utf8.decode(bytes);
  } catch {
    // A guide in an old encoding is still to be read; Python itself reads such code only where the file names it.
    const isCode = /\.pyi?$/.test(path);
    if (isCode && !isLatin(bytes)) return undefined;
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** In the encoding of what was there before. */
export function encodeLike(before: Uint8Array | undefined, text: string): Uint8Array {
  const encoded = new TextEncoder().encode(text);
  if (!before) return encoded;
  if (mark.every((byte, at) => before[at] === byte)) return Uint8Array.from([...mark, ...encoded]);
  try {
    utf8.decode(before);
    return encoded;
  } catch {
    const codes = Array.from(text, (character) => character.codePointAt(0) ?? 0);
    return codes.every((code) => code < 256) ? Uint8Array.from(codes) : encoded;
  }
}

function isLatin(bytes: Uint8Array): boolean {
  const head = new TextDecoder("latin1")
    .decode(bytes.subarray(0, 400))
    .split(/\r?\n|\r/, 2)
    .join("\n");
  const name = codingComment.exec(head)?.[1]?.toLowerCase().replaceAll("_", "-");
  return name !== undefined && /^(latin-?1|iso-?8859-?(1|15)|cp-?1252|windows-1252|l1)(-|$)/.test(name);
}

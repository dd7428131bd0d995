// Finds text that was UTF-8 and was read as Mac Roman or Windows-1252, and gives it back as it was meant.

import type { TextEdit } from "../text/edits.ts";

/** The characters of the bytes 0x80 to 0xFF. */
const macRoman =
  "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";
const windows1252 =
  "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ" +
  Array.from({ length: 96 }, (_, at) => String.fromCharCode(0xa0 + at)).join("");

/** Bytes without a character in Windows-1252, which many editors drop on the way. */
const droppedBytes = [0x81, 0x8d, 0x8f, 0x90, 0x9d];

interface Charset {
  readonly name: string;
  readonly bytes: ReadonlyMap<string, number>;
  /** Lead bytes of two-byte sequences that good text holds by chance ("l’été" in Mac Roman) prove nothing. */
  readonly shortLeads: (lead: number) => boolean;
}

const charsets: readonly Charset[] = [
  { name: "Mac Roman", bytes: bytesOf(macRoman), shortLeads: (lead) => lead === 0xc2 || lead === 0xc3 },
  { name: "Windows-1252", bytes: bytesOf(windows1252), shortLeads: (lead) => lead >= 0xc2 && lead <= 0xc5 },
];

/** One garbled character: where it stands in the original text, and what it was. */
interface Repair {
  readonly at: number;
  readonly length: number;
  readonly text: string;
  /** True for signs that nobody would find by chance: arrows, check marks, emoji. */
  readonly isProof: boolean;
}

export interface Decoded {
  readonly text: string;
  /** The charset that the text was misread as; undefined where nothing was wrong. */
  readonly charset: string | undefined;
  /** Where the first garbled character stands, and the repairs of the whole text. */
  readonly edits: readonly TextEdit[];
  /** The place in the original of a place in the decoded text. */
  original(offset: number): number;
}

export function decodeMojibake(text: string): Decoded {
  let best: { charset: Charset; repairs: readonly Repair[] } | undefined;
  for (const charset of charsets) {
    const repairs = repairsOf(text, charset);
    if (repairs.some(({ isProof }) => isProof) && repairs.length > (best?.repairs.length ?? 0))
      best = { charset, repairs };
  }
  if (!best) return { text, charset: undefined, edits: [], original: (offset) => offset };
  const parts: string[] = [];
  /** After each repair: its end in the decoded text, and in the original. */
  const decodedEnds: number[] = [];
  const originalEnds: number[] = [];
  let from = 0;
  let length = 0;
  for (const { at, length: taken, text: meant } of best.repairs) {
    const before = text.slice(from, at);
    parts.push(before, meant);
    length += before.length + meant.length;
    from = at + taken;
    decodedEnds.push(length);
    originalEnds.push(from);
  }
  parts.push(text.slice(from));
  const repairs = best.repairs;
  return {
    text: parts.join(""),
    charset: best.charset.name,
    edits: repairs.map(({ at, length: taken, text: meant }) => ({ span: { start: at, end: at + taken }, text: meant })),
    original(offset) {
      let low = 0;
      let high = decodedEnds.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((decodedEnds[middle] ?? 0) <= offset) low = middle + 1;
        else high = middle;
      }
      const plain = (originalEnds[low - 1] ?? 0) + offset - (decodedEnds[low - 1] ?? 0);
      const next = repairs[low];
      // A place inside a repaired sign is that sign's start.
      return next && plain > next.at ? next.at : plain;
    },
  };
}

function repairsOf(text: string, charset: Charset): readonly Repair[] {
  const repairs: Repair[] = [];
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) < 0x80) continue;
    const repair = repairAt(text, at, charset);
    if (!repair) continue;
    repairs.push(repair);
    at += repair.length - 1;
  }
  return repairs;
}

function repairAt(text: string, at: number, charset: Charset): Repair | undefined {
  const lead = charset.bytes.get(text[at] ?? "");
  if (lead === undefined || lead < 0xc2 || lead > 0xf4) return undefined;
  const size = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  if (size === 2 && !charset.shortLeads(lead)) return undefined;
  const bytes = [lead];
  for (let next = at + 1; bytes.length < size; next++) {
    const byte = charset.bytes.get(text[next] ?? "");
    if (byte === undefined || byte < 0x80 || byte > 0xbf) break;
    bytes.push(byte);
  }
  if (bytes.length === size) {
    const meant = decode(bytes);
    return meant === undefined ? undefined : { at, length: size, text: meant, isProof: isSign(meant) };
  }
  if (charset.name !== "Windows-1252" || size === 2 || bytes.length !== size - 1) return undefined;
  return withDroppedByte(bytes, at);
}

/** `âŒ` was E2 9D 8C; the 9D had no character and is gone. Only signs are guessed, and only where one fits. */
function withDroppedByte(bytes: readonly number[], at: number): Repair | undefined {
  for (const byte of droppedBytes) {
    for (let place = 1; place <= bytes.length; place++) {
      const meant = decode([...bytes.slice(0, place), byte, ...bytes.slice(place)]);
      if (meant !== undefined && markerSigns.has(meant))
        return { at, length: bytes.length, text: meant, isProof: true };
    }
  }
  return undefined;
}

const markerSigns: ReadonlySet<string> = new Set(["❌", "✅", "❎", "✔", "✖", "👍", "👎", "🚫", "“", "”"]);

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function decode(bytes: readonly number[]): string | undefined {
  try {
    return utf8.decode(Uint8Array.from(bytes));
  } catch {
    return undefined;
  }
}

/** Punctuation, arrows, box lines, dingbats, emoji: what guides hold most. */
function isSign(char: string): boolean {
  const code = char.codePointAt(0) ?? 0;
  return (code >= 0x2010 && code <= 0x2bff) || code === 0xfe0f || code >= 0x1f000;
}

function bytesOf(table: string): ReadonlyMap<string, number> {
  return new Map([...table].map((char, at) => [char, 0x80 + at]));
}

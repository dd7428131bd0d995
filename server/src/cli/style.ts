// Colours for a terminal, and none where nobody would see them.

type Colour = "bold" | "dim" | "red" | "yellow" | "blue" | "green" | "cyan";

export type Style = (colour: Colour, text: string) => string;

const codes: Readonly<Record<Colour, readonly [number, number]>> = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  blue: [34, 39],
  cyan: [36, 39],
};

export const plain: Style = (_colour, text) => text;

const coloured: Style = (colour, text) => {
  const [on, off] = codes[colour];
  return `\u001B[${on}m${text}\u001B[${off}m`;
};

/** Asked for on the command line, or by a terminal that wants them; `NO_COLOR` and `FORCE_COLOR` are honoured. */
export function styleFor(
  wish: "always" | "never" | "auto",
  stream: { readonly isTTY?: boolean },
  env: NodeJS.ProcessEnv,
): Style {
  if (wish === "always") return coloured;
  if (wish === "never" || env["NO_COLOR"]) return plain;
  if (env["FORCE_COLOR"] && env["FORCE_COLOR"] !== "0") return coloured;
  return stream.isTTY && env["TERM"] !== "dumb" ? coloured : plain;
}

/** Breaks a text at spaces, so that no line is longer than the width. */
export function wrapped(text: string, width: number, indent: string): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).filter(Boolean)) {
    if (line !== "" && line.length + word.length + 1 > width - indent.length) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  if (line !== "") lines.push(line);
  return lines.map((each) => indent + each).join("\n");
}

/** "1 finding", "2 findings". */
export function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}

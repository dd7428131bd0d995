// Keeps messages to one or two plain sentences: code that they quote stands on one line, and a long piece is cut.

const LONGEST = 80;

/** Code on one line is left as it is: a name or an import is only of use as a whole. */
export function plainMessage(message: string): string {
  if (!/[\r\n]/.test(message)) return message;
  return message.replaceAll(/`[^`]*`/g, (quoted) =>
    /[\r\n]/.test(quoted) ? `\`${shortened(quoted.slice(1, -1))}\`` : quoted,
  );
}

function shortened(code: string): string {
  const line = code
    .replaceAll(/\s*[\r\n]+\s*/g, " ")
    .replaceAll(/(?<=[([{]) | (?=[)\]}])/g, "")
    .replaceAll(/,(?=[)\]}])/g, "")
    .trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1).trimEnd()}…` : line;
}

// The words of Python that no name can be.

const words: ReadonlySet<string> = new Set(
  (
    "False None True and as assert async await break class continue def del elif else except finally for from global if import " +
    "in is lambda nonlocal not or pass raise return try while with yield"
  ).split(" "),
);

export function isKeyword(word: string): boolean {
  return words.has(word);
}

// The notation in which rules say what a directive's words must be, and its compiler.
//
//   bare except            these words in this order, side by side; inflection and case do not matter
//   (log|record) message   one of several words or phrases
//   (the)? function        may be left out; articles and fillers ("the", "a", "please", "always") never count
//   catch ... exception    up to five other words between
//   type hint & parameter  both, anywhere in the clause, in any order
//   magic number & !file   and not the other
//   `except:`  `*.pop`     inline code, with * for anything; matches bare words of the same spelling too
//   #                      a number;  #line = a number followed by that unit
//   {name}                 one piece of inline code or one word that looks like code, caught under that name
//   @function              a group of words that mean the same, from rules/words.ts
//
// A phrase is compiled once; a clause is read once; matching is a walk over short lists of word stems.
export {};

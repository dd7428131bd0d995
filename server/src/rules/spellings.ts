// Words of directives that stand for several or for a number, and those that say nothing.

/** What may stand between the words of a phrase without counting. */
export const fillers = new Set(
  (
    "a an the this that these those any all every each both always please must should shall will would can could may might " +
    "be is are been being was were your our their its my you we they it i also just really simply strictly only " +
    "explicitly consistently properly clearly carefully very own new of"
  ).split(" "),
);

/** Spellings that stand for several words, so that either way of writing meets the other. */
export const spelled: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    snake_case: ["snake", "case"],
    snakecase: ["snake", "case"],
    camelcase: ["camel", "case"],
    pascalcase: ["pascal", "case"],
    kebabcase: ["kebab", "case"],
    capwords: ["pascal", "case"],
    capitalizedwords: ["pascal", "case"],
    uppercamelcase: ["pascal", "case"],
    lowercamelcase: ["camel", "case"],
    lower_snake_case: ["snake", "case"],
    lower_case: ["lower", "case"],
    lowercase: ["lower", "case"],
    lowercased: ["lower", "case"],
    uppercase: ["upper", "case"],
    uppercased: ["upper", "case"],
    upper_case: ["upper", "case"],
    all_caps: ["upper", "case"],
    upper_snake_case: ["upper", "snake", "case"],
    upper_snake: ["upper", "snake", "case"],
    screaming_snake: ["upper", "snake", "case"],
    screaming_snake_case: ["upper", "snake", "case"],
    upper_case_with_underscores: ["upper", "snake", "case"],
    "f-string": ["f", "string"],
    "f-strings": ["f", "string"],
    fstring: ["f", "string"],
    fstrings: ["f", "string"],
    filename: ["file", "name"],
    filenames: ["file", "name"],
    timezone: ["time", "zone"],
    timezones: ["time", "zone"],
    whitespace: ["white", "space"],
    hardcode: ["hard", "code"],
    hardcoded: ["hard", "code"],
    hardcodes: ["hard", "code"],
    hardcoding: ["hard", "code"],
    codebase: ["code", "base"],
    typehint: ["type", "hint"],
    typehints: ["type", "hint"],
    typehinting: ["type", "hint"],
    cannot: ["can", "not"],
  }),
);

/** "one" is left out: it is a pronoun as often. */
export const numberWords: ReadonlyMap<string, number> = new Map(
  "two three four five six seven eight nine ten eleven twelve".split(" ").map((word, at) => [word, at + 2]),
);

/** Words that stand for several. */
export const contractions: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    "don't": ["do", "not"],
    "doesn't": ["do", "not"],
    "didn't": ["do", "not"],
    "can't": ["can", "not"],
    "won't": ["will", "not"],
    "shouldn't": ["should", "not"],
    "mustn't": ["must", "not"],
    "wouldn't": ["would", "not"],
    "couldn't": ["could", "not"],
    "isn't": ["is", "not"],
    "aren't": ["are", "not"],
    "wasn't": ["is", "not"],
    "needn't": ["need", "not"],
    dont: ["do", "not"],
    "let's": ["let"],
    "it's": ["it", "is"],
    "that's": ["that", "is"],
    "there's": ["there", "is"],
    "you're": ["you", "are"],
    "you'll": ["you", "will"],
    "we're": ["we", "are"],
    "i'm": ["i", "am"],
  }),
);

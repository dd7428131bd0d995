// Words with which sentences begin before what they are about: adverbs, negations, quantities.

export const adverbs = new Set(
  "please always also then instead just strictly additionally finally generally typically usually normally explicitly consistently preferably ideally first next otherwise however therefore absolutely really and but or so".split(
    " ",
  ),
);
export const negators =
  /^(?:no|never|not|don['’]?t|do|avoid|without|zero|none|neither|nothing|nobody|cannot|mustn['’]?t)$/;
export const quantifiers = /^(?:all|every|each|any|only|both|everything|anything|whatever)$/;

// Everyday sentences about the simpler of two ways to say the same that ruff can check.

import type { LintMeaning } from "./meaning.ts";

export const lintSimpler: readonly LintMeaning[] = [
  {
    codes: ["SIM105"],
    want: ["`contextlib.suppress*`", "`suppress*` ... (instead of|over|rather than|not) ... (try|`try*`)"],
    unless: ["(instead of|over|rather than|not) (`contextlib.suppress*`|`suppress*`)"],
    flags: "try:\n    print(1)\nexcept ValueError:\n    pass\n",
  },
  {
    codes: ["SIM117"],
    avoid: [
      "nested (`with`|with statement|with block|with context)",
      "nest ... (`with`|with statement|with block|context manager)",
    ],
    want: [
      "(combine|merge|join|flatten|collapse) ... (`with`|with statement|with block|context manager)",
      "(single|one) (`with`|with statement) ... (multiple|several|two) context manager",
      "(multiple|several) context manager ... (single|one) (`with`|with statement)",
    ],
    flags: "with open('a'):\n    with open('b'):\n        print(1)\n",
  },
  {
    codes: ["C417"],
    avoid: ["(`map`|`map()`|`filter`|map) ... (lambda|`lambda*`)", "`map(lambda*`"],
    want: ["comprehension ... (instead of|over|rather than|not) ... (`map`|`map()`|map) ... (lambda|`lambda*`)"],
    flags: "areas = list(map(lambda box: box.area, boxes))\n",
  },
  {
    codes: ["PIE790"],
    avoid: [
      "(unnecessary|redundant|needless|useless|superfluous|unneeded|unused) (`pass`|pass|`...`|ellipsis|placeholder statement)",
    ],
    want: [
      "(remove|delete|drop|omit) (unnecessary|redundant|needless|useless|superfluous|unneeded) (`pass`|pass|`...`|ellipsis)",
    ],
    unless: ["pass (through|argument|parameter|data|value|the)"],
    flags: "def area():\n    '''Says.'''\n    pass\n",
  },
  {
    codes: ["PTH123"],
    want: [
      "(`Path.open*`|`*.open()`) (instead of|over|rather than|not) ... `open*`",
      "open ... (with|by|through|via) (`Path.open*`|`pathlib.Path.open*`)",
    ],
    unless: ["with (statement|block)", "`zipfile*`"],
    flags: 'with open("a.txt") as text:\n    print(text.read())\n',
  },
  {
    codes: ["SIM102"],
    want: [
      "(merge|collapse|combine|join|flatten) ... nested (if|ifs|`if`|if statement)",
      "(collapsible|mergeable) (if|`if`)",
      "(single|one) (if|`if`) (statement)? (instead of|over|rather than|not) ... nested (if|ifs|`if`|if statement)",
    ],
    avoid: ["(collapsible|mergeable) (if|`if`)"],
    unless: ["early return", "guard clause", "loop"],
    flags: "def area(a, b):\n    if a:\n        if b:\n            print(1)\n",
  },
  {
    codes: ["PLR5501"],
    want: [
      "`elif` ... (instead of|over|rather than|not) ... (nested|`else*`|else|`if`)",
      "(collapse|flatten|merge) ... (`else*`|else) ... (`if`|if|`elif`)",
    ],
    avoid: ["`else: if`", "`if` ... (nested)? ... inside `else`"],
    unless: ["return"],
    flags: "def area(a, b):\n    if a:\n        print(1)\n    else:\n        if b:\n            print(2)\n",
  },
  {
    codes: ["SIM103"],
    want: ["return ... (condition|boolean expression|bool expression|comparison|boolean) directly"],
    avoid: ["`return True` ... `return False`", "`if *return True*False`", "needless (bool|boolean)"],
    flags: "def area(a):\n    if a > 1:\n        return True\n    else:\n        return False\n",
  },
  {
    codes: ["SIM108"],
    want: [
      "ternary (operator|expression)? ... (for|over|instead of|rather than|where|when) ... (simple|if|assignment|if/else|`if*`|short|conditional)",
      "(conditional expression|ternary operator|ternary|ternary expression) ... (instead of|over|rather than) ... (if|if/else|`if*`)",
      "(use|prefer) (ternary|ternary operator|conditional expression)",
    ],
    unless: ["(nested|nesting|complex|chained|chain|readable|readability|javascript|typescript|jsx|sparingly)"],
    flags: "def area(a):\n    if a:\n        b = 1\n    else:\n        b = 2\n    return b\n",
  },
  {
    codes: ["SIM101"],
    want: [
      "(merge|combine|join) ... `isinstance*`",
      "`isinstance*` ... tuple",
      "(one|single) `isinstance*`",
      "`isinstance(x, (*))` ... (instead of|over|rather than|not)",
    ],
    avoid: ["(multiple|repeated|chained|several) `isinstance*`"],
    // Which of two ways to write the types is another matter.
    unless: ["`* | *`"],
    flags: "def area(a):\n    return isinstance(a, int) or isinstance(a, str)\n",
  },
  {
    codes: ["PLR1714"],
    want: [
      "`in` ... (instead of|over|rather than|not) ... (multiple|repeated|chained|several|many) ... (comparison|equality|`==`|`or`)",
      "(merge|combine) ... (repeated|multiple) (equality)? comparison",
    ],
    avoid: ["(repeated|chained|multiple) (equality|equality comparison|`==`)"],
    flags: "def area(a):\n    return a == 1 or a == 2\n",
  },
  {
    codes: ["PLR1716"],
    want: ["(chain|chained) (boundary)? comparison", "`a < b < c`", "`* < * < *`", "`* <= * <= *`"],
    flags: "def area(a, b, c):\n    return a < b and b < c\n",
  },
  {
    codes: ["PLR1711", "RET501"],
    avoid: [
      "(useless|redundant|unnecessary|superfluous|needless) (`return`|return|`return None`)",
      "(explicit|trailing) `return None`",
    ],
    want: ["(bare|plain) `return` ... (instead of|over|rather than|not) `return None`"],
    unless: ["else", "type", "annotation", "assignment"],
    flags: "def area(a):\n    print(a)\n    return\n",
  },
  {
    codes: ["RET502", "RET503"],
    want: [
      "explicit (`return`|return|`return None`) ... (all|every|end|branch|path)",
      "(all|every) (branch|path|code path) ... (return|`return`) (explicitly|value)",
      "(return|`return`) (statement)? ... consistent",
      "return (a|the)? value ... (on|in|at|along) (every|each|all) (path|branch|code path)",
      "(return|`return`) `None` explicitly",
      "(every|each) (branch|path|code path) ... return explicitly",
    ],
    avoid: [
      "implicit (return|`return None`|`None`) (value)?",
      "mix ... (implicit|bare|explicit) return",
      "(implicitly return|implicit return) ... (`None`|none)",
    ],
    unless: ["type", "annotation", "format", "response", "json", "schema", "(status|error|message)"],
    flags: "def area(a):\n    if a:\n        return 1\n",
  },
  {
    codes: ["RET504"],
    avoid: [
      "(unnecessary|redundant|needless|intermediate|temporary|superfluous) (assignment|variable) ... (before|just to|only to)? ... (return|returning|`return`)",
      "assign ... (only to|just to|just before|immediately before) return",
    ],
    want: ["return ... directly ... (instead of|without|rather than|not) ... (assign|variable|temporary|assignment)"],
    flags: "def area(a):\n    b = a + 1\n    return b\n",
  },
  {
    codes: ["SIM110"],
    want: [
      "(`any()`|`all()`|`any`|`all`|`any(...)`|`all(...)`) ... (instead of|over|rather than|not) ... (loop|`for`|for)",
    ],
    flags: "def area(boxes):\n    for box in boxes:\n        if box:\n            return True\n    return False\n",
  },
  {
    codes: ["PLW3301"],
    avoid: ["nested (`min*`|`max*`|min|max)"],
    flags: "def area(a, b, c):\n    return min(a, min(b, c))\n",
  },
  {
    codes: ["SIM113"],
    want: ["enumerate ... (instead of|over|rather than|not) ... (counter|manual|increment)"],
    avoid: ["(manual|hand written|own) (loop|index)? (counter|index)"],
    unless: ["migration"],
    flags: "def area(boxes):\n    i = 0\n    for box in boxes:\n        print(i, box)\n        i += 1\n",
  },
  {
    codes: ["SIM114"],
    want: ["(combine|merge) ... (branch|`if`|if|arm) ... (same|identical|duplicate|equal) (body|code|block)?"],
    avoid: ["(`if`|if|branch) ... (same|identical) (body|code)"],
    flags: "def area(a, b):\n    if a:\n        print(1)\n    elif b:\n        print(1)\n",
  },
  {
    codes: ["SIM116"],
    want: [
      "(dict|dictionary|mapping|lookup table|dict lookup|dispatch dict) ... (instead of|over|rather than|not) ... (if/elif|`if/elif*`|if elif|`elif`|elif|consecutive if)",
    ],
    flags:
      "def area(a):\n    if a == 1:\n        return 2\n    elif a == 2:\n        return 3\n    elif a == 3:\n        return 4\n",
  },
  {
    codes: ["SIM201", "SIM202", "E713", "E714"],
    want: [
      "(`!=`|`is not`|`not in`|`* not in *`|`* is not *`) ... (instead of|over|rather than|not) ... `not *`",
      "`not in` (and|or|,)? `is not`",
    ],
    avoid: ["(`not * in *`|`not * is *`|`not * == *`|`not a == b`)"],
    flags: "def area(a, b):\n    return not a in b\n",
  },
  {
    codes: ["SIM208"],
    avoid: ["(double negation|double negative|double negated)"],
    flags: "def area(a):\n    return not (not a)\n",
  },
  {
    codes: ["SIM210", "SIM211"],
    avoid: ["(`True if * else False`|`False if * else True`)"],
    flags: "def area(a):\n    b = True if a else False\n    return b\n",
  },
  {
    codes: ["SIM300"],
    avoid: ["yoda (condition|comparison|style|conditional)?"],
    want: ["(constant|literal) ... (right|right hand side) ... comparison"],
    flags: "def area(a):\n    return 1 == a\n",
  },
  {
    codes: ["PLR1722"],
    want: ["`sys.exit*` ... (instead of|over|rather than|not) ... (`exit*`|`quit*`)"],
    avoid: ["(`exit()`|`quit()`) (and|or|/|,)? (`exit()`|`quit()`)?"],
    unless: ["`sys.exit*` & !(instead of|over|rather than|not)"],
    flags: "exit(1)\n",
  },
];

// Everyday sentences about the simpler of two ways to say the same that ruff can check.

import type { LintMeaning } from "../lint-meanings.ts";

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
    codes: ["UP028"],
    want: ["yield from", "`yield from`", "`yield from *`"],
    unless: ["(instead of|over|rather than) (yield from|`yield from`)"],
    flags: "def boxes(items):\n    for item in items:\n        yield item\n",
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
    codes: ["SIM102"],
    want: [
      "(merge|collapse|combine|join|flatten) ... nested (if|ifs|`if`|if statement)",
      "(collapsible|mergeable) (if|`if`)",
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
    ],
    avoid: [
      "implicit (return|`return None`|`None`) (value)?",
      "mix ... (implicit|bare|explicit) return",
      "(implicitly return|implicit return) ... (`None`|none)",
    ],
    unless: ["type", "annotation", "format", "response", "json", "schema"],
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
    codes: ["C419"],
    want: ["generator ... (in|inside|with|to|for) ... (`any*`|`all*`)"],
    avoid: ["list comprehension ... (in|inside|with|to) ... (`any*`|`all*`)"],
    flags: "def area(boxes):\n    return any([box for box in boxes])\n",
  },
  {
    codes: ["C417"],
    avoid: ["`map*` ... (`lambda`|lambda)", "`map(lambda*`", "(`lambda`|lambda) ... (in|inside|to|with) `map*`"],
    want: ["comprehension ... (instead of|over|rather than|not) ... (`map*`|map) ... (`lambda`|lambda)"],
    flags: "def area(boxes):\n    return list(map(lambda box: box + 1, boxes))\n",
  },
  {
    codes: ["C405"],
    want: ["set literal", "`{*}` ... (instead of|over|rather than|not) `set([*])`"],
    avoid: ["(`set([...])`|`set([*])`)"],
    flags: "boxes = set([1])\n",
  },
  {
    codes: ["C408"],
    want: [
      "(dict|dictionary|list|tuple|collection|`{}`|`[]`) literal ... (instead of|over|rather than|not) ... (`dict()`|`list()`|`tuple()`|constructor|call)",
      "(`{}`|`[]`) ... (instead of|over|rather than|not) (`dict()`|`list()`)",
    ],
    flags: "boxes = dict()\n",
  },
  {
    codes: ["C413", "C414"],
    avoid: ["(unnecessary|redundant|needless)? `list*` ... (around|inside|in|within) `sorted*`"],
    flags: "def area(boxes):\n    return list(sorted(boxes))\n",
  },
  {
    codes: ["C420"],
    want: ["`dict.fromkeys*`"],
    flags: "def area(boxes):\n    return {box: 1 for box in boxes}\n",
  },
  {
    codes: ["FURB129"],
    avoid: ["(`readlines*`|`*.readlines*`)"],
    want: ["iterate ... file (object)? ... directly"],
    flags: "with open('a') as file:\n    for line in file.readlines():\n        print(line)\n",
  },
  {
    codes: ["FURB136", "PLR1730"],
    want: ["(`min*`|`max*`) ... (instead of|over|rather than|not) ... (if|`if*`|ternary|conditional|comparison)"],
    flags: "def area(a, b):\n    if a < b:\n        a = b\n    return a\n",
  },
  {
    codes: ["FURB188"],
    want: [
      "(`removeprefix*`|`removesuffix*`|`str.removeprefix*`|`str.removesuffix*`|`.removeprefix*`|`.removesuffix*`)",
    ],
    flags: "def area(a):\n    return a[1:] if a.startswith('b') else a\n",
  },
  {
    codes: ["PLW3301"],
    avoid: ["nested (`min*`|`max*`|min|max)"],
    flags: "def area(a, b, c):\n    return min(a, min(b, c))\n",
  },
  {
    codes: ["PERF102"],
    want: ["(`*.values()`|`*.keys()`|`.values()`|`.keys()`) ... (instead of|over|rather than|not) ... `*items()`"],
    flags: "def area(boxes):\n    for _, box in boxes.items():\n        print(box)\n",
  },
  {
    codes: ["PLC0206"],
    want: ["(`*.items()`|`.items()`|`dict.items`) ... (iterate|iterating|loop|looping|over|key and value)"],
    unless: ["(instead of|rather than|not) `*items()`"],
    flags: "def area():\n    boxes = {1: 2}\n    for key in boxes:\n        print(boxes[key])\n",
  },
  {
    codes: ["SIM118"],
    want: ["(`* in *`|`in`) ... (instead of|over|rather than|not) (`*.keys()`|`.keys()`|`* in *.keys()`)"],
    avoid: ["`* in *.keys()`", "`*.keys()` ... (iterate|iterating|membership|loop|looping|`in`)"],
    flags: "def area(boxes):\n    for box in boxes.keys():\n        print(box)\n",
  },
  {
    codes: ["SIM401", "RUF019"],
    want: [
      "(`dict.get*`|`.get*`|`get()`) ... (instead of|over|rather than|not) ... (`if*`|if|check|branch|conditional|`in`|lookup|`else*`)",
    ],
    flags: "def area(a):\n    b = {1: 2}\n    c = b[a] if a in b else 0\n    return c\n",
  },
  {
    codes: ["SIM910"],
    avoid: ["`*get(*, None)`", "`None` ... (as|default) ... `*get*`"],
    flags: "boxes = {}\nboxes.get('a', None)\n",
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
    codes: ["PIE810"],
    want: ["tuple ... (`*startswith*`|`*endswith*`)", "(`*startswith*`|`*endswith*`) ... tuple"],
    avoid: ["(chained|multiple|repeated) (`*startswith*`|`*endswith*`)"],
    flags: "def area(a):\n    name = 'x'\n    return name.startswith('b') or name.startswith('c')\n",
  },
  {
    codes: ["RUF005"],
    want: [
      "(unpack|unpacking|`[*`|splat|iterable unpacking) ... (instead of|over|rather than|not) ... (concatenation|concatenate|concatenating)",
    ],
    unless: ["string"],
    flags: "boxes = [1]\nmore = boxes + [2]\n",
  },
  {
    codes: ["RUF010"],
    want: ["(`!r`|`!s`|`{*!r}`|conversion flag) ... (instead of|over|rather than|not) ... (`repr*`|`str*`|call)"],
    flags: "def area(a):\n    return f'{repr(a)} b'\n",
  },
  {
    codes: ["RUF015"],
    want: ["(`next*`|`next(iter(*))`) ... (instead of|over|rather than|not) ... (`list*`|`[0]`|slice|index)"],
    avoid: ["`list(*)[0]`"],
    flags: "def area(a):\n    return list(a)[0]\n",
  },
  {
    codes: ["RUF017"],
    avoid: ["`sum*` ... (flatten|concatenate|concat|list of list|join list|list)"],
    flags: "def area(a):\n    return sum([[1], [2]], [])\n",
  },
  {
    codes: ["RUF055"],
    want: ["(string|`str`) method ... (instead of|over|rather than|not) ... (regex|regular expression|`re*`)"],
    flags: "import re\n\n\ndef area(a: str):\n    return re.sub('b', 'c', a)\n",
  },
  {
    codes: ["UP004"],
    avoid: [
      "(inherit|derive|subclass|extend) ... (`object`|object)",
      "(`object`|object|explicit object) (as)? ... (base|base class|inheritance|superclass|parent)",
      "`class *(object)*`",
    ],
    want: [
      "class ... without (inheriting|explicit)? ... `object`",
      "`class *` ... (instead of|over|rather than|not) `class *(object)*`",
    ],
    flags: "class Box(object):\n    pass\n",
  },
  {
    codes: ["UP008"],
    want: [
      "`super()` ... without (argument|parameter)",
      "(zero argument|argument less|argumentless|parameterless|no argument) `super()`",
      "`super()` ... (instead of|over|rather than|not) `super(*, *)`",
    ],
    avoid: [
      "`super(*, *)`",
      "(argument|parameter) (to|in|for|with) `super()`",
      "(call)? `super()` with (argument|parameter)",
    ],
    flags: "class Box(int):\n    def __init__(self):\n        super(Box, self).__init__()\n",
  },
  {
    codes: ["UP015"],
    avoid: ["(redundant|unnecessary|needless|default) (open|file)? mode", "`open*'r'*`", '`open*"r"*`'],
    unless: ["(debug|dark|game|dev|safe)"],
    flags: "with open('a', 'r') as file:\n    pass\n",
  },
  {
    codes: ["UP017"],
    want: [
      "`*datetime.UTC` ... (instead of|over|rather than|not) `*timezone.utc`",
      "`UTC` (instead of|over|rather than|not) `*timezone.utc`",
    ],
    flags: "import datetime\n\ndatetime.timezone.utc\n",
  },
  {
    codes: ["UP022"],
    want: ["`capture_output*` ... (instead of|over|rather than|not) ... (`*PIPE*`|`stdout*`|pipe)"],
    flags: "import subprocess\n\nsubprocess.run(['a'], stdout=subprocess.PIPE, stderr=subprocess.PIPE)\n",
  },
  {
    codes: ["UP024"],
    want: ["`OSError` ... (instead of|over|rather than|not) ... (`IOError`|`EnvironmentError`|alias)"],
    avoid: ["(`IOError`|`EnvironmentError`)"],
    unless: ["(raise|log|swallow|catch)"],
    flags: "try:\n    pass\nexcept IOError:\n    pass\n",
  },
  {
    codes: ["UP026"],
    want: ["`unittest.mock` ... (instead of|over|rather than|not) ... (`mock`|mock package)"],
    flags: "import mock\n",
  },
  {
    codes: ["UP033"],
    want: ["(`*functools.cache`|`@cache`|`cache`) ... (instead of|over|rather than|not) `*lru_cache*None*`"],
    avoid: ["`*lru_cache(maxsize=None)*`"],
    flags: "import functools\n\n\n@functools.lru_cache(maxsize=None)\ndef area():\n    return 1\n",
  },
  {
    codes: ["UP036"],
    avoid: [
      "(outdated|obsolete|old|dead) (python)? version (block|check|guard|branch)",
      "(`sys.version_info*`) (check|block|branch|guard)",
    ],
    flags: "import sys\n\nif sys.version_info < (3, 3):\n    print(1)\n",
  },
  {
    codes: ["UP041"],
    want: ["`TimeoutError` ... (instead of|over|rather than|not) ... (`asyncio.TimeoutError`|`socket.timeout`)"],
    avoid: ["`asyncio.TimeoutError`"],
    unless: ["(raise|log|swallow)"],
    flags: "import asyncio\n\ntry:\n    pass\nexcept asyncio.TimeoutError:\n    pass\n",
  },
  {
    codes: ["PLR1722"],
    want: ["`sys.exit*` ... (instead of|over|rather than|not) ... (`exit*`|`quit*`)"],
    avoid: ["(`exit()`|`quit()`) (and|or|/|,)? (`exit()`|`quit()`)?"],
    unless: ["`sys.exit*` & !(instead of|over|rather than|not)"],
    flags: "exit(1)\n",
  },
];

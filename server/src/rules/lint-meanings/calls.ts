// Everyday sentences about the better call, literal or method for a purpose that ruff can check.

import type { LintMeaning } from "./meaning.ts";

export const lintCalls: readonly LintMeaning[] = [
  {
    codes: ["PLR6301"],
    want: [
      "(static method|staticmethod|`@staticmethod`) ... method ... (not|without|no) ... (self|`self`|instance|access)",
      "method ... (not|without|no) ... (use|using|access|touch|need) ... (self|`self`|instance) ... (static|`@staticmethod`|staticmethod|function|module level)",
    ],
    flags: "class Box:\n    def area(self):\n        return 1\n",
  },
  {
    codes: ["UP028"],
    want: ["yield from", "`yield from`", "`yield from *`"],
    unless: ["(instead of|over|rather than) (yield from|`yield from`)"],
    flags: "def boxes(items):\n    for item in items:\n        yield item\n",
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
    want: [
      "comprehension ... (instead of|over|rather than|not) ... (`map*`|map) ... (`lambda`|lambda)",
      "comprehension ... (instead of|over|rather than|not|to) ... (`map()`|`map`|map) ... (filter|`filter*`)",
    ],
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
      "(use|prefer) `dict.get*` with (a|the)? default",
    ],
    flags: "def area(a):\n    b = {1: 2}\n    c = b[a] if a in b else 0\n    return c\n",
  },
  {
    codes: ["SIM910"],
    avoid: ["`*get(*, None)`", "`None` ... (as|default) ... `*get*`"],
    flags: "boxes = {}\nboxes.get('a', None)\n",
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
];

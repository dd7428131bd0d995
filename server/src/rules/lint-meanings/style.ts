// Everyday sentences about white space, blank lines, names and imports that ruff can check.

import type { LintMeaning } from "./meaning.ts";

export const lintStyle: readonly LintMeaning[] = [
  {
    codes: ["W291", "W293"],
    avoid: ["trailing (white space|space|blank)"],
    want: [
      "(strip|remove|trim|delete) ... trailing (white space|space|blank)",
      "trailing white space ... (strip|remove|trim)",
    ],
    unless: ["(user|form|request|response|input|csv|value|string|comma|message|leading|text)"],
    flags: "total = 1 \n",
  },
  {
    codes: ["W292"],
    want: [
      "(end|finish|terminate|close) ... file ... (newline|new line|line break|blank line|line feed)",
      "file ... (end|finish|terminate|close) ... (newline|new line|line break|blank line|line feed)",
      "(newline|new line|line break) at (end of file|end of file|eof|file end|end of every file|end)",
      "(final|trailing) (newline|new line) & (file|eof|module)",
    ],
    avoid: ["(missing|without) (final|trailing|end of file)? (newline|new line) & (file|eof|end)", "no newline at end"],
    flags: "total = 1",
  },
  {
    codes: ["W391"],
    avoid: ["(blank|empty) line ... (at|before) ... (end of file|eof|file end)", "trailing (blank|empty) line"],
    flags: "total = 1\n\n\n",
  },
  {
    codes: ["E302", "E305"],
    want: [
      "two (blank|empty) line ... (between|around|before|after|surround|separate|top level|class|function|definition)",
      "(separate|surround) ... (class|function|definition|top level) ... two (blank|empty) line",
      "two (blank|empty) line (between|around)",
    ],
    unless: ["import", "section", "markdown", "comment", "heading", "one blank line"],
    flags: "total = 1\ndef area():\n    return total\n",
  },
  {
    codes: ["E401"],
    want: ["(one|single|1) import ... per line", "(each|every) import ... (its own|own|separate) line"],
    avoid: [
      "(multiple|several|two|many|more than one) import ... (on|in|per) ... (line|one line|the same line)",
      "comma separated import",
    ],
    unless: ["(from|name)"],
    flags: "import os, sys\n",
  },
  {
    codes: ["E301"],
    want: [
      "(one|single|1) (blank|empty) line ... (between|around|before|after|separate) ... method",
      "(separate|surround) ... method ... (one|single|1) (blank|empty) line",
      "method ... (separated|surrounded) ... (one|single|1) (blank|empty) line",
    ],
    unless: ["docstring", "import", "two (blank|empty) line"],
    flags: "class Box:\n    def area(self):\n        return 1\n    def size(self):\n        return 2\n",
  },
  {
    codes: ["E303"],
    avoid: [
      "(more than|over) (one|two|2|1) (consecutive|successive)? (blank|empty) line",
      "(extra|excess|excessive|multiple|consecutive|superfluous) (consecutive)? (blank|empty) line",
    ],
    want: ["(at most|maximum|max|no more than) (two|one|2|1) (consecutive|successive)? (blank|empty) line"],
    unless: ["docstring", "markdown", "end of file"],
    flags: "total = 1\n\n\n\ncount = 2\n",
  },
  {
    codes: ["E203", "E202"],
    avoid: ["(space|white space) before ... (comma|colon|semicolon|closing bracket|closing parenthesis)"],
    flags: "rows = [1 , 2]\n",
  },
  {
    codes: ["E225"],
    want: [
      "(space|spacing|white space) (around|on both side|before and after) ... operator",
      "surround ... operator ... (space|white space)",
    ],
    avoid: ["(operator|assignment) without (space|white space|surrounding space)"],
    unless: ["(judgment|judgement)", "(and|or) after ... comma"],
    flags: "total=1\n",
  },
  {
    codes: ["E225", "E231"],
    want: [
      "(space|spacing|white space) (around|on both side|before and after) ... operator ... (and|or) after ... comma",
    ],
    flags: "total=1\n",
  },
  {
    codes: ["E231"],
    want: ["(space|white space) after ... comma", "comma followed by (space|white space)"],
    flags: "total = (1,2)\n",
  },
  {
    codes: ["E201", "E202"],
    avoid: [
      "(space|white space) ... (inside|within|after opening|just inside) ... (parentheses|parenthesis|bracket|brace|paren)",
    ],
    flags: "print( 1)\n",
  },
  {
    codes: ["E251"],
    avoid: ["(space|white space) around ... (keyword|default|`=`|equals) & (argument|parameter|default|keyword)"],
    flags: "print(end = '')\n",
  },
  {
    codes: ["E261"],
    want: [
      "two space before ... (inline|trailing)? comment",
      "(inline|trailing) comment (two|2) space",
      "(begin|start|put|place) ... (inline|trailing) comment (two|2) space",
    ],
    flags: "total = 1 # all\n",
  },
  {
    codes: ["E262", "E265"],
    want: [
      "comment (start|begin) with ... (`#`|hash) ... space",
      "space after `#`",
      "space ... after ... (hash|`#`|pound) ... comment?",
    ],
    unless: ["(issue|ticket)"],
    flags: "#all\ntotal = 1\n",
  },
  {
    codes: ["E701", "E702"],
    avoid: [
      "(multiple|several|two|more than one|compound) statement ... (one|same|single|per|a)? line",
      "statement ... on (one|same|single) line",
    ],
    want: ["(one|single) statement per line"],
    unless: ["sql", "import"],
    flags: "if total: print(total)\n",
  },
  {
    codes: ["E702", "E703"],
    avoid: ["semicolon"],
    unless: ["(sql|javascript|typescript|js|csv|separated|url|css|delimiter|shell|java|rust)"],
    flags: "total = 1;\n",
  },
  {
    codes: ["N804", "N805"],
    want: [
      "(name|call) first (argument|parameter) ... (`self`|`cls`)",
      "first (argument|parameter) ... (named|name|call|called) (`self`|`cls`)",
      "(`self`|`cls`) as ... first (argument|parameter)",
    ],
    flags: "class Box:\n    def area(this):\n        return this\n",
  },
  {
    codes: ["PLC2401"],
    avoid: [
      "non ascii ... (identifier|name|variable|function)",
      "(identifier|variable name|function name) ... non ascii",
      "unicode (identifier|variable name)",
    ],
    want: ["(identifier|variable name|function name) ... ascii", "ascii (only)? (identifier|variable name|name)"],
    flags: "größe = 1\n",
  },
  {
    codes: ["PLR2044"],
    avoid: ["(empty|blank) comment"],
    flags: "#\ntotal = 1\n",
  },
  {
    codes: ["UP009"],
    avoid: [
      "`*-*- coding*`",
      "(utf 8|utf-8|encoding) (declaration|cookie|comment)",
      "(encoding|`coding`) (declaration|cookie|header) (at|in|on)",
    ],
    flags: "# -*- coding: utf-8 -*-\ntotal = 1\n",
  },
  {
    codes: ["UP025"],
    avoid: ["`u` (string)? prefix", "unicode (string|literal)? prefix", '`u"*"`', "`u'*'`"],
    flags: "name = u'box'\n",
  },
  {
    codes: ["UP034"],
    avoid: [
      "(extraneous|redundant|superfluous|unnecessary|needless|useless|extra) (parentheses|parenthesis|parens|paren)",
    ],
    unless: ["(raise|class|exception|decorator|fixture|condition|conditional|if)"],
    flags: "print((1))\n",
  },
  {
    codes: ["RSE102"],
    avoid: [
      "(parentheses|parenthesis|parens|bracket) ... (raise|raised|raising)",
      "(raise|raised|raising) ... (exception)? ... empty (parentheses|parenthesis|parens|bracket)",
      "`raise *()`",
    ],
    want: ["(raise|raised) ... without (empty)? (parentheses|parenthesis|parens|bracket)"],
    flags: "raise ValueError()\n",
  },
  {
    codes: ["UP039"],
    avoid: [
      "(empty|redundant|unnecessary) (parentheses|parenthesis|parens|bracket) ... class",
      "`class *()`",
      "`class *():`",
    ],
    want: ["class ... without empty (parentheses|parenthesis|parens|bracket)"],
    flags: "class Box():\n    pass\n",
  },
  {
    codes: ["UP035"],
    saying: "collections.abc",
    want: [
      "`collections.abc` ... (instead of|rather than|over|not|and not) ... (typing|`typing*`)",
      "(import|take|use) ... from `collections.abc`",
      "`collections.abc` ... (typing|type hint|annotation)",
      "`collections.abc` (for|type|`Iterator`|`Iterable`|`Callable`|`Sequence`|`Mapping`)",
      "(`Iterator`|`Iterable`|`Callable`|`Sequence`|`Mapping`|abstract|abc) ... from `collections.abc`",
    ],
    avoid: [
      "(import|use) ... (`Iterator`|`Iterable`|`Callable`|`Sequence`|`Mapping`|`Generator`) ... from (typing|`typing`)",
      "(`typing.Iterator`|`typing.Iterable`|`typing.Callable`|`typing.Sequence`|`typing.Mapping`|`typing.Generator`)",
    ],
    flags: "from typing import Iterator\n",
  },
  {
    codes: ["UP037"],
    avoid: [
      "(quoted|stringified|string) (annotation|type annotation|type hint|forward reference)",
      "(quote|quotes) ... (around|in|on) ... (annotation|type hint|type annotation)",
    ],
    want: ["(annotation|type hint|type annotation) ... without quotes"],
    flags: "from __future__ import annotations\n\n\ndef area(box: 'Box') -> int: ...\n",
  },
  {
    codes: ["RUF013"],
    avoid: [
      "implicit (`Optional*`|optional|`None`)",
      "`*: * = None`",
      "`= None` without ... (`Optional*`|`* | None`|optional)",
      "(un annotated|unannotated|bare) `*= None` default",
      "(rely on|trust) ... `*= None` ... (imply|mean)",
    ],
    want: [
      "(spell out|write|state|declare) ... `* None` ... default (to|is|of) (`None`|none)",
      "(parameter|argument|default) ... default to `None` ... (annotate|type|declare) ... (optional|`Optional*`|`*| None`)",
      "default (of|to) `None` ... (explicit|`*| None`|`Optional*`) ... (annotation|type|hint)?",
    ],
    flags: "def area(box: int = None): ...\n",
  },
  {
    codes: ["UP040"],
    want: [
      "`type` (statement|keyword) ... alias",
      "type alias ... `type` (statement|keyword)",
      "`type` ... (instead of|over|rather than|not) `TypeAlias`",
    ],
    avoid: ["`TypeAlias`"],
    flags: "from typing import TypeAlias\n\nSize: TypeAlias = int\n",
  },
  {
    codes: ["UP040", "UP046", "UP047"],
    want: [
      "(pep 695|pep-695)",
      "type parameter syntax",
      "(new|modern) generic syntax",
      "(new|modern) (generic)? syntax (for|of) (defining|define|declaring|declare|writing)? (generic|type parameter)",
      "`*[T]` ... (instead of|over|rather than|not) ... (`TypeVar*`|`Generic*`)",
    ],
    avoid: ["(`TypeVar`|`TypeVar()`)"],
    unless: ["(covariant|name|suffix|prefix)"],
    flags: "from typing import TypeVar\n\nT = TypeVar('T')\n\n\ndef first(items: list[T]) -> T:\n    return items[0]\n",
  },
  {
    codes: ["RUF023"],
    want: ["(sort|sorted|order|alphabetical|alphabetically) & `__slots__`"],
    flags: "class Box:\n    __slots__ = ('b', 'a')\n",
  },
  {
    codes: ["SIM112"],
    want: ["(environment variable|env var|env variable) ... (upper case|capital|capitalised|capitalized|all cap)"],
    flags: "import os\n\nos.environ['debug_mode']\n",
  },
  {
    codes: ["PLC2701"],
    avoid: [
      "import ... (from|of) ... (private|internal|underscore|underscore prefixed) (module|package|submodule)",
      "import ... (private|underscore prefixed) (name|symbol|function|class|member|attribute|module|helper)",
      "(private|underscore prefixed) (import|module import)",
    ],
    unless: ["(layer|public api|test)"],
    flags: "from box import _lid\n",
  },
  {
    codes: ["PLC0414"],
    avoid: ["(useless|redundant|unnecessary|needless) (import)? alias"],
    flags: "import os as os\n",
  },
  {
    codes: ["DJ012"],
    want: [
      "(order|sort) ... (member|field|manager|`Meta`) ... model",
      "model ... (member|field|manager|`Meta`) ... order (of|in)",
    ],
    unless: ["(query|queryset|result|ordering)"],
    flags:
      "from django.db import models\n\n\nclass Box(models.Model):\n    class Meta:\n        pass\n    name = models.CharField()\n",
  },
];

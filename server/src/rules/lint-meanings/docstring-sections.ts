// Everyday sentences about the sections of a docstring that ruff can check.

import type { LintMeaning } from "./meaning.ts";

export const lintDocstringSections: readonly LintMeaning[] = [
  {
    codes: ["DOC402"],
    want: [
      "(yields|`Yields*`) ... (section|docstring|heading|block)",
      "(section|docstring) ... (yields|`Yields*`)",
      "generator ... (document|describe) ... (yields|`Yields*`)",
      "(document|describe) ... generator ... (yields|`Yields*`)",
      "(yields|`Yields*`) ... (for|in) ... generator",
      "(document|describe) ... generator ... (under|in|with) ... (yields|`Yields*`)",
      "`Yields*` ... (instead of|over|rather than|not) ... `Returns*`",
    ],
    unless: ["fixture", "(type|`*Iterator*`|`*Generator*`)", "(args|arg|parameter|argument|raises|`Args*`|`Raises*`)"],
    flags:
      'def rows(count):\n    """Give rows.\n\n    One at a time.\n    """\n    for at in range(count):\n        yield at\n',
  },
  {
    codes: ["DOC501"],
    want: [
      "(document|list|describe|mention|name) ... (expected|possible|raisable|likely) (exception|error) ... docstring",
      "(document|list|describe|mention|name|include|state) ... (raised)? (exception|error|raises|`Raises*`) ... (raises|`Raises*`) (section|heading|block)?",
      "(document|list|describe|mention|name) ... (raised|thrown) (exception|error) ... docstring",
      "(document|list|describe|mention|name) ... (exception|error) ... (raised|thrown|raise) ... docstring",
      "docstring ... (document|list|describe|mention|name) ... (raised|thrown) (exception|error)",
      "docstring ... (document|list|describe|mention|name) ... (exception|error) ... (raised|thrown|raise)",
      "(document|list|describe) (every|all|any|the)? (exception|error) ... in docstring",
      "`Raises*` (section|heading|block) ... (exception|error)",
    ],
    unless: [
      "(args|arg|parameter|argument|returns|`Args*`|`Returns*`)",
      "(endpoint|openapi|response|status|readme|changelog)",
    ],
    flags:
      'def half(count):\n    """Halve a number.\n\n    Odd ones cannot be halved.\n    """\n    if count % 2:\n        raise ValueError(count)\n    return count // 2\n',
  },
];

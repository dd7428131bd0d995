// Everyday sentences about exceptions, warnings and logging that ruff can check.

import type { LintMeaning } from "./meaning.ts";

export const lintErrors: readonly LintMeaning[] = [
  {
    codes: ["B012", "SIM107"],
    avoid: [
      "(return|break|continue|jump|`return`|`break`) ... (in|inside|from|within) ... (finally|`finally`)",
      "(finally|`finally`) (block|clause)? ... (return|`return`)",
    ],
    flags: "def area():\n    try:\n        pass\n    finally:\n        return 1\n",
  },
  {
    codes: ["B014", "B025"],
    avoid: ["(duplicate|redundant|repeated) (exception|except|exception handler|exception type)"],
    flags: "try:\n    print(1)\nexcept ValueError:\n    print(2)\nexcept ValueError:\n    print(3)\n",
  },
  {
    codes: ["B028"],
    want: [
      "(`stacklevel*`|stack level) ... (warn|warning|`*warn*`)",
      "(warn|warning|`*warn*`) ... (`stacklevel*`|stack level)",
    ],
    avoid: ["`*warn*` without ... `stacklevel*`"],
    flags: "import warnings\n\nwarnings.warn('old')\n",
  },
  {
    codes: ["F901"],
    avoid: ["raise `NotImplemented`"],
    want: ["(raise)? `NotImplementedError` ... (instead of|over|rather than|not|never) `NotImplemented`"],
    flags: "raise NotImplemented\n",
  },
  {
    codes: ["PLW0133"],
    avoid: ["(create|instantiate|construct) ... exception ... without (raise|raising)"],
    flags: "def area():\n    ValueError('small')\n",
  },
  {
    codes: ["EM102", "EM103"],
    avoid: [
      '(f string|formatted string|`.format*`|format call|`f"*"`) ... (in|inside|into|as|within|directly in|to) ... (exception|error message|raise|`raise`)',
      "(raise|exception) ... with ... f string",
    ],
    unless: ["log"],
    flags: "raise ValueError(f'{1}')\n",
  },
  {
    codes: ["EM101", "EM102", "EM103"],
    avoid: ["(string literal|literal string|raw string) ... (in|inside|as|to) ... (exception|raise)"],
    want: ["(assign|store|put) ... (exception|error)? message ... variable ... (raise|raising|before|first)"],
    flags: "raise ValueError('small')\n",
  },
  {
    codes: ["TRY003"],
    avoid: ["long ... message ... (raise|exception class|exception)", "long (exception|error) message"],
    want: ["(exception|error) message ... (in|inside) ... exception class"],
    flags: "raise ValueError('this box is far too small for it')\n",
  },
  {
    codes: ["TRY004"],
    want: ["(raise|use|prefer) `TypeError` ... (type|`isinstance*`)"],
    flags: "def area(box):\n    if isinstance(box, int):\n        print(1)\n    else:\n        raise ValueError(1)\n",
  },
  {
    codes: ["TRY201"],
    want: [
      "(bare|plain|naked) (`raise`|raise)",
      "`raise` ... (instead of|over|rather than|not) (`raise e`|`raise ex`|`raise exc`|`raise err`)",
    ],
    avoid: ["(`raise e`|`raise ex`|`raise exc`|`raise err`)"],
    unless: ["from"],
    flags: "try:\n    pass\nexcept ValueError as error:\n    print(1)\n    raise error\n",
  },
  {
    codes: ["TRY300"],
    want: [
      "(success|happy path|return) ... (`else`|else) ... (of|block|clause)? ... (`try`|try)",
      "(`try`|try) ... (return)? ... in (`else`|else) (block|clause|branch)",
    ],
    flags: "def area():\n    try:\n        print(1)\n        return 1\n    except ValueError:\n        print(2)\n",
  },
  {
    codes: ["TRY301"],
    avoid: ["raise (exception|error)? (inside|within|in) (same)? (`try`|try)"],
    unless: ["(finally|`finally`|whether)"],
    flags:
      "def area(box):\n    try:\n        if box:\n            raise ValueError\n    except ValueError:\n        print(1)\n",
  },
  {
    codes: ["TRY401"],
    avoid: [
      "(exception|error) (object|instance)? ... (in|inside|to|into|with) ... (`*.exception*`|logging exception)",
      "redundant exception ... (`*.exception*`|logging)",
    ],
    unless: ["catch"],
    flags:
      "import logging\n\nlogger = logging.getLogger(__name__)\ntry:\n    pass\nexcept ValueError as error:\n    logger.exception('no: %s', error)\n",
  },
  {
    codes: ["G010"],
    want: [
      "(`*.warning`|`*.warning()`|`warning`|`warning()`) ... (instead of|over|rather than|not|never) ... (`log*.warn`|`log*.warn()`|`warn`|`warn()`|`.warn()`)",
    ],
    avoid: ["(`log*.warn`|`log*.warn()`|`.warn()`)"],
    flags: "import logging\n\nlogger = logging.getLogger(__name__)\nlogger.warn('old')\n",
  },
  {
    codes: ["G201"],
    want: ["`*exception*` ... (instead of|over|rather than|not) ... `*exc_info*`"],
    flags:
      "import logging\n\nlogger = logging.getLogger(__name__)\ntry:\n    pass\nexcept ValueError:\n    logger.error('no', exc_info=True)\n",
  },
  {
    codes: ["LOG001"],
    avoid: ["(instantiate|construct|create) ... `*Logger*` ... directly", "`logging.Logger()`"],
    flags: "import logging\n\nlogger = logging.Logger('a')\n",
  },
];

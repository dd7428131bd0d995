// Everyday sentences about pytest's style that ruff can check.

import type { LintMeaning } from "./meaning.ts";

export const lintTests: readonly LintMeaning[] = [
  {
    codes: ["B011", "PT015"],
    avoid: ["`assert False*`", "`assert 0`", "assert false"],
    want: [
      "(`pytest.fail*`|`raise AssertionError*`) ... (instead of|over|rather than|not|never) ... (`assert False*`|`assert 0`|assert false)",
    ],
    flags: "assert False\n",
  },
  {
    codes: ["B017"],
    want: [
      "`pytest.raises*` ... (exact|specific|concrete|precise|expected) (exception|error)",
      "(exact|specific|concrete|precise) (exception|error) ... `pytest.raises*`",
    ],
    avoid: [
      "(`pytest.raises(Exception)`|`assertRaises(Exception)`|`pytest.raises(BaseException)`)",
      "(expect|assert|`pytest.raises*`) ... (blind|bare|generic|base) (exception|`Exception`)",
    ],
    flags: "import pytest\n\nwith pytest.raises(Exception):\n    print(1)\n",
  },
  {
    codes: ["PT001", "PT023"],
    want: [
      "(`@pytest.fixture*`|`@pytest.mark*`|fixture decorator|fixture|mark) ... without (empty)? (parentheses|parenthesis|parens|bracket)",
    ],
    avoid: ["(empty)? (parentheses|parenthesis|parens|bracket) ... (`@pytest.fixture*`|`@pytest.mark*`|fixture|mark)"],
    flags: "import pytest\n\n\n@pytest.fixture()\ndef box():\n    return 1\n",
  },
  {
    codes: ["PT003"],
    avoid: ["(`scope=\"function\"`|`scope='function'`)"],
    flags: "import pytest\n\n\n@pytest.fixture(scope='function')\ndef box():\n    return 1\n",
  },
  {
    codes: ["PT006"],
    want: [
      "(`*parametrize*`|parametrize|parameterize|parametrise) ... (argument|parameter|name|argname) ... tuple",
      "tuple ... (argument|parameter|argname) name ... (`*parametrize*`|parametrize)",
      "(`*parametrize*`|parametrize|parameterize|parametrise) ... (with|using|as) tuple",
    ],
    unless: ["value ... tuple"],
    flags: "import pytest\n\n\n@pytest.mark.parametrize('a,b', [(1, 2)])\ndef test_area(a, b):\n    print(a)\n",
  },
  {
    codes: ["PT007"],
    want: [
      "(`*parametrize*`|parametrize) ... value ... list of tuple",
      "list of tuple ... (`*parametrize*`|parametrize)",
    ],
    flags:
      "import pytest\n\n\n@pytest.mark.parametrize(('a', 'b'), ((1, 2), (3, 4)))\ndef test_area(a, b):\n    print(a)\n",
  },
  {
    codes: ["PT008"],
    want: ["`return_value*` ... (instead of|over|rather than|not) ... (`lambda*`|lambda)"],
    flags: "def test_area(mocker):\n    mocker.patch('a.b', lambda: 1)\n",
  },
  {
    codes: ["PT012"],
    want: [
      "(single|one|1) (simple)? statement ... `*pytest.raises*`",
      "`*pytest.raises*` ... (single|one|1|only one) (simple)? statement",
    ],
    avoid: ["(multiple|several|more than one) statement ... `*pytest.raises*`"],
    flags: "import pytest\n\nwith pytest.raises(ValueError):\n    print(1)\n    print(2)\n",
  },
  {
    codes: ["PT013"],
    want: ["`import pytest` ... (instead of|over|rather than|not|never) `from pytest import*`"],
    avoid: ["`from pytest import*`"],
    flags: "from pytest import fixture\n",
  },
  {
    codes: ["PT014"],
    avoid: [
      "(duplicate|duplicated|repeated) (`*parametrize*`|parametrize|parametrized|parameterized) (case|value|test case)?",
    ],
    flags: "import pytest\n\n\n@pytest.mark.parametrize('a', [1, 1])\ndef test_area(a):\n    print(a)\n",
  },
  {
    codes: ["PT016"],
    want: ["`*pytest.fail*` ... (message|reason)"],
    avoid: ["`*pytest.fail*` without ... (message|reason)"],
    flags: "import pytest\n\npytest.fail()\n",
  },
  {
    codes: ["PT017"],
    want: [
      "`*pytest.raises*` ... (instead of|over|rather than|not) ... (`try*`|try)",
      "`*pytest.raises*` (for|to) (test|assert|check|verify|expect)? (the|an)? expected? (exception|error|failure|raise|raised)",
    ],
    unless: ["(match|message)"],
    avoid: ["(assert|`assert`) ... (in|inside) ... (`except`|except) (block|clause)?"],
    flags: "try:\n    print(1)\nexcept ValueError as error:\n    assert error\n",
  },
  {
    codes: ["PT018"],
    avoid: [
      "(composite|compound) (assert|assertion)",
      "(combine|join|chain|mix) ... (assert|assertion|condition) ... (`and`|one assert|single assert|one `assert`)",
      "`assert a and b`",
      "`assert * and *`",
    ],
    want: [
      "(split|break up|separate) ... (composite|compound|combined) (assert|assertion)",
      "(one|single) (condition|check|expression) per (assert|`assert`)",
    ],
    flags: "def test_area(a, b):\n    assert a and b\n",
  },
  {
    codes: ["PT020"],
    avoid: ["`*yield_fixture*`"],
    flags: "import pytest\n\n\n@pytest.yield_fixture()\ndef box():\n    yield 1\n",
  },
  {
    codes: ["PT021"],
    avoid: ["`*addfinalizer*`"],
    want: ["(`yield`|yield fixture|yield) ... (instead of|over|rather than|not) ... `*addfinalizer*`"],
    flags: "import pytest\n\n\n@pytest.fixture\ndef box(request):\n    request.addfinalizer(print)\n",
  },
  {
    codes: ["PT022"],
    avoid: ["(useless|unnecessary|needless) (`yield`|yield) ... fixture"],
    want: ["(`return`|return) ... (instead of|over|rather than|not) (`yield`|yield) ... fixture"],
    flags: "import pytest\n\n\n@pytest.fixture\ndef box():\n    yield 1\n",
  },
];

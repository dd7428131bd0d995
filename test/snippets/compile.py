"""Compile pieces of Python: JSON {name: code} on stdin, JSON {name: error} on stdout."""

import json
import sys
import warnings

warnings.simplefilter("error")
errors = {}
for name, code in json.load(sys.stdin).items():
    try:
        compile(code, name, "exec")
    except (SyntaxError, Warning) as error:
        errors[name] = f"{error}\n{code}"
json.dump(errors, sys.stdout)

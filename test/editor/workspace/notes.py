"""No guide applies here."""

try:
    import tomllib
except:
    tomllib = None

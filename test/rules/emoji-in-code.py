# %% flagged: strings and comments
print("✅ done")
#      ~ ✅
# 🚀 fast
# ~~ 🚀

# %% fixed
print("done")
# fast

# %% clean: letters and signs of all languages
print("Größe → 3 ✓ © 日本 ™ №")

# %% flagged: everything outside ASCII {"ascii": true}
TITLE = "Caf\u00e9 – open"
#                  ~ ASCII

# %% fixed
TITLE = "Caf\u00e9 \u2013 open"

# %% flagged: outside ASCII in a docstring, a comment, a name, and texts of several kinds {"ascii": true}
"""Cranes – and more."""
#         ~ ASCII
# lifts → ships
#       ~ ASCII
größe = r"–" + f"{len('–')} ≥ 3 🚀"
# ~~ ASCII
#         ~ ASCII
#                      ~ ASCII
#                           ~ ASCII
#                               ~~ ASCII

# %% fixed
"""Cranes - and more."""
# lifts -> ships
größe = "\u2013" + f"{len('–')} \u2265 3 \U0001f680"

# %% flagged: a sign that the guide rules out, and no other {"signs": "—"}
name = "café – open"
place = "harbour — north"
#                ~ The guide rules out `—`
# %% fixed
name = "café – open"
place = "harbour \u2014 north"

# %% flagged: a picture without its selector
TITLE = "🗺 of the town"
#        ~~
# %% fixed
TITLE = "of the town"

# %% flagged in tests/test_report.py: what a test expects is written elsewhere
def test_report(logger):
    assert report() == "🚢 moored"
    logger.info.assert_called_with("🚢 moored")
    print("🚢 done")
    #      ~~ in words

# %% flagged: a text that is nothing else keeps it
ICONS = {"open": "✅"}
#                 ~
# %% fixed
ICONS = {"open": "✅"}

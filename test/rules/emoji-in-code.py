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

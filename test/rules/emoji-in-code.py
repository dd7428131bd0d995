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

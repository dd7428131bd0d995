# %% flagged: lines, boxes, and words between lines
# ==========
#< draws a line
# Helpers
# ==========

def lift():
    # --- Steps ---
    #<~~~~~~~~~~~~~ draws a line
    return 1


##########
#< draws a line
# ---- Parsing -----------------------------
#< draws a line
def parse():
    return 2
# %% fixed
# Helpers

def lift():
    # Steps
    return 1


# Parsing
def parse():
    return 2

# %% clean: words, arrows, lists, and a license in its frame
# ==========================
# Copyright (c) the harbour
# ==========================

# Steps -> loads -> crates
# - one
# -- two, as the tool wants it
# a == b holds here
# ---> see the crates
# name | load
# -----|-----
# -----BEGIN KEY-----
# *** mind the crane ***
PIERS = 4  # ----- the end
LOADS = 3  # --strict turns this off

# %% flagged: two lines that stand apart, and two with words
# ==========
#< draws a line
LIFTS = 3
# ==========
#< draws a line
# --- Boats ---
#<~~~~~~~~~~~~~ draws a line
# --- Berths ---
#<~~~~~~~~~~~~~~ draws a line
BERTHS = 4
# %% fixed
LIFTS = 3
# Boats
# Berths
BERTHS = 4

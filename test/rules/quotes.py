# %% flagged: single quotes
name = 'heed'
#      ~~~~~~ double quotes
other = "it's"
# %% fixed
name = "heed"
other = "it's"

# %% flagged: double quotes where single ones are wanted {"style": "single"}
name = "heed"
#      ~~~~~~ single quotes

# %% clean: strings that hold the quote
name = 'say "hi"'
text = """doc"""

# %% flagged: a few in the other quotes {"style": "consistent"}
name = "heed"
kind = "tool"
place = 'here'
#       ~~~~~~ The other strings of this file are in double quotes
# %% fixed
name = "heed"
kind = "tool"
place = "here"

# %% flagged: as many of both {"style": "consistent"}
name = 'heed'
kind = "tool"
#      ~~~~~~ The other strings of this file are in single quotes
# %% fixed
name = 'heed'
kind = 'tool'

# %% clean: all in one style {"style": "consistent"}
name = 'heed'
kind = 'tool'
other = "it's"

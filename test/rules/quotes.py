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

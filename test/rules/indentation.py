# %% flagged: two spaces where four are wanted
def double(x):
  if x:
#< 2 spaces
    return x * 2
#<~~ 2 spaces
  return 0
#< 2 spaces
# %% fixed
def double(x):
    if x:
        return x * 2
    return 0

# %% flagged: tabs, with a string that must stay as it is
class A:
	"""A docstring	
#< tab

	that stays."""
	def f(self):
#< tab
		return call(
#< tab
			1,
		)
# %% fixed
class A:
    """A docstring	

	that stays."""
    def f(self):
        return call(
            1,
        )

# %% clean: two spaces where two are wanted, and continuation lines {"width": 2}
def double(x):
  if x:
    return call(
        x,
          2,
    )
  return 0

# %% clean: one statement on the line, and text
if x: y = 1
text = """
	a tab
"""

# %% flagged: without a code
value: int = read()  # type: ignore
#                    ~~~~~~~~~~~~~~ name the code

# %% clean: with one
value: int = read()  # type: ignore[assignment]

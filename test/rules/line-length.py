# %% flagged: what stands past the limit {"limit": 40}
greeting = "hello world, this is a long line"
#                                       ~~~~~ 45 characters
x = 1

# %% flagged: wide characters take two columns {"limit": 20}
title = "日本語のタイトル"
#             ~~~~ 26 characters

# %% clean: short lines, URLs, one long word and pragmas {"limit": 40}
# See https://example.org/a/very/long/path/that/cannot/be/broken
# https://example.org/a/very/long/path/that/cannot/be/broken
value = compute_the_value_of_all_items()  # type: ignore[no-any-return]
"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
short = 1

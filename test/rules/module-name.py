# %% flagged in app/HttpClient.py: upper case
X = 1
#<~~~ `http_client.py`

# %% flagged in app/my-tools.py: a hyphen
X = 1
#<~~~ `my_tools.py`

# %% clean in app/__init__.py: special names
X = 1

# %% clean in app/migrations/0001_initial.py: numbers in front of migrations
X = 1

# %% clean in app/_private2.py: lower case
X = 1

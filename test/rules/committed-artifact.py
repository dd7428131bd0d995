# %% flagged in app/main.py: a folder that nothing leaves out {"patterns": [".venv/", "__pycache__/"]}
app = 1

# %% file .gitignore
.venv/
#<~~~~ `__pycache__/`
# %% fixed .gitignore
.venv/
__pycache__/

# %% flagged in app/main.py: files of a kind lie there {"patterns": ["*.tif", "*.csv"]}
app = 1

# %% file data/area.csv
a,b

# %% file .gitignore
*.log
#<~~~ `data/area.csv` is not ignored
# %% fixed .gitignore
*.log
*.csv

# %% clean in app/main.py: none of the kind there, names ignored {"patterns": ["*.tif", "state.json", "data/"]}
app = 1

# %% file .gitignore
state.json
/data

# %% clean in app/main.py: no repository {"patterns": ["data/"]}
app = 1

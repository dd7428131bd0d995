# %% flagged: through a shell
import os
import subprocess


def pack(name):
    subprocess.run(f"tar {name}", shell=True)
    #<~~~~~~~~~~~~ shell
    os.system("ls")
    #<~~~~~~~ shell
    subprocess.Popen("ls", shell=True)
    #<~~~~~~~~~~~~~~ shell
# %% fixed
import os
import subprocess


def pack(name):
    subprocess.run(["tar", name])
    subprocess.run(["ls"], check=False)
    subprocess.Popen(["ls"])

# %% clean: lists
import subprocess


def pack(name):
    subprocess.run(["tar", name], check=True)
    subprocess.run(["tar", name], shell=False)

# %% flagged: a shell of one's own making, and a name of a shell
import helpers


def activate(kind):
    helpers.activation(shell="zsh")
    helpers.activation(name="boats", shell=kind)
    helpers.call("ls", shell=True)
    #<~~~~~~~~~~ lets the arguments

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

# %% flagged: nothing has asked before
import subprocess


def is_running(command):
    process = subprocess.Popen(command)
    if process.returncode is None:
    #  ~~~~~~~~~~~~~~~~~~ poll()
        process.terminate()
    return process
# %% fixed
import subprocess


def is_running(command):
    process = subprocess.Popen(command)
    process.poll()
    if process.returncode is None:
        process.terminate()
    return process

# %% flagged: an annotated parameter, and an asyncio process that has no poll
import asyncio
from subprocess import Popen


def is_running(process: Popen[bytes]) -> bool:
    return process.returncode is None
    #      ~~~~~~~~~~~~~~~~~~ `process.poll()`


async def stop():
    child = await asyncio.create_subprocess_exec("ls")
    child.poll()
    #<~~~~~~~~~~ no `poll()`
    if child.poll() is None:
    #  ~~~~~~~~~~~~ AttributeError
        child.kill()
# %% fixed
import asyncio
from subprocess import Popen


def is_running(process: Popen[bytes]) -> bool:
    process.poll()
    return process.returncode is None


async def stop():
    child = await asyncio.create_subprocess_exec("ls")
    if child.returncode is None:
        child.kill()

# %% clean: asked before, results of run, asyncio, psutil, after with
import asyncio
import subprocess

import psutil


def stop(command, pid):
    process = subprocess.Popen(command)
    process.poll()
    if process.returncode is None:
        process.kill()
    done = subprocess.run(command)
    other = psutil.Process(pid)
    with subprocess.Popen(command) as child:
        child.kill()
    try:
        subprocess.check_call(command)
    except subprocess.CalledProcessError as e:
        print(e.returncode)
    return done.returncode, other.returncode, child.returncode


async def run():
    process = await asyncio.create_subprocess_exec("ls")
    return process.returncode


def unknown(process):
    return process.returncode

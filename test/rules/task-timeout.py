# %% flagged: everything that may wait for ever
import subprocess
import urllib.request

import httpx
import requests
from celery import shared_task

session = requests.Session()


@shared_task
#<~~~~~~~~~~ send
def send(url):
    requests.post(url, json={})
    #<~~~~~~~~~~~~~~~~~~~~~~~~~ timeout
    session.get(url, timeout=None)
    #<~~~~~~~~~~~~~~~~~~~~~~~~~~~~ timeout
    urllib.request.urlopen(url)
    #<~~~~~~~~~~~~~~~~~~~~~~~~~ timeout
    httpx.get(url, timeout=None)
    #<~~~~~~~~~~~~~~~~~~~~~~~~~~ timeout
    subprocess.run(["ls"], check=True)
    #<~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ never ends
    process = subprocess.Popen(["ls"])
    process.wait()
    #<~~~~~~~~~~~~ never ends

# %% flagged: only tasks where the text speaks of tasks {"kinds": ["task"]}
import requests
from celery import Celery

app = Celery("x")


@app.task(bind=True)
#<~~~~~~~~~~~~~~~~~~ time_limit
def send(self, url):
    requests.post(url)
# %% fixed
import requests
from celery import Celery

app = Celery("x")


@app.task(bind=True, time_limit=300)
def send(self, url):
    requests.post(url)

# %% clean: timeouts, defaults, limits elsewhere
import asyncio
import subprocess

import httpx
import requests
from celery import shared_task


@shared_task(soft_time_limit=10)
def send(url, options):
    requests.post(url, timeout=5)
    requests.get(url, **options)
    httpx.get(url)
    subprocess.run(["ls"], timeout=5)
    process = subprocess.Popen(["ls"])
    process.wait(timeout=3)
    process.wait(3)


async def run():
    process = await asyncio.create_subprocess_exec("ls")
    await asyncio.wait_for(process.wait(), timeout=3)
    async with asyncio.timeout(3):
        await process.wait()

# %% clean: a limit for all tasks
from celery import Celery

app = Celery("x")
app.conf.task_time_limit = 60


@app.task
def send(url):
    return url

# %% flagged in depot/tasks.py: limits of another app {"kinds": ["task"]}
from celery import shared_task

from depot.celery_app import app


@app.task
#<~~~~~~~
def weigh(crate): ...


@shared_task
def count(): ...

# %% file depot/__init__.py
# %% file depot/celery_app.py
from celery import Celery

app = Celery("depot")
# %% file depot/slow.py
from celery import Celery

slow = Celery("slow")
slow.conf.update(task_time_limit=1800)


@slow.task
def sort(crate): ...

# %% flagged: tasks without a word on retries {"retries": 5}
from celery import Celery, Task, shared_task

app = Celery("jobs")


class Plain(Task):
    abstract = True


@app.task
#<~~~~~~~ send
def send(name):
    return name


@shared_task(name="x")
#<~~~~~~~~~~~~~~~~~~~~ report
def report(name):
    return name


@app.task(bind=True, base=Plain)
#<~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ bound
def bound(self, name):
    return name
# %% fixed
from celery import Celery, Task, shared_task

app = Celery("jobs")


class Plain(Task):
    abstract = True


@app.task(autoretry_for=(Exception,), retry_backoff=True, max_retries=5)
def send(name):
    return name


@shared_task(name="x", autoretry_for=(Exception,), retry_backoff=True, max_retries=5)
def report(name):
    return name


@app.task(bind=True, base=Plain, autoretry_for=(Exception,), retry_backoff=True, max_retries=5)
def bound(self, name):
    return name

# %% clean: settings, own retries, bases, other decorators
from celery import Celery, Task, shared_task
from tenacity import retry

app = Celery("jobs")
options = {}


class Retrying(Task):
    autoretry_for = (OSError,)


@app.task(autoretry_for=(OSError,), retry_backoff=True)
def send(name):
    return name


@shared_task(bind=True)
def own(self, name):
    try:
        return name
    except OSError as e:
        raise self.retry(exc=e)


@shared_task(bind=True, max_retries=3)
def limited(self):
    return 1


@app.task(base=Retrying)
def based():
    return 1


@app.task(**options)
def hidden():
    return 1


@app.task
@retry
def wrapped():
    return 1


class Board:
    def task(self, function):
        return function


board = Board()


@board.task
def other():
    return 1

# %% clean: tasks that retry by other names
from celery import shared_task


@shared_task(bind=True)
def send(own, name):
    try:
        print(name)
    except OSError as error:
        raise own.retry(exc=error)


@shared_task
def load(name):
    try:
        print(name)
    except OSError as error:
        load.retry(exc=error, countdown=3)

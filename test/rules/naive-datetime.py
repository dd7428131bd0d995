# %% flagged: now, utcnow, fromtimestamp, strptime
import datetime as dt
from datetime import datetime


def stamps(text, seconds):
    started = datetime.now()
    #         ~~~~~~~~~~~~~~ datetime.now(timezone.utc)
    ended = datetime.utcnow()
    #       ~~~~~~~~~~~~~~~~~ utcnow
    made = dt.datetime.fromtimestamp(seconds)
    #      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ tz=timezone.utc
    read = datetime.strptime(text, "%Y-%m-%d")
    #      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ replace(tzinfo=…)
    return started, ended, made, read
# %% fixed
import datetime as dt
from datetime import datetime, timezone


def stamps(text, seconds):
    started = datetime.now(timezone.utc)
    ended = datetime.now(timezone.utc)
    made = dt.datetime.fromtimestamp(seconds, tz=dt.timezone.utc)
    read = datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=timezone.utc)
    return started, ended, made, read

# %% flagged: an example of a guide, without imports
now = datetime.now()
#     ~~~~~~~~~~~~~~ `datetime.now()` makes a datetime
duration = (datetime.now() - recording.start_time).total_seconds()
#           ~~~~~~~~~~~~~~ `datetime.now()` makes a datetime

# %% clean: with a zone, given one at once or soon, dates, differences, names
import datetime as dt
import time
from datetime import datetime, timezone
from zoneinfo import ZoneInfo

from app.clock import datetime as own


def stamps(text, path):
    now = datetime.now(timezone.utc)
    here = datetime.now(ZoneInfo("Europe/Berlin"))
    made = dt.datetime.fromtimestamp(0, tz=dt.timezone.utc)
    read = datetime.strptime(text, "%Y").replace(tzinfo=timezone.utc)
    full = datetime.strptime(text, "%Y %z")
    later = datetime.strptime(text, "%Y")
    later = later.replace(tzinfo=timezone.utc)
    seconds = datetime.now().timestamp()
    name = f"{path}-{datetime.now().strftime('%Y%m%d')}"
    today = datetime.now().date()
    start = datetime.now()
    work()
    took = datetime.now() - start
    return now, here, made, read, full, later, seconds, name, today, took, own.now(), time.time()

# %% flagged: functions that make the default
import datetime
from dataclasses import dataclass, field
from datetime import datetime as dt

from sqlalchemy import Column, DateTime


class Crate:
    packed = Column(DateTime(timezone=True), default=dt.utcnow, onupdate=dt.now)
    #                                                ~~~~~~~~~ `datetime.utcnow` makes datetimes
    #                                                                    ~~~~~~ `datetime.now` makes datetimes


@dataclass
class Visit:
    began: datetime.datetime = field(default_factory=datetime.datetime.now)
    #                                                ~~~~~~~~~~~~~~~~~~~~~ without a time zone

# %% clean: defaults that know their zone, or are no datetimes
import datetime
from dataclasses import dataclass, field


@dataclass
class Visit:
    day: datetime.date = field(default_factory=datetime.date.today)
    began: datetime.datetime = field(default_factory=lambda: datetime.datetime.now(datetime.UTC))

# %% clean: a local that is only formatted
from datetime import datetime


def file_name():
    now = datetime.now()
    return f"export_{now:%Y%m%d}.csv", now.strftime("%H%M")

# %% clean: an attribute that only says how long ago something was
from datetime import datetime


class Cache:
    def __init__(self):
        self.filled = None
        self.made = datetime.now()

    def fill(self):
        self.filled = datetime.now()

    def is_old(self):
        if self.filled is None:
            return True
        return (datetime.now() - self.filled).seconds > 5 or (datetime.now() - self.made).days

# %% flagged: an attribute that is handed on
from datetime import datetime


class Cache:
    def fill(self):
        self.filled = datetime.now()
        #             ~~~~~~~~~~~~~~ without a time zone

    def state(self):
        return {"filled": self.filled}

# %% clean: differences of two naive nows, whatever the class is called here
import time
from datetime import datetime as dt
from datetime import timedelta


def took() -> timedelta:
    start = dt.now()
    time.sleep(1)
    return dt.now() - start

# %% flagged: a text without a zone
import datetime as clock
from datetime import datetime


def parse(text: str) -> datetime:
    return datetime.strptime(text, "%Y-%m-%d")
    #      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ replace(tzinfo=


def parse_all(texts: list[str]) -> list[datetime]:
    return [clock.datetime.strptime(text, "%H:%M") for text in texts]
    #       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ replace(tzinfo=
# %% fixed
import datetime as clock
from datetime import datetime, timezone


def parse(text: str) -> datetime:
    return datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=timezone.utc)


def parse_all(texts: list[str]) -> list[datetime]:
    return [clock.datetime.strptime(text, "%H:%M").replace(tzinfo=clock.timezone.utc) for text in texts]

# %% clean: a format of its own inside an f-string
from datetime import datetime


def backup(kind: str) -> str:
    return f"{kind}-{datetime.now():%Y%m%d-%H%M}.zip"

# %% flagged: an f-string that shows the moment as it is
from datetime import datetime


def note(text: str) -> str:
    return f"{datetime.now()} {text}"
    #         ~~~~~~~~~~~~~~ without a time zone

# %% flagged: the default of a column
from datetime import datetime

from sqlalchemy import Column, DateTime

packed = Column(DateTime(timezone=True), default=datetime.utcnow)
#                                                ~~~~~~~~~~~~~~~ as the default
# %% fixed
from datetime import datetime, timezone

from sqlalchemy import Column, DateTime

packed = Column(DateTime(timezone=True), default=lambda: datetime.now(timezone.utc))

# %% clean: made without a zone because the other value has none
from datetime import datetime, timezone


def age(seen):
    now = datetime.now(seen.tzinfo) if seen.tzinfo else datetime.utcnow()
    return now - seen


def is_over(berth):
    if berth.until.tzinfo is None:
        return berth.until < datetime.utcnow()
    return berth.until < datetime.now(timezone.utc)


def left(until):
    now = datetime.utcnow() if until.tzinfo is None else datetime.now(timezone.utc)
    return until - now

# %% flagged: a zone that has nothing to do with the branch
from datetime import datetime


def stamp(berth):
    if berth.tzinfo is None:
        berth.open()
    return datetime.utcnow()
    #      ~~~~~~~~~~~~~~~~~ `datetime.utcnow()` makes a datetime without a time zone

# %% clean: only tried out, or read for what the text itself says
from datetime import datetime


def fits(seconds):
    try:
        datetime.fromtimestamp(seconds)
    except OverflowError:
        return False
    return True


def hour_of(line):
    start = datetime.strptime(line, "%Y%m%dT%H%M%S")
    return start.hour * 60 + start.minute


def is_date(text):
    try:
        datetime.strptime(text, "%Y-%m-%d")
    except ValueError:
        return False
    return True

# %% clean: the zone comes later, wherever it is read
from datetime import datetime, timezone


def tide(text):
    try:
        day = datetime.strptime(text, "%Y-%m-%d")
    except ValueError:
        try:
            day = datetime.strptime(text, "%Y")
        except ValueError:
            return None
    return int(day.replace(tzinfo=timezone.utc).timestamp())

# %% clean: counted in seconds, which no zone changes
import datetime
from datetime import timedelta


def window(client):
    until = datetime.datetime.now()
    since = datetime.datetime.now() - datetime.timedelta(days=1)
    return client.list(since=int(since.timestamp() * 1000), until=until.timestamp())


def week_ago():
    return int((datetime.datetime.now() - timedelta(days=7)).timestamp())

# %% flagged: counted, and kept besides
from datetime import datetime, timedelta


def window(client):
    since = datetime.now() - timedelta(days=1)
    #       ~~~~~~~~~~~~~~
    client.note(since)
    return since.timestamp()


def shifted(minutes):
    return (datetime.utcnow() - timedelta(minutes=minutes)).timestamp()
    #       ~~~~~~~~~~~~~~~~~

# %% clean: one of two that gets its zone, and how old a file is
from datetime import datetime, timedelta


def news(since, latest):
    start = since or datetime.fromtimestamp(0)
    last = latest.at if latest is not None else datetime.fromtimestamp(0)
    return max(start.astimezone(), last.astimezone())


def is_old(path):
    return datetime.now() - datetime.fromtimestamp(path.stat().st_mtime) > timedelta(hours=1)

# %% flagged: one of two that stays as it is, and two clocks
from datetime import datetime


def news(since):
    start = since or datetime.fromtimestamp(0)
    #                ~~~~~~~~~~~~~~~~~~~~~~~~~
    return start.isoformat()


def age(path):
    return datetime.utcnow() - datetime.fromtimestamp(path.stat().st_mtime)
    #      ~~~~~~~~~~~~~~~~~
# %% fixed
from datetime import datetime, timezone


def news(since):
    start = since or datetime.fromtimestamp(0, tz=timezone.utc)
    return start.isoformat()


def age(path):
    return datetime.now(timezone.utc) - datetime.fromtimestamp(path.stat().st_mtime)

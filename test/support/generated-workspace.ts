// Makes a workspace of any size that looks like a team's backend: per area models, schemas, a repository, a service, routes and tools.
// The same number of areas gives the same files on every machine.

const nouns = "order invoice parcel ticket voucher shipment refund contract booking lesson recipe sensor".split(" ");

export const guide = `# Backend

- Prevent N+1 queries with \`joinedload()\` or \`selectinload()\`.
- Never run queries inside a loop.
- Add indexes for frequently queried columns.
- Delete child rows before their parents.
- Every endpoint requires authentication.
- Every endpoint declares a \`response_model\`.
- List endpoints are paginated.
- Never use bare \`except:\`.
- Do not use \`print()\`; use logging.
- All functions have type hints.
- All datetimes are timezone-aware; never use \`datetime.utcnow()\`.
- Use \`X | None\` instead of \`Optional[X]\`.
- No magic numbers; use named constants.
- Never block the event loop in async functions.
- Use specific exceptions, not \`except Exception\`.
- Functions and variables are named in snake_case.

## Layers

- Routes only handle HTTP and call services; no database queries in routes.
`;

/** By path; six Python files an area. */
export function generatedWorkspace(areas: number): Readonly<Record<string, string>> {
  const files: Record<string, string> = {
    "AGENTS.md": guide,
    "pyproject.toml": '[project]\nname = "shop"\nrequires-python = ">=3.11"\n',
    "shop/__init__.py": "",
    "shop/database.py": database,
    "shop/security.py": security,
    "shop/main.py": mainText(areas),
  };
  for (let at = 0; at < areas; at++) {
    const area = areaName(at);
    files[`shop/${area}/__init__.py`] = `from shop.${area}.models import *\n`;
    files[`shop/${area}/models.py`] = modelsText(at, areas);
    files[`shop/${area}/schemas.py`] = schemasText(at);
    files[`shop/${area}/repository.py`] = repositoryText(at);
    files[`shop/${area}/service.py`] = serviceText(at, areas);
    files[`shop/${area}/routes.py`] = routesText(at);
    files[`shop/${area}/tools.py`] = toolsText(at);
  }
  return files;
}

export function areaName(at: number): string {
  const round = Math.floor(at / nouns.length);
  return `${nouns[at % nouns.length]}${round === 0 ? "" : round}s`;
}

function className(at: number): string {
  const name = areaName(at).slice(0, -1);
  return `${name[0]?.toUpperCase()}${name.slice(1)}`;
}

const database = `from collections.abc import Iterator

from sqlalchemy import create_engine
from sqlalchemy.orm import DeclarativeBase, Session, sessionmaker

engine = create_engine("sqlite://")
LocalSession = sessionmaker(engine)


class Base(DeclarativeBase):
    pass


def get_db() -> Iterator[Session]:
    with LocalSession() as session:
        yield session
`;

const security = `from fastapi import Depends, HTTPException
from fastapi.security import OAuth2PasswordBearer

scheme = OAuth2PasswordBearer(tokenUrl="token")


def current_user(token: str = Depends(scheme)) -> str:
    if not token:
        raise HTTPException(status_code=401)
    return token
`;

function mainText(areas: number): string {
  const names = Array.from({ length: areas }, (_, at) => areaName(at));
  return `from fastapi import FastAPI

${names.map((name) => `from shop.${name}.routes import router as ${name}_router\n`).join("")}
app = FastAPI()
${names.map((name) => `app.include_router(${name}_router, prefix="/api/v1/${name}")\n`).join("")}`;
}

function modelsText(at: number, areas: number): string {
  const name = className(at);
  const area = areaName(at);
  const other = (at + 1) % areas;
  const isOther = other !== at && at % 3 === 0;
  return `from __future__ import annotations

from datetime import datetime

from sqlalchemy import DateTime, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from shop.database import Base


class ${name}(Base):
    __tablename__ = "${area}"

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(${100 + (at % 50)}))
    state: Mapped[str] = mapped_column(String(20)${at % 4 === 0 ? "" : ", index=True"})
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=${at % 5 === 0 ? "False" : "True"}))
    owner_id: Mapped[int] = mapped_column(ForeignKey("${area}_owners.id"))
${isOther ? `    next_id: Mapped[int] = mapped_column(ForeignKey("${areaName(other)}.id"))\n` : ""}
    owner: Mapped[${name}Owner] = relationship(back_populates="items")
    lines: Mapped[list[${name}Line]] = relationship(back_populates="parent")
${isOther ? `    next: Mapped["${className(other)}"] = relationship()\n` : ""}
    @property
    def label(self) -> str:
        return f"{self.title} of {self.owner.name}"


class ${name}Owner(Base):
    __tablename__ = "${area}_owners"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    email: Mapped[str]

    items: Mapped[list[${name}]] = relationship(back_populates="owner")


class ${name}Line(Base):
    __tablename__ = "${area}_lines"

    id: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str]
    amount: Mapped[int]
    parent_id: Mapped[int] = mapped_column(ForeignKey("${area}.id"))

    parent: Mapped[${name}] = relationship(back_populates="lines")
`;
}

function schemasText(at: number): string {
  const name = className(at);
  return `from datetime import datetime
from typing import Optional

from pydantic import BaseModel, ConfigDict


class ${name}LineOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: int
    text: str
    amount: int


class ${name}Out(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: int
    title: str
    created_at: datetime
    lines: list[${name}LineOut] = []


class ${name}In(BaseModel):
    title: str
    state: ${at % 2 === 0 ? "Optional[str]" : "str | None"} = None
    owner_id: int
`;
}

function repositoryText(at: number): string {
  const name = className(at);
  const area = areaName(at);
  return `from sqlalchemy import select
from sqlalchemy.orm import Session${at % 3 === 1 ? ", selectinload" : ""}

from shop.${area}.models import ${name}, ${name}Line, ${name}Owner


class ${name}Repository:
    def __init__(self, db: Session) -> None:
        self.db = db

    def all(self) -> list[${name}]:
        return list(self.db.scalars(select(${name})${at % 3 === 1 ? `.options(selectinload(${name}.lines))` : ""}))

    def by_state(self, state: str) -> list[${name}]:
        return self.db.query(${name}).filter(${name}.state == state).order_by(${name}.created_at).all()

    def owner_of(self, email: str) -> ${name}Owner | None:
        return self.db.query(${name}Owner).filter(${name}Owner.email == email).first()

    def owners_named(self, email: str, name: str) -> list[${name}Owner]:
        return self.db.query(${name}Owner).filter_by(email=email, name=name).all()

    def get(self, key: int) -> ${name} | None:
        return self.db.get(${name}, key)

    def lines(self, key: int) -> list[${name}Line]:
        return self.db.query(${name}Line).filter(${name}Line.parent_id == key).all()

    def remove(self, row: ${name}) -> None:
${at % 2 === 0 ? `        self.db.query(${name}Line).filter(${name}Line.parent_id == row.id).delete()\n` : ""}        self.db.delete(row)
        self.db.commit()
`;
}

function serviceText(at: number, areas: number): string {
  const name = className(at);
  const area = areaName(at);
  const other = (at + 7) % areas;
  return `import logging
from datetime import datetime, timezone

from sqlalchemy.orm import Session

from shop.${area}.models import ${name}
from shop.${area}.repository import ${name}Repository
from shop.${area}.schemas import ${name}In
from shop.${area}.tools import ${area}_average, ${area}_clean, owner_names
from shop.${areaName(other)}.repository import ${className(other)}Repository

logger = logging.getLogger(__name__)


class ${name}Service:
    def __init__(self, db: Session) -> None:
        self.db = db
        self.repository = ${name}Repository(db)
        self.others = ${className(other)}Repository(db)

    def titles(self) -> list[str]:
        found = []
        for row in self.repository.all():
            found.append(f"{row.title}: {len(row.lines)}")
        return found

    def owners(self, state: str) -> list[str]:
        rows = self.repository.by_state(state)
        return owner_names(rows)

    def labels(self) -> list[str]:
        return sorted(row.${at % 2 === 0 ? "label" : "title"} for row in self.repository.all())

    def totals(self, keys: list[int]) -> dict[int, int]:
        totals = {}
        for key in keys:
            lines = self.${at % 6 === 0 ? `db.query(${name}).filter(${name}.id == key).one().lines` : "repository.lines(key)"}
            totals[key] = ${area}_average([line.amount for line in lines])
        return totals

    def other_titles(self) -> list[str]:
        return [row.title for row in self.others.all() if row.owner]

    def list_all(self) -> list[${name}]:
        return self.repository.all()

    def add(self, new: ${name}In) -> ${name}:
        row = ${name}(title=${area}_clean(new.title), state=new.state or "open", owner_id=new.owner_id)
        row.created_at = datetime.${at % 7 === 0 ? "utcnow()" : "now(timezone.utc)"}
        self.db.add(row)
        try:
            self.db.commit()
        except${at % 9 === 0 ? "" : " ValueError"}:
            logger.exception("not saved")
            raise
        return row

    def remove(self, key: int) -> bool:
        row = self.repository.get(key)
        if row is None:
            return False
        self.repository.remove(row)
        return True
`;
}

function routesText(at: number): string {
  const name = className(at);
  const area = areaName(at);
  const user = at % 4 === 0 ? "" : ", user: str = Depends(current_user)";
  return `from fastapi import APIRouter, Depends, HTTPException
from sqlalchemy.orm import Session

from shop.database import get_db
${at % 11 === 0 ? `from shop.${area}.models import ${name}\n` : ""}from shop.${area}.schemas import ${name}In, ${name}Out
from shop.${area}.service import ${name}Service
from shop.security import current_user

router = APIRouter(tags=["${area}"])


@router.get("/"${at % 5 === 0 ? "" : `, response_model=list[${name}Out]`})
def read_all(db: Session = Depends(get_db)${user}):
    return ${name}Service(db).list_all()


@router.get("/titles", response_model=list[str])
def read_titles(db: Session = Depends(get_db)${user}) -> list[str]:
    return ${name}Service(db).titles()


@router.post("/", response_model=${name}Out)
def create(new: ${name}In, db: Session = Depends(get_db)${user}) -> object:
    return ${name}Service(db).add(new)


@router.delete("/{key}", response_model=bool)
def remove(key: int, db: Session = Depends(get_db)${user}) -> bool:
    if not ${name}Service(db).remove(key):
        raise HTTPException(status_code=404, detail="There is no such row.")
    return True
${at % 11 === 0 ? `\n\n@router.get("/count", response_model=int)\ndef count(db: Session = Depends(get_db)) -> int:\n    return db.query(${name}).count()\n` : ""}`;
}

function toolsText(at: number): string {
  const area = areaName(at);
  return `import asyncio
import time
from collections.abc import Iterable, Sequence

LIMIT = ${at + 10}


def ${area}_average(amounts: Sequence[int]) -> int:
    if not amounts:
        return 0
    total = 0
    for position, amount in enumerate(amounts):
        if position > LIMIT:
            break
        total += amount
    return total // len(amounts)


def ${area}_clean(text: str, longest: int = 80) -> str:
    words = [word.strip() for word in text.split(" ") if word]
    short = " ".join(words)
    if len(short) > longest:
        return short[:longest] + "…"
    return short


def owner_names(rows: Iterable) -> list[str]:
    names = []
    for row in rows:
        names.append(row.owner.name)
    return sorted(set(names))


def grouped(pairs: Iterable[tuple[str, int]]) -> dict[str, list[int]]:
    groups: dict[str, list[int]] = {}
    for name, value in pairs:
        groups.setdefault(name, []).append(value)
    return {name: sorted(values, key=lambda value: -value) for name, values in groups.items()}


async def waited(seconds: float) -> float:
    start = time.monotonic()
    ${at % 8 === 0 ? "time.sleep(seconds)" : "await asyncio.sleep(seconds)"}
    return time.monotonic() - start


def read_lines(path: str) -> list[str]:
    try:
        with open(path, encoding="utf-8") as lines:
            return [line.rstrip() for line in lines]
    except ${at % 10 === 0 ? "Exception" : "OSError"}:
        ${at % 12 === 0 ? 'print("cannot read", path)' : "return []"}
    return []
`;
}

// Where names that examples use without importing them come from, as far as the name alone tells.

/** Name to dotted module, for names that hardly mean anything else. */
export const usualNames: ReadonlyMap<string, string> = new Map(
  Object.entries({
    typing:
      "Optional Union List Dict Tuple Set FrozenSet Type Any Callable Iterable Iterator Sequence Mapping Literal TypeVar Generic Protocol Annotated AsyncIterator AsyncGenerator Generator Awaitable ClassVar Final TypedDict NamedTuple TYPE_CHECKING",
    "sqlalchemy.orm":
      "Session sessionmaker joinedload selectinload subqueryload relationship Mapped mapped_column DeclarativeBase declarative_base",
    "sqlalchemy.ext.asyncio": "AsyncSession create_async_engine async_sessionmaker AsyncEngine",
    sqlalchemy:
      "select Column ForeignKey String Integer Boolean DateTime Text Numeric Float create_engine func UniqueConstraint Index",
    pydantic:
      "BaseModel Field field_validator model_validator validator root_validator ConfigDict EmailStr HttpUrl SecretStr ValidationError",
    pydantic_settings: "BaseSettings SettingsConfigDict",
    fastapi:
      "FastAPI APIRouter HTTPException Depends Request Response UploadFile File Form Query Body Header Cookie BackgroundTasks WebSocket WebSocketDisconnect status Security",
    "fastapi.responses": "JSONResponse StreamingResponse FileResponse HTMLResponse RedirectResponse",
    "fastapi.security": "OAuth2PasswordBearer OAuth2PasswordRequestForm HTTPBearer",
    dataclasses: "dataclass asdict",
    datetime: "datetime timedelta timezone date",
    decimal: "Decimal",
    pathlib: "Path",
    enum: "Enum StrEnum IntEnum auto",
    collections: "defaultdict Counter OrderedDict deque namedtuple",
    contextlib: "contextmanager asynccontextmanager suppress",
    functools: "lru_cache wraps partial cached_property",
    abc: "ABC abstractmethod",
    uuid: "UUID uuid4",
    cachetools: "TTLCache LRUCache",
    celery: "Celery shared_task",
    "unittest.mock": "Mock MagicMock AsyncMock patch",
  }).flatMap(([module, names]) => names.split(" ").map((name) => [name, module] as const)),
);

/** Modules that are used by their own name: `logging.getLogger()`, `datetime.datetime`. */
export const usualModules: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...Object.fromEntries(
      "os sys re json time logging asyncio subprocess requests httpx aiohttp random hashlib pickle shutil tempfile secrets threading itertools functools collections sqlite3 yaml pytest uuid structlog jwt redis pathlib typing math io copy warnings uvicorn"
        .split(" ")
        .map((name) => [name, name]),
    ),
    np: "numpy",
    pd: "pandas",
    sa: "sqlalchemy",
  }),
);

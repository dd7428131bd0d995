// The modules from which well-known names are imported.

/** "name": the module that holds it. */
export const usualNames: ReadonlyMap<string, string> = new Map(
  Object.entries({
    fastapi:
      "APIRouter BackgroundTasks Depends FastAPI File Form Header HTTPException Query Request Response Security UploadFile WebSocket WebSocketDisconnect",
    "fastapi.responses": "FileResponse HTMLResponse JSONResponse PlainTextResponse RedirectResponse StreamingResponse",
    "fastapi.middleware.cors": "CORSMiddleware",
    "fastapi.security": "HTTPBearer OAuth2PasswordBearer OAuth2PasswordRequestForm",
    "fastapi.testclient": "TestClient",
    "starlette.websockets": "WebSocketState",
    "starlette.middleware.base": "BaseHTTPMiddleware",
    pydantic:
      "AnyHttpUrl BaseModel ConfigDict EmailStr HttpUrl SecretStr ValidationError field_validator model_validator",
    pydantic_settings: "BaseSettings SettingsConfigDict",
    sqlalchemy: "BigInteger ForeignKey UniqueConstraint create_engine select",
    "sqlalchemy.exc": "IntegrityError NoResultFound OperationalError SQLAlchemyError",
    "sqlalchemy.orm":
      "DeclarativeBase Mapped contains_eager declarative_base joinedload mapped_column relationship selectinload sessionmaker subqueryload",
    "sqlalchemy.ext.asyncio": "AsyncSession async_sessionmaker create_async_engine",
    sqlmodel: "SQLModel",
    cachetools: "LRUCache TTLCache",
    typing:
      "Annotated Any Callable ClassVar Dict Final Generic List Literal NamedTuple Optional Protocol Tuple TypedDict TypeVar Union cast overload",
    "collections.abc": "AsyncGenerator AsyncIterator Awaitable Iterable Iterator Mapping MutableMapping Sequence",
    collections: "Counter OrderedDict defaultdict deque namedtuple",
    dataclasses: "asdict dataclass",
    datetime: "datetime timedelta timezone",
    decimal: "Decimal",
    enum: "Enum IntEnum StrEnum",
    pathlib: "Path",
    functools: "lru_cache partial wraps",
    contextlib: "asynccontextmanager contextmanager suppress",
    abc: "ABC abstractmethod",
    "unittest.mock": "AsyncMock MagicMock Mock",
    uuid: "UUID uuid4",
    io: "BytesIO StringIO",
    time: "perf_counter",
    copy: "deepcopy",
    tempfile: "NamedTemporaryFile TemporaryDirectory",
  }).flatMap(([module, names]) => names.split(" ").map((name) => [name, module] as const)),
);

/** Modules that are used under a name of their own. */
export const usualModules: ReadonlySet<string> = new Set(
  "httpx requests pytest sqlalchemy structlog aiofiles aiohttp jwt bcrypt fastapi pydantic redis boto3 yaml psutil anyio respx uvicorn".split(
    " ",
  ),
);

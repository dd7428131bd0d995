// Routes as FastAPI would have them: under which paths they are reached, who is asked for, and what they answer with.

import { describe, expect, test } from "vitest";
import { answerOf } from "../../server/src/models/web/answers.ts";
import { authenticationOf } from "../../server/src/models/web/authentication.ts";
import { factsOf } from "../support/facts.ts";

interface Sample {
  readonly title: string;
  readonly files: Readonly<Record<string, string>>;
  /** "METHODS path" for each way to each route, "-" where no app reaches it. */
  readonly routes: readonly string[];
}

const samples: readonly Sample[] = [
  {
    title: "decorators on an app and on a router, included under constants of another file",
    files: {
      "app/config.py": 'PREFIX = "/api"\nVERSION = PREFIX + "/v1"\n',
      "app/main.py":
        'import fastapi as fa\nfrom app import boats\nfrom app.config import VERSION\napp = fa.FastAPI()\napp.include_router(boats.router, prefix=VERSION)\n@app.get("/")\ndef root(): ...\n',
      "app/boats.py":
        'from fastapi import APIRouter as R\nrouter = R(prefix="/boats")\n@router.get("")\n@router.head("")\ndef index(): ...\n@router.delete("/{id}")\nasync def drop(id: int): ...\n',
    },
    routes: ["GET /api/v1/boats", "HEAD /api/v1/boats", "DELETE /api/v1/boats/{id}", "GET /"],
  },
  {
    title: "settings in an f-string, and what cannot be known",
    files: {
      "app/main.py":
        'from fastapi import APIRouter, FastAPI\nfrom elsewhere import NAME\nclass Settings:\n    api: str = "/api"\nsettings = Settings()\na = APIRouter()\nb = APIRouter()\n@a.get("/a")\ndef aa(): ...\n@b.get("/b")\ndef bb(): ...\napp = FastAPI()\napp.include_router(a, prefix=f"{settings.api}/x")\napp.include_router(b, prefix=f"/{NAME}")\n',
    },
    routes: ["GET /api/x/a", "GET /*/b"],
  },
  {
    title: "an app factory, routers in functions, a loop over routers, a mounted app",
    files: {
      "app/main.py":
        'from fastapi import APIRouter, FastAPI\nusers = APIRouter(prefix="/users")\nboats = APIRouter(prefix="/boats")\n@users.get("")\ndef u(): ...\n@boats.get("")\ndef b(): ...\nsub = FastAPI()\n@sub.get("/s")\ndef s(): ...\ndef create_app() -> FastAPI:\n    app = FastAPI()\n    inner = APIRouter()\n    @inner.get("/inner")\n    def i(): ...\n    for router in (users, boats):\n        app.include_router(router, prefix="/v1")\n    app.include_router(inner)\n    app.mount("/sub", sub)\n    return app\napp = create_app()\n',
    },
    routes: ["GET /v1/users", "GET /v1/boats", "GET /sub/s", "GET /inner"],
  },
  {
    title: "routers in classes, add_api_route, sockets, api_route, an app that is handed in",
    files: {
      "app/main.py":
        'from fastapi import APIRouter, FastAPI\napp = FastAPI()\ndef ping(): ...\napp.add_api_route("/ping", ping, methods=["GET", "POST"])\n@app.websocket("/ws")\nasync def live(s): ...\n@app.api_route("/any", methods=["PUT"])\ndef any_(): ...\ndef register(api: FastAPI):\n    @api.get("/given")\n    def given(): ...\nclass Views:\n    def __init__(self):\n        self.router = APIRouter(prefix="/views")\n        self.router.add_api_route("/a", ping)\n',
    },
    routes: ["GET /given", "WEBSOCKET /ws", "PUT /any", "GET POST /ping", "GET -"],
  },
  {
    title: "other frameworks and other decorators of these names",
    files: {
      "app/main.py":
        'from flask import Flask\nfrom starlette.applications import Starlette\napp = Flask(__name__)\nother = Starlette()\n@app.get("/a")\ndef a(): ...\n@other.route("/b")\ndef b(): ...\n@cache.get("/c")\ndef c(): ...\n@app.toString("/d")\ndef d(): ...\n',
    },
    routes: [],
  },
  {
    title: "routers that include each other in a circle",
    files: {
      "app/main.py":
        'from fastapi import APIRouter, FastAPI\na = APIRouter()\nb = APIRouter()\na.include_router(b)\nb.include_router(a)\n@a.get("/a")\ndef f(): ...\n',
    },
    routes: ["GET -"],
  },
];

describe("whole paths", () => {
  test.each(samples.map((sample) => [sample.title, sample] as const))("%s", (_title, { files, routes }) => {
    const found = factsOf(files).routeMap.routes.flatMap(({ route, paths }) =>
      (paths.length > 0 ? paths : ["-"]).map((path) => `${route.methods.join(" ")} ${path}`),
    );
    expect(found.toSorted()).toEqual(routes.toSorted());
  });
});

const head =
  "from typing import Annotated, Any\nfrom fastapi import APIRouter, Depends, Header, HTTPException, Request, Security\nfrom fastapi.responses import FileResponse, StreamingResponse\nfrom fastapi.security import OAuth2PasswordBearer\nfrom elsewhere import Service, current_user, get_db, mystery\nfrom pydantic import BaseModel\nrouter = APIRouter()\nscheme = OAuth2PasswordBearer(tokenUrl='t')\nclass Boat(BaseModel):\n    id: int\n";

function onlyRoute(code: string) {
  const facts = factsOf({ "app/main.py": head + code });
  const [reached] = facts.routeMap.routes;
  if (!reached) throw new Error(`There is no route in ${code}`);
  return { facts, program: facts.program, reached };
}

test.each([
  ["yes", '@router.post("/")\ndef f(token=Depends(scheme)): ...\n'],
  [
    "yes",
    'def who(t: Annotated[str, Depends(scheme)]): ...\n@router.post("/", dependencies=[Depends(who)])\ndef f(): ...\n',
  ],
  [
    "yes",
    'def key(x: str = Header()):\n    if not x:\n        raise HTTPException(status_code=403)\n@router.post("/")\ndef f(k=Security(key)): ...\n',
  ],
  ["yes", 'User = Annotated[str, Depends(scheme)]\n@router.post("/")\ndef f(user: User): ...\n'],
  ["yes", '@router.post("/")\ndef f(user=Depends(current_user)): ...\n'],
  ["no", '@router.post("/")\ndef f(db=Depends(get_db)): ...\n'],
  ["no", '@router.post("/")\ndef f(boat: Boat, request: Request): ...\n'],
  ["no", 'def page(n: int = 1): ...\n@router.post("/")\ndef f(p=Depends(page)): ...\n'],
  ["unknown", '@router.post("/")\ndef f(x=Depends(mystery)): ...\n'],
  ["unknown", 'def f_dependencies(): ...\n@router.post("/", dependencies=f_dependencies())\ndef f(): ...\n'],
  [
    "unknown",
    'def verify_token(request: Request):\n    request.app.check(request)\n@router.post("/")\ndef f(x=Depends(verify_token)): ...\n',
  ],
])("asks who is calling: %s", (answer, code) => {
  const { program, reached } = onlyRoute(code);
  expect(authenticationOf(program, reached.dependencies)).toBe(answer);
});

test.each([
  ["model", '@router.get("/")\ndef f() -> Boat: ...\n'],
  ["model", '@router.get("/", response_model=Boat)\ndef f(): ...\n'],
  ["model", '@router.get("/")\ndef f() -> list[Service]: ...\n'],
  ["data", '@router.get("/")\ndef f() -> dict[str, Any]: ...\n'],
  ["data", '@router.get("/")\ndef f():\n    return {}\n'],
  ["response", '@router.get("/")\ndef f() -> FileResponse: ...\n'],
  ["response", '@router.get("/")\ndef f():\n    return StreamingResponse(rows())\n'],
  ["response", 'class Own(StreamingResponse): ...\n@router.get("/")\ndef f():\n    return Own(rows())\n'],
  ["nothing", '@router.delete("/", status_code=204)\ndef f():\n    return {}\n'],
  ["nothing", '@router.websocket("/")\nasync def f(s): ...\n'],
  ["nothing", '@router.post("/")\ndef f():\n    work()\n'],
])("answers with %s", (kind, code) => {
  const { facts, reached } = onlyRoute(code);
  expect(answerOf(facts, reached.route).kind).toBe(kind);
});

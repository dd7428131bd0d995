# %% flagged in app/main.py: below a prefix {"paths": ["/sw.js", "/registerSW.js", "/manifest.json"]}
from fastapi import FastAPI
from fastapi.responses import FileResponse
from fastapi.staticfiles import StaticFiles

from app.pages import router

app = FastAPI()
#     ~~~~~~~~~ does not serve `/sw.js`, `/registerSW.js` at the root
app.include_router(router, prefix="/pwa")
app.mount("/pwa", StaticFiles(directory="dist"))


@app.get("/manifest.webmanifest")
def manifest():
    return FileResponse("dist/manifest.webmanifest")

# %% file app/pages.py
from fastapi import APIRouter

router = APIRouter()


@router.get("/sw.js")
def worker():
    return None
# %% fixed
from fastapi import FastAPI
from fastapi.responses import FileResponse
from fastapi.staticfiles import StaticFiles

from app.pages import router

app = FastAPI()


@app.get("/sw.js", include_in_schema=False)
def sw_js():
    return FileResponse("dist/sw.js", headers={"Cache-Control": "no-cache"})


@app.get("/registerSW.js", include_in_schema=False)
def register_sw_js():
    return FileResponse("dist/registerSW.js", headers={"Cache-Control": "no-cache"})


app.include_router(router, prefix="/pwa")
app.mount("/pwa", StaticFiles(directory="dist"))


@app.get("/manifest.webmanifest")
def manifest():
    return FileResponse("dist/manifest.webmanifest")

# %% flagged in app/main.py: cached {"paths": ["/sw.js"], "noCache": true}
from fastapi import FastAPI
from fastapi.responses import FileResponse

app = FastAPI()
#     ~~~~~~~~~ `/sw.js` is sent without `no-cache`


@app.get("/sw.js")
def worker():
    """Never no-cache."""
    return FileResponse("dist/sw.js")
# %% fixed
from fastapi import FastAPI
from fastapi.responses import FileResponse

app = FastAPI()


@app.get("/sw.js")
def worker():
    """Never no-cache."""
    return FileResponse("dist/sw.js", headers={"Cache-Control": "no-cache"})

# %% clean in app/main.py: all there, headers from a helper {"paths": ["/sw.js", "/manifest.json"], "noCache": true}
from fastapi import FastAPI
from fastapi.responses import FileResponse

app = FastAPI()
FRESH = {"Cache-Control": "no-cache"}


def send(name):
    return FileResponse(f"dist/{name}", headers=FRESH)


@app.get("/service-worker.js")
def worker():
    return send("service-worker.js")


@app.get("/manifest.json")
def manifest():
    return send("manifest.json")

# %% clean in app/main.py: everything at the root {"paths": ["/sw.js"]}
from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

app = FastAPI()
app.mount("/", StaticFiles(directory="dist", html=True))

# %% clean in app/main.py: a route for every name {"paths": ["/sw.js"]}
from fastapi import FastAPI
from fastapi.responses import FileResponse

app = FastAPI()


@app.get("/{name:path}")
def page(name: str):
    return FileResponse("frontend/dist/" + name)

# %% clean in app/main.py: no frontend {"paths": ["/sw.js"]}
from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

app = FastAPI()
app.mount("/uploads", StaticFiles(directory="uploads"))

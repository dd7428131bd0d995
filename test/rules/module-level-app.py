# %% flagged: made by the import
from flask import Flask

app = Flask(__name__)
#     ~~~~~ made when its module is imported

# %% fixed
from flask import Flask


def create_app() -> Flask:
    return Flask(__name__)

# %% flagged: of another framework, with a type
from fastapi import FastAPI

api: FastAPI = FastAPI(title="Shop")
#              ~~~~~~~ made when its module is imported

# %% fixed
from fastapi import FastAPI


def create_api() -> FastAPI:
    return FastAPI(title="Shop")

# %% clean: a factory, and a call of it
from flask import Flask


def create_app():
    app = Flask(__name__)
    return app


app = create_app()

# %% clean in tests/test_app.py: a test's own
from flask import Flask

app = Flask(__name__)

# %% clean: another's class of the name
from shop.toys import Flask

bottle = Flask()

# %% clean in run.py: only where the file is started
from flask import Flask

if __name__ == "__main__":
    app = Flask(__name__)
    app.run()

# %% flagged in app/main.py: set up at once, used by routes and elsewhere
from fastapi import FastAPI

from app.routes import router

app = FastAPI(
#     ~~~~~~~ made when its module is imported
    title="Shop",
)
app.include_router(router)
app.add_middleware(
    Timed,
    limit=3,
)


@app.get("/")
def index():
    return {}

# %% file app/__init__.py

# %% file app/routes.py
router = 1

# %% fixed
from fastapi import FastAPI

from app.routes import router


def create_app() -> FastAPI:
    app = FastAPI(
        title="Shop",
    )
    app.include_router(router)
    app.add_middleware(
        Timed,
        limit=3,
    )
    return app


app = create_app()


@app.get("/")
def index():
    return {}

# %% flagged: set up and started, and made in the middle
from flask import Flask

SIZE = 3
# the shop
app = Flask(__name__)
#     ~~~~~ made when its module is imported
app.config["SIZE"] = SIZE
app.register_blueprint(blue)
print(SIZE)

if __name__ == "__main__":
    app.run()

# %% fixed
from flask import Flask

SIZE = 3
# the shop
def create_app() -> Flask:
    app = Flask(__name__)
    app.config["SIZE"] = SIZE
    app.register_blueprint(blue)
    return app


app = create_app()
print(SIZE)

if __name__ == "__main__":
    app.run()

# %% flagged: with a comment, made twice, beside a factory
from flask import Flask

one = Flask("one")  # the first
#     ~~~~~ made when its module is imported

two = Flask("two")
#     ~~~~~ made when its module is imported
two = Flask("three")
#     ~~~~~ made when its module is imported

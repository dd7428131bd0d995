# %% flagged: made by the import
from flask import Flask

app = Flask(__name__)
#     ~~~~~ made when its module is imported

# %% flagged: of another framework, with a type
from fastapi import FastAPI

api: FastAPI = FastAPI(title="Shop")
#              ~~~~~~~ made when its module is imported

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

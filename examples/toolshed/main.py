"""The application."""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI, Request
from fastapi.middleware.cors import CORSMiddleware
from fastapi.responses import JSONResponse

from toolshed.database import Base, engine
from toolshed.routes import loans, tools

logger = logging.getLogger(__name__)


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    """Create the tables before the first request."""
    Base.metadata.create_all(engine)
    yield
    engine.dispose()


app = FastAPI(title="Toolshed", lifespan=lifespan)
app.add_middleware(
    CORSMiddleware,
    allow_origins=["*"],
    allow_credentials=True,
)
app.include_router(tools.router)
app.include_router(loans.router)


@app.exception_handler(Exception)
async def handle_unexpected_error(request: Request, error: Exception) -> JSONResponse:
    """Log what nobody expected and answer without its details."""
    logger.error("Unhandled error", exc_info=error, extra={"path": request.url.path})
    return JSONResponse(status_code=500, content={"detail": "Something went wrong"})

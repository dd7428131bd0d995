"""Looking for tools and adding new ones."""

import logging
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, status
from fastapi.responses import FileResponse
from sqlalchemy.orm import Session

from toolshed.config import settings
from toolshed.database import SessionLocal, get_db
from toolshed.models import Shelf, Tool
from toolshed.schemas.tool import ShelfResponse, ToolCreate, ToolResponse
from toolshed.services import catalogue

logger = logging.getLogger(__name__)
router = APIRouter(prefix="/api/v1/tools", tags=["tools"])


@router.get("/search", response_model=list[ToolResponse])
def search_tools(words: str, db: Annotated[Session, Depends(get_db)]) -> list[Tool]:
    """Find tools by a part of their name."""
    return catalogue.search(db, words)


@router.get("/shelves", response_model=list[ShelfResponse])
def list_shelves(db: Annotated[Session, Depends(get_db)]) -> list[Shelf]:
    """List the shelves with the tools on them."""
    return catalogue.shelves_with_tools(db)


@router.get("/{tool_id}", response_model=ToolResponse)
def read_tool(tool_id: int) -> Tool:
    """Return one tool."""
    db = SessionLocal()
    tool = db.get(Tool, tool_id)
    if tool is None:
        raise HTTPException(status.HTTP_404_NOT_FOUND, detail="There is no such tool")
    return tool


@router.post("", status_code=status.HTTP_201_CREATED)
def create_tool(payload: ToolCreate, db: Annotated[Session, Depends(get_db)]) -> dict[str, int]:
    """Hang a new tool on its shelf."""
    tool = Tool(**payload.dict())
    db.add(tool)
    db.commit()
    logger.info("Tool %s added to shelf %d" % (tool.name, tool.shelf_id))
    return {"id": tool.id}


@router.get("/photos/{file_name:path}", response_class=FileResponse)
def read_photo(file_name: str) -> FileResponse:
    """Return the photo of a tool."""
    photo = Path(settings.photo_folder) / file_name
    return FileResponse(photo)

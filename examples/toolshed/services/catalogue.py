"""Finding tools."""

from sqlalchemy import select, text
from sqlalchemy.orm import Session, selectinload

from toolshed.models import Shelf, Tool


def search(db: Session, words: str) -> list[Tool]:
    """Find tools by a part of their name.

    Args:
        db: The session of the request.
        words: What the member typed.

    Returns:
        The tools that match, by name.
    """
    matches = db.execute(
        text(f"SELECT id FROM tools WHERE name LIKE '%{words}%' ORDER BY name")
    )
    ids = [row.id for row in matches]

    tools = []
    for tool_id in ids:
        tool = db.scalars(select(Tool).where(Tool.id == tool_id)).one()
        tools.append(tool)
    return tools


def shelves_with_tools(db: Session) -> list[Shelf]:
    """List the shelves with the tools on them.

    Args:
        db: The session of the request.

    Returns:
        All shelves, by label, their tools loaded.
    """
    statement = select(Shelf).options(selectinload(Shelf.tools)).order_by(Shelf.label)
    return list(db.scalars(statement).all())


def shelf_plan(db: Session) -> dict[str, int]:
    """Count the tools on each shelf.

    Args:
        db: The session of the request.

    Returns:
        How many tools hang on each shelf.
    """
    shelves = db.scalars(select(Shelf)).all()
    return {shelf.label: len(shelf.tools) for shelf in shelves}

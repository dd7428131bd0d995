"""Tools and the shelves they hang on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from toolshed.database import Base

if TYPE_CHECKING:
    from toolshed.models.loan import Loan


class Shelf(Base):
    """A shelf in the shed."""

    __tablename__ = "shelves"

    id: Mapped[int] = mapped_column(primary_key=True)
    label: Mapped[str] = mapped_column(String(20), unique=True)

    tools: Mapped[list[Tool]] = relationship(back_populates="shelf")


class Tool(Base):
    """One tool that can be borrowed."""

    __tablename__ = "tools"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(120), index=True)
    photo: Mapped[str | None] = mapped_column(String(200))
    shelf_id: Mapped[int] = mapped_column(ForeignKey("shelves.id"), index=True)

    shelf: Mapped[Shelf] = relationship(back_populates="tools")
    loans: Mapped[list[Loan]] = relationship(back_populates="tool")

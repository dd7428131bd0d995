"""The people who borrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from toolshed.database import Base

if TYPE_CHECKING:
    from toolshed.models.loan import Loan


class Member(Base):
    """A neighbour with a membership."""

    __tablename__ = "members"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(120))
    email: Mapped[str] = mapped_column(String(254), unique=True)

    loans: Mapped[list[Loan]] = relationship(back_populates="member")

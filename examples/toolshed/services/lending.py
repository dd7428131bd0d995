"""The rules of borrowing."""

import logging
from datetime import UTC, datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from toolshed.constants import LENDING
from toolshed.errors import MemberNotFoundError, ToolNotFoundError, TooManyLoansError
from toolshed.models import Loan, Member, Tool

logger = logging.getLogger(__name__)


def borrow(db: Session, tool_id: int, member_id: int) -> Loan:
    """Lend a tool to a member.

    Args:
        db: The session of the request.
        tool_id: Which tool.
        member_id: To whom.

    Returns:
        The new loan.

    Raises:
        ToolNotFoundError: There is no such tool.
        MemberNotFoundError: There is no such member.
        TooManyLoansError: The member has enough at home.
    """
    if db.get(Tool, tool_id) is None:
        raise ToolNotFoundError(tool_id)
    if db.get(Member, member_id) is None:
        raise MemberNotFoundError(member_id)
    if open_loans(db, member_id) >= LENDING.MAX_OPEN_LOANS:
        raise TooManyLoansError(member_id)

    loan = Loan(
        tool_id=tool_id,
        member_id=member_id,
        due_at=datetime.utcnow() + timedelta(days=LENDING.LOAN_DAYS),
    )
    db.add(loan)
    db.commit()
    logger.info(f"Tool {tool_id} lent to member {member_id}")
    return loan


def take_back(db: Session, loan: Loan) -> Loan:
    """Take a tool back.

    Args:
        db: The session of the request.
        loan: What comes back.

    Returns:
        The loan, now closed.
    """
    loan.returned_at = datetime.now(UTC)
    db.commit()
    logger.info("Loan returned", extra={"loan_id": loan.id})
    return loan


def open_loans(db: Session, member_id: int) -> int:
    """Count what a member has at home.

    Args:
        db: The session of the request.
        member_id: Whose loans.

    Returns:
        How many tools the member has not brought back.
    """
    statement = select(func.count()).where(Loan.member_id == member_id, Loan.returned_at.is_(None))
    return db.scalar(statement) or 0


def lateFee(loan, today: datetime) -> int:
    days = (today - loan.due_at).days
    return max(days, 0)

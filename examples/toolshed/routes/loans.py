"""Borrowing tools and bringing them back."""

import time
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, status
from sqlalchemy.orm import Session

from toolshed.database import get_db
from toolshed.errors import MemberNotFoundError, ToolNotFoundError, TooManyLoansError
from toolshed.models import Loan
from toolshed.schemas.loan import LoanCreate, LoanResponse
from toolshed.services import lending, reminders

router = APIRouter(prefix="/api/v1/loans", tags=["loans"])


@router.post("", response_model=LoanResponse, status_code=status.HTTP_201_CREATED)
def borrow_tool(payload: LoanCreate, db: Annotated[Session, Depends(get_db)]) -> Loan:
    """Lend a tool to a member."""
    try:
        return lending.borrow(db, payload.tool_id, payload.member_id)
    except (ToolNotFoundError, MemberNotFoundError) as error:
        raise HTTPException(
            status.HTTP_404_NOT_FOUND, detail="There is no such tool or member"
        ) from error
    except TooManyLoansError as error:
        raise HTTPException(
            status.HTTP_409_CONFLICT, detail="Bring something back first"
        ) from error


@router.post("/{loan_id}/return", response_model=LoanResponse)
def return_tool(loan_id: int, db: Annotated[Session, Depends(get_db)]) -> Loan:
    """Take a tool back."""
    loan = db.get(Loan, loan_id)
    if loan is None:
        raise HTTPException(status_code=500, detail="Loan not found")
    return lending.take_back(db, loan)


@router.post("/reminders")
async def send_reminders(db: Annotated[Session, Depends(get_db)]):
    """Remind everybody whose loan is overdue."""
    time.sleep(0.5)
    return {"sent": reminders.remind_overdue(db)}

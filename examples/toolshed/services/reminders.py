"""Friendly mails about overdue tools."""

import smtplib
import logging
from datetime import UTC, datetime
from email.message import EmailMessage

from sqlalchemy import select
from sqlalchemy.orm import Session

from toolshed.constants import DELAYS
from toolshed.models import Loan

logger = logging.getLogger(__name__)


def remind_overdue(db: Session) -> int:
    """Write to everybody whose loan is overdue.

    Args:
        db: The session of the request.

    Returns:
        How many mails were sent.
    """
    now = datetime.now(UTC)
    loans = db.scalars(select(Loan).where(Loan.due_at < now, Loan.returned_at.is_(None))).all()
    sent = 0
    for loan in loans:
        if send_mail(loan.member.email, loan.tool.name):
            sent += 1
    print(f"{sent} reminders sent")
    return sent


def send_mail(address: str, tool_name: str) -> bool:
    """Send one reminder.

    Args:
        address: Where to.
        tool_name: What is overdue.

    Returns:
        Whether the mail server took it.
    """
    message = EmailMessage()
    message["To"] = address
    message["Subject"] = f"Please bring back: {tool_name}"
    message.set_content("Somebody is waiting for it. Thank you!")
    try:
        with smtplib.SMTP("localhost", timeout=10) as server:
            server.send_message(message)
    except Exception as error:
        logger.error(f"Mail to {address} failed: {error}")
        return False
    return True


def next_run(last_run: float) -> datetime:
    """Say when reminders go out again.

    Args:
        last_run: When they went out last, in seconds since 1970.

    Returns:
        The moment of the next run.
    """
    return datetime.fromtimestamp(last_run + DELAYS.REMINDER_INTERVAL)

"""The tables of the library."""

from toolshed.models.loan import Loan
from toolshed.models.member import Member
from toolshed.models.tool import Shelf, Tool

__all__ = ["Loan", "Member", "Shelf", "Tool"]

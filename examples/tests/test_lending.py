"""Borrowing and bringing back."""

from fastapi.testclient import TestClient
from sqlalchemy.orm import Session

from toolshed.services import lending


def test_a_loan_counts_until_it_is_returned(session: Session) -> None:
    """An open loan counts, a closed one does not."""
    loan = lending.borrow(session, tool_id=1, member_id=1)
    assert lending.open_loans(session, member_id=1) == 1

    lending.take_back(session, loan)
    assert lending.open_loans(session, member_id=1) == 0


def test_an_unknown_tool_cannot_be_borrowed(client: TestClient) -> None:
    """The answer says that something is not there."""
    response = client.post("/api/v1/loans", json={"tool_id": 99, "member_id": 1})

    assert response.status_code == 404


def test_tools_are_found_by_a_part_of_their_name(client: TestClient) -> None:
    """Members rarely type the whole name."""
    response = client.get("/api/v1/tools/search", params={"words": "level"})

    assert [tool["name"] for tool in response.json()] == ["Spirit level"]

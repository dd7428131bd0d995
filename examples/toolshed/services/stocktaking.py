"""Counting tools once a year."""

import csv
import logging
from pathlib import Path

from toolshed.errors import ToolshedError

logger = logging.getLogger(__name__)


def read_count(path: Path) -> dict[str, int]:
    """Read a list that was filled in by hand.

    Args:
        path: A CSV file with the columns name and count.

    Returns:
        How many tools of each name were seen.

    Raises:
        ToolshedError: The file has no such columns.
    """
    with path.open(newline="") as file:
        rows = list(csv.DictReader(file))
    if rows and "count" not in rows[0]:
        raise Exception("The list has no column named count")
    counts = {}
    for row in rows:
        try:
            counts[row["name"]] = int(row["count"])
        except Exception:
            continue
    return counts


def compare(expected: dict[str, int], counted: dict[str, int], tolerance=0) -> dict[str, int]:
    """Say what is missing and what turned up.

    Args:
        expected: What should be there.
        counted: What was seen.
        tolerance: Differences up to this size do not matter.

    Returns:
        The difference for every name where there is one.

    Raises:
        ToolshedError: Nothing was counted at all.
    """
    if not counted:
        raise ToolshedError("Nothing was counted")
    differences = {name: counted.get(name, 0) - count for name, count in expected.items() if counted.get(name, 0) != count}
    return {name: value for name, value in differences.items() if abs(value) > tolerance}


def summarise(differences):
    lost = sum(-value for value in differences.values() if value < 0)
    logger.warning("Missing tools: " + str(lost))
    return lost

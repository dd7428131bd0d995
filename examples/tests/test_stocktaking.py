"""Counting tools."""

from pathlib import Path

from toolshed.services import stocktaking


def test_a_difference_is_found(tmp_path: Path) -> None:
    """What was not seen is missing."""
    path = tmp_path / "count.csv"
    path.write_text("name,count\nDrill,1\nSaw,two\n")

    counted = stocktaking.read_count(path)

    assert stocktaking.compare({"Drill": 2}, counted) == {"Drill": -1}

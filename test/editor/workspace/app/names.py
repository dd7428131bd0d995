"""Reads names."""

from typing import Optional

# Type here


def first_word(text: str) -> Optional[str]:
    """Answers the first word."""
    try:
        return text.split()[0]
    except:
        return None

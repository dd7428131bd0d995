"""Reads port numbers."""


def read_port(text: str) -> int:
    """Answers the port, 0 where there is none."""
    try:
        return int(text)
    except:
        return 0

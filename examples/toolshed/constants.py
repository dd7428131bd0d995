"""Every number with a meaning, in one place."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Delays:
    """Pauses, in seconds."""

    PRINTER_WARM_UP: float = 30.0  # The label printer needs half a minute to heat
    REMINDER_INTERVAL: float = 3600.0  # How often overdue loans are looked for


@dataclass(frozen=True)
class Timeouts:
    """How long to wait for others, in seconds."""

    PRINTER: float = 20.0  # One label
    TERMINATE: float = 5.0  # A process that was asked to end


@dataclass(frozen=True)
class Lending:
    """The rules of the house."""

    MAX_OPEN_LOANS: int = 4  # Tools that one member may have at home
    LOAN_DAYS: int = 14  # Two weeks, as the poster by the door says


DELAYS = Delays()
TIMEOUTS = Timeouts()
LENDING = Lending()

# %% flagged: only in annotations
from __future__ import annotations

from decimal import Decimal
#                   ~~~~~~~
from pathlib import Path
#                   ~~~~


def size(path: Path, price: Decimal) -> int:
    return path.stat().st_size
# %% fixed
from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path
    from decimal import Decimal


def size(path: Path, price: Decimal) -> int:
    return path.stat().st_size

# %% clean: used at run time, by a model, and set apart already
from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import BaseModel

if TYPE_CHECKING:
    from uuid import UUID


class Boat(BaseModel):
    price: Decimal


def size(path: Path, id: UUID) -> Path:
    return Path(path)

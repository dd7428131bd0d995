# %% file app/tools/base.py
from abc import ABC, abstractmethod


class BaseTool(ABC):
    name: str
    formats: list[str]

    @abstractmethod
    async def run(self, data: bytes) -> bytes: ...

    @abstractmethod
    async def check(self, data: bytes) -> bool: ...
# %% flagged in app/tools/zip.py: parts of the contract that are missing {"base": "BaseTool", "suffix": "Tool", "folders": ["tools"], "attributes": ["name: str", "formats: list[str]"], "methods": ["async def run(self, data: bytes) -> bytes", "async def check(self, data: bytes) -> bool"]}
from app.tools.base import BaseTool


class ZipTool(BaseTool):
#     ~~~~~~~ `formats`
    """Packs."""

    name = "zip"

    async def run(self, data: bytes) -> bytes:
        return data


class TarTool(BaseTool):
#     ~~~~~~~ no async `run`
    name = "tar"
    formats = ["tar"]

    def run(self, data: bytes) -> bytes:
        return data

    async def check(self, data: bytes) -> bool:
        return True


class Baseline(BaseTool):
#     ~~~~~~~~ no async `run`
    name = "baseline"
    formats = ["csv"]

    def run(self, data: bytes) -> bytes:
        return data

    async def check(self, data: bytes) -> bool:
        return True


class LooseTool:
#     ~~~~~~~~~ does not inherit
    name = "loose"
    formats = []

    async def run(self, data: bytes) -> bytes:
        return data

    async def check(self, data: bytes) -> bool:
        return True
# %% fixed
from app.tools.base import BaseTool


class ZipTool(BaseTool):
    """Packs."""

    name = "zip"
    formats: list[str] = []

    async def run(self, data: bytes) -> bytes:
        return data

    async def check(self, data: bytes) -> bool:
        raise NotImplementedError


class TarTool(BaseTool):
    name = "tar"
    formats = ["tar"]

    async def run(self, data: bytes) -> bytes:
        return data

    async def check(self, data: bytes) -> bool:
        return True


class Baseline(BaseTool):
    name = "baseline"
    formats = ["csv"]

    async def run(self, data: bytes) -> bytes:
        return data

    async def check(self, data: bytes) -> bool:
        return True


class LooseTool(BaseTool):
    name = "loose"
    formats = []

    async def run(self, data: bytes) -> bytes:
        return data

    async def check(self, data: bytes) -> bool:
        return True

# %% flagged in app/tools/zip.py: registered nowhere {"base": "BaseTool", "registered": true}
from app.tools.base import BaseTool


class ZipTool(BaseTool):
#     ~~~~~~~ registered nowhere
    name = "zip"
# %% clean in app/tools/zip.py: whole plugins, what is between, what is none {"base": "BaseTool", "suffix": "Tool", "folders": ["tools"], "attributes": ["name: str", "formats: list[str]"], "methods": ["async def run(self, data: bytes) -> bytes", "async def check(self, data: bytes) -> bool"], "registered": true}
from abc import abstractmethod
from dataclasses import dataclass

from app.tools.base import BaseTool


class ArchiveTool(BaseTool):
    formats = ["zip"]

    @abstractmethod
    async def pack(self): ...

    async def check(self, data: bytes) -> bool:
        return True


class ZipTool(ArchiveTool):
    def __init__(self):
        self.name = "zip"

    async def run(self, data: bytes) -> bytes:
        return data


class TarTool(BaseTool):
    @property
    def name(self):
        return "tar"

    formats = []

    async def run(self, data: bytes) -> bytes:
        return data

    async def check(self, data: bytes) -> bool:
        return True


class ToolError(Exception):
    pass


@dataclass
class ToolOptions:
    level: int


TOOLS = {"zip": ZipTool, "tar": TarTool}

# %% flagged in app/tools/gap.py: stubs bring what their annotations need {"base": "BaseTool", "suffix": "Tool", "folders": ["tools"], "methods": ["async def run(self, data: Any, options: Dict) -> Any", "async def check(self, data: bytes) -> bool"]}
class Mixin:
    pass


class GapTool(Mixin):
#     ~~~~~~~ does not inherit
    async def check(self, data: bytes) -> bool:
        return True
# %% fixed
from typing import Any, Dict


from app.tools.base import BaseTool


class Mixin:
    pass


class GapTool(BaseTool, Mixin):
    async def check(self, data: bytes) -> bool:
        return True

    async def run(self, data: Any, options: Dict) -> Any:
        raise NotImplementedError

# %% flagged in app/tools/bare.py: a guide that names the parts, whose parameters the class in the workspace tells {"base": "BaseTool", "suffix": "Tool", "folders": ["tools"], "attributes": ["name"], "methods": ["async def run(self)"]}
from app.tools.base import BaseTool


class BareTool(BaseTool):
#     ~~~~~~~~ does not define `name`, and does not implement `run`
    level = 3

    async def check(self, data: bytes) -> bool:
        return True
# %% fixed
from app.tools.base import BaseTool


class BareTool(BaseTool):
    level = 3
    name: str = ""

    async def check(self, data: bytes) -> bool:
        return True

    async def run(self, data: bytes) -> bytes:
        raise NotImplementedError

# %% flagged in app/tools/tar.py: the base, although attributes are asked for as well {"base": "BaseTool", "suffix": "Tool", "folders": ["tools"], "attributes": ["name: str"], "inherits": true}
class TarTool:
#     ~~~~~~~ does not inherit
    name = "tar"

    async def run(self, data: bytes) -> bytes:
        return data

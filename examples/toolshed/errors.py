"""What can go wrong in the library."""


class ToolshedError(Exception):
    """Anything that the library itself refuses to do."""


class ToolNotFoundError(ToolshedError):
    """There is no tool with that number."""


class MemberNotFoundError(ToolshedError):
    """There is no member with that number."""


class TooManyLoansError(ToolshedError):
    """The member already has as many tools as the house allows."""

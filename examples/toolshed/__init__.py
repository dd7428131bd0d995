"""A lending library for tools."""

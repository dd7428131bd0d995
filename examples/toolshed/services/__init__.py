"""What the library does, without a word about HTTP."""

"""Gives memory that is no longer used back to the system: less is held, and less of the last visitor lies about."""

import ctypes


def give_back() -> None:
    """A few milliseconds on Linux with glibc; nothing elsewhere."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)

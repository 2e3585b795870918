"""Gives memory that is no longer used back to the system: less is held, and less of the last visitor lies about."""

import ctypes

M_MMAP_THRESHOLD = -3
"""malloc.h of glibc, mallopt(3)."""
LARGE = 64 * 1024


def give_back() -> None:
    """A few milliseconds on Linux with glibc; nothing elsewhere."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)


def return_large_blocks() -> None:
    """From now on blocks of 64 KiB and more go back to the system as soon as they are freed, on Linux with glibc.

    Such blocks are what frames are made of by a software renderer; else a hole stays after each.
    """
    option = getattr(ctypes.CDLL(None), "mallopt", None)
    if option is not None:
        option(M_MMAP_THRESHOLD, LARGE)

"""Large blocks of memory come from the system one by one, and go back when they are freed (glibc)."""

import ctypes
from collections.abc import Iterator

import pytest

from kiosk.widgets.memory import LARGE, return_large_blocks

COUNT = 400
"""25 MiB, never touched: more than the heap has left over from before, which is used up first."""


class Counted(ctypes.Structure):
    """`struct mallinfo2`, mallinfo(3)."""

    _fields_ = tuple(
        (name, ctypes.c_size_t)
        for name in ("arena", "ordblks", "smblks", "hblks", "hblkhd", "usmblks", "fsmblks", "used", "free", "top")
    )


@pytest.fixture
def libc() -> Iterator[ctypes.CDLL]:
    libc = ctypes.CDLL(None)
    if not hasattr(libc, "mallinfo2"):
        pytest.skip("no glibc of 2.33 or newer")
    libc.malloc.restype, libc.malloc.argtypes, libc.free.argtypes = (
        ctypes.c_void_p,
        [ctypes.c_size_t],
        [ctypes.c_void_p],
    )
    libc.mallinfo2.restype = Counted
    return_large_blocks()
    yield libc


def test_large_blocks_are_mappings_of_their_own_while_they_are_used(libc: ctypes.CDLL) -> None:
    before = libc.mallinfo2().hblks
    blocks = [libc.malloc(LARGE) for _ in range(COUNT)]
    during = libc.mallinfo2().hblks
    for block in blocks:
        libc.free(block)
    assert during - before > COUNT / 2
    assert libc.mallinfo2().hblks == before


def test_small_blocks_are_not(libc: ctypes.CDLL) -> None:
    before = libc.mallinfo2().hblks
    blocks = [libc.malloc(LARGE // 4) for _ in range(COUNT)]
    during = libc.mallinfo2().hblks
    for block in blocks:
        libc.free(block)
    assert during == before

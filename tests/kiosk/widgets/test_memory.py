"""Large blocks of memory come from the system one by one, and go back when they are freed (glibc)."""

import ctypes
import subprocess
import sys

import pytest

from kiosk.widgets.memory import LARGE

COUNT = 400
"""25 MiB: more than the heap of a fresh process has left over, which is used up first."""
PROBE = """
import ctypes
from kiosk.widgets.memory import return_large_blocks

class Counted(ctypes.Structure):  # struct mallinfo2, mallinfo(3)
    _fields_ = [(n, ctypes.c_size_t) for n in "arena ordblks smblks hblks hblkhd usmblks fsmblks used free top".split()]

libc = ctypes.CDLL(None)
libc.malloc.restype, libc.malloc.argtypes, libc.free.argtypes = ctypes.c_void_p, [ctypes.c_size_t], [ctypes.c_void_p]
libc.mallinfo2.restype = Counted
return_large_blocks()
before = libc.mallinfo2().hblks
blocks = [libc.malloc({size}) for _ in range({count})]
during = libc.mallinfo2().hblks
for block in blocks:
    libc.free(block)
print(during - before, libc.mallinfo2().hblks - before)
"""


def mappings(size: int) -> tuple[int, int]:
    """How many more there are while so many blocks are used, and afterwards; in a process of its own."""
    if not hasattr(ctypes.CDLL(None), "mallinfo2"):
        pytest.skip("no glibc of 2.33 or newer")
    command = [sys.executable, "-c", PROBE.format(size=size, count=COUNT)]
    during, after = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    return int(during), int(after)


def test_large_blocks_are_mappings_of_their_own_while_they_are_used() -> None:
    during, after = mappings(LARGE)
    assert during > COUNT / 2
    assert after == 0


def test_small_blocks_are_not() -> None:
    assert mappings(LARGE // 4)[0] == 0

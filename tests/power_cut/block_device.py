"""A disk in memory whose power can be cut: `python -m tests.power_cut.block_device MOUNT SEED`.

A filesystem in user space (FUSE) with one file, `disk.img`. What is written to it counts as kept only after a flush;
of later writes a crash image has none, the first few, a torn part (sectors of 512 bytes) or all, as chance (the seed)
will have it: a real disk promises no more.

Standard input: `cut AFTER PATH` = take an image at the AFTERth write from now on. It answers `cut`, and serves nothing
before it reads `go`: whoever notes in between what was acknowledged knows what must be on the image. `now PATH` = at
once; answers `cut`.
"""

import stat
import sys
import threading
from pathlib import Path
from queue import Empty, SimpleQueue
from random import Random
from typing import Any

import mfusepy  # type: ignore[import-untyped, unused-ignore]

from tests.power_cut.answers import DISK, PATIENCE_SECONDS, say

DISK_BYTES = 32 << 20
SECTOR = 512


class Platter:
    """What is written, what of it is flushed, and what a power cut leaves of it."""

    def __init__(self, size: int, chance: Random) -> None:
        self.now, self._kept, self._chance = bytearray(size), bytearray(size), chance
        self._later: list[tuple[int, bytes]] = []
        """Writes since the last flush."""

    def write(self, offset: int, data: bytes) -> None:
        """In the disk's cache."""
        self.now[offset : offset + len(data)] = data
        self._later.append((offset, data))

    def flush(self) -> None:
        """On the disk."""
        for offset, data in self._later:
            self._kept[offset : offset + len(data)] = data
        self._later.clear()

    def after_power_cut(self) -> bytearray:
        """One of the states in which the disk may be found."""
        image, writes = bytearray(self._kept), self._later
        fate = self._chance.choice(("none", "first", "torn", "all"))
        if fate == "first":
            writes = writes[: self._chance.randint(0, len(writes))]
        for offset, data in writes if fate != "none" else ():
            for start in range(0, len(data), SECTOR):
                if fate != "torn" or self._chance.random() < 0.5:
                    sector = data[start : start + SECTOR]
                    image[offset + start : offset + start + len(sector)] = sector
        return image


class Disk(mfusepy.Operations):  # type: ignore[misc, unused-ignore]
    """The one file. Called by one thread; another listens."""

    use_ns = True

    def __init__(self, seed: int) -> None:
        self.platter = Platter(DISK_BYTES, Random(seed))
        self._wanted: SimpleQueue[tuple[int, Path]] = SimpleQueue()
        self._go: SimpleQueue[None] = SimpleQueue()
        self._inside = threading.Lock()
        self._countdown, self._path = 0, Path()
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        for line in sys.stdin:
            match line.split():
                case ["cut", after, path]:
                    self._wanted.put((int(after), Path(path)))
                case ["now", path]:
                    with self._inside:
                        self._cut(Path(path))
                case _:
                    self._go.put(None)

    def write(self, path: str, data: bytes, offset: int, fh: int) -> int:
        with self._inside:
            self.platter.write(offset, bytes(data))
            self._perhaps_cut()
        return len(data)

    def _perhaps_cut(self) -> None:
        if self._countdown == 0:
            try:
                self._countdown, self._path = self._wanted.get_nowait()
            except Empty:
                return
        self._countdown -= 1
        if self._countdown == 0:
            self._cut(self._path)
            self._go.get(timeout=PATIENCE_SECONDS)

    def _cut(self, path: Path) -> None:
        path.write_bytes(self.platter.after_power_cut())
        say("cut")

    def fsync(self, path: str, datasync: int, fh: int) -> int:
        with self._inside:
            self.platter.flush()
        return 0

    def read(self, path: str, size: int, offset: int, fh: int) -> bytes:
        return bytes(self.platter.now[offset : offset + size])

    def getattr(self, path: str, fh: int | None = None) -> dict[str, Any]:
        if path == "/":
            return {"st_mode": stat.S_IFDIR | 0o700, "st_nlink": 2}
        return {"st_mode": stat.S_IFREG | 0o600, "st_nlink": 1, "st_size": DISK_BYTES}

    def readdir(self, path: str, fh: int) -> list[str]:
        return [".", "..", DISK]

    def open(self, path: str, flags: int) -> int:
        return 0

    def truncate(self, path: str, length: int, fh: int | None = None) -> int:
        return 0  # mkfs asks for the size it has

    def flush(self, path: str, fh: int) -> int:
        return 0  # a file is closed: that makes nothing durable

    def release(self, path: str, fh: int) -> int:
        return 0


if __name__ == "__main__":
    mfusepy.FUSE(Disk(int(sys.argv[2])), sys.argv[1], foreground=True, nothreads=True)

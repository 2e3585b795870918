"""A sound card behind a program that is called as `aplay` is: hears WAV in real time, can be missing and be unplugged.

Run as a program: `python sound_card.py FOLDER ARGUMENTS-OF-APLAY...`. The folder holds the levers (files `missing`,
`unplug`) and takes what was heard: one raw file a call, written as fast as a sound card would play it.
"""

import stat
import sys
import time
from pathlib import Path

RATE, HEADER = 22_050, 44
PIECE = 0.02
"""Seconds."""


def install(folder: Path) -> Path:
    """A program in `folder` to be called instead of aplay."""
    folder.mkdir(parents=True, exist_ok=True)
    program = folder / "aplay"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -S "{Path(__file__)}" "{folder}" "$@"\n')
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return program


def heard(folder: Path) -> list[bytes]:
    """Samples of every call, oldest first."""
    return [path.read_bytes() for path in sorted(folder.glob("heard-*.raw"))]


def main() -> int:
    """Play what comes in."""
    folder = Path(sys.argv[1])
    if (folder / "missing").exists():
        return 1
    with (folder / f"heard-{time.monotonic_ns():020}.raw").open("wb", buffering=0) as out:
        sys.stdin.buffer.read(HEADER)
        while piece := sys.stdin.buffer.read(2 * round(RATE * PIECE)):
            if (folder / "unplug").exists():
                return 1
            out.write(piece)
            time.sleep(PIECE)
    return 0


if __name__ == "__main__":
    sys.exit(main())

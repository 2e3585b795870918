"""The rig of the power cut: disk, file system and writer, and what is found on a crash image. Needs root and Linux."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Generator, Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path
from random import Random

import msgspec
from msgspec import Struct

from kiosk.pickup.reading import FILE
from kiosk.pickup.records import Record
from tests.kiosk.pickup.watched_terminal import Outside, kind
from tests.power_cut.answers import DISK, PATIENCE_SECONDS, Told
from tests.power_cut.writer import HELD

REPOSITORY = Path(__file__).resolve().parents[2]
MOST_WRITES_BETWEEN = 120
"""Of the disk, from one image to the next."""
FIRST_LINES = 120
"""What the writer says before the first image: documents lie in compartments then."""
MOUNTS = 1 << 21
"""CAP_SYS_ADMIN."""


def why_not() -> str:
    """What this machine lacks for it; "" = nothing."""
    if sys.platform != "linux" or os.geteuid() != 0 or not _capabilities() & MOUNTS:
        return "a power cut needs root on Linux, with the right to mount"
    for device in ("/dev/fuse", "/dev/loop-control"):
        if not Path(device).exists():
            return f"a power cut needs {device}"
    for tool in ("losetup", "mkfs.ext4", "mount", "umount"):
        if shutil.which(tool) is None:
            return f"a power cut needs {tool}"
    try:
        import mfusepy  # type: ignore[import-untyped, unused-ignore]  # noqa: F401
    except (ImportError, OSError) as fault:
        return f"a power cut needs mfusepy and libfuse: {fault}"
    return ""


def _capabilities() -> int:
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("CapEff:"):
            return int(line.split()[1], 16)
    return 0


class Image(Struct, frozen=True):
    """The disk as it was when the power went."""

    path: Path
    outside: Outside
    """What was acknowledged before."""


class Raw(Struct, frozen=True):
    """What SQLite alone finds in the file, asked on a copy."""

    integrity: str
    entries: Mapping[int, str]
    """Number -> kind."""


def ask(process: "subprocess.Popen[str]", line: str) -> None:
    """Over its standard input."""
    assert process.stdin is not None
    process.stdin.write(f"{line}\n")
    process.stdin.flush()


def run(*command: str | Path) -> None:
    """Raises with what it said."""
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, f"{command}: {done.stderr}"


@contextmanager
def mounted(image: Path, where: Path) -> Iterator[Path]:
    """As ext4; the kernel detaches the loop device when it is unmounted."""
    where.mkdir(exist_ok=True)
    run("mount", "-t", "ext4", "-o", "loop", image, where)
    try:
        yield where
    finally:
        run("umount", where)


@contextmanager
def _disk(mount: Path, seed: int) -> Iterator["tuple[subprocess.Popen[str], Told]"]:
    """The disk with power."""
    mount.mkdir()
    process = _started("tests.power_cut.block_device", mount, seed)
    try:
        said = Told(process)
        tries = 10 * PATIENCE_SECONDS
        while not mount.is_mount() and process.poll() is None and tries:
            tries -= 1
            with suppress(subprocess.TimeoutExpired):
                process.wait(0.1)
        assert mount.is_mount(), "the disk did not come up"
        yield process, said
    finally:
        if mount.is_mount():
            subprocess.run(["umount", "--lazy", mount], check=False)
        _end(process)


def _started(module: str, *arguments: object) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", module, *map(str, arguments)],
        cwd=REPOSITORY,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def _end(process: "subprocess.Popen[str]") -> None:
    process.kill()
    process.wait(PATIENCE_SECONDS)
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            with suppress(OSError):
                stream.close()


def _let_go(disk: "subprocess.Popen[str]") -> None:
    """It serves the unmounting, even where an image was asked for and not taken."""
    with suppress(OSError):
        ask(disk, "go")


def images(folder: Path, *, count: int, seed: int, synchronous: str) -> Generator[Image, None, None]:
    """Cut the power `count` times while documents come and go: in turn at any write, and just when a pulse leaves.

    An image is removed when the next is asked for. Close it: that ends processes and unmounts.
    """
    chance = Random(seed)
    with ExitStack() as rig:
        disk, answers = rig.enter_context(_disk(folder / "fuse", seed))
        run("mkfs.ext4", "-q", "-F", "-b", "4096", folder / "fuse" / DISK)
        place = rig.enter_context(mounted(folder / "fuse" / DISK, folder / "live"))
        writer = _started("tests.power_cut.writer", place / "state", synchronous)
        rig.callback(_let_go, disk)
        rig.callback(_end, writer)
        told = Told(writer)
        told.wait_for(lambda lines: len(lines) >= FIRST_LINES)
        for number in range(1, count + 1):
            path = folder / "crash.img"
            at_a_pulse = number % 2 == 0
            if at_a_pulse:
                ask(writer, "hold")
                told.wait_for(lambda lines, holds=number // 2: lines.count(HELD) == holds)  # type: ignore[misc]
                ask(disk, f"now {path}")
            else:
                ask(disk, f"cut {chance.randint(1, MOST_WRITES_BETWEEN)} {path}")
            answers.wait_for(lambda lines, cuts=number: len(lines) >= cuts)  # type: ignore[misc]
            outside = Outside.of(line for line in told.so_far() if line != HELD)
            ask(writer if at_a_pulse else disk, "go")
            yield Image(path, outside)
            path.unlink()


def raw(state: Path, copy: Path) -> Raw:
    """Look into a copy, so that what was found stays as it is."""
    shutil.copytree(state, copy)
    try:
        with closing(sqlite3.connect(copy / FILE)) as connection:
            (integrity,) = connection.execute("PRAGMA integrity_check").fetchone()
            rows = connection.execute("SELECT seq, record FROM entry").fetchall()
    finally:
        shutil.rmtree(copy)
    return Raw(integrity, {seq: kind(msgspec.json.decode(record, type=Record)) for seq, record in rows})

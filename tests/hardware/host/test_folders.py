"""Atomic writes, among them one that is killed at each of its system calls."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from hardware.host.folders import write_atomically

DIE_AT = """
import os, sys
from pathlib import Path

step, when, target = int(sys.argv[1]), sys.argv[2], Path(sys.argv[3])
count = 0

def dying(call):
    def wrapped(*args, **kwargs):
        global count
        count += 1
        if count == step and when == "before":
            os._exit(9)
        result = call(*args, **kwargs)
        if count == step and when == "after":
            os._exit(9)
        return result
    return wrapped

import hardware.host.folders as folders
os.open, os.fsync, os.rename, os.replace = map(dying, (os.open, os.fsync, os.rename, os.replace))
folders.write_atomically(target, b"new" * 100_000)
sys.stdout.write("whole")
"""
"""Counts open(draft), fsync(draft), replace, open(folder), fsync(folder)."""


def test_writes_and_replaces(tmp_path: Path) -> None:
    target = tmp_path / "content.json"
    write_atomically(target, b"one")
    write_atomically(target, b"two")
    assert target.read_bytes() == b"two"
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert [entry.name for entry in tmp_path.iterdir()] == ["content.json"]


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("step", range(1, 6))
def test_killed_at_every_step_leaves_old_or_new(tmp_path: Path, step: int, when: str) -> None:
    target = tmp_path / "content.json"
    target.write_bytes(b"old")
    done = subprocess.run(
        [sys.executable, "-c", DIE_AT, str(step), when, str(target)], capture_output=True, check=False
    )
    assert done.returncode == 9, done.stderr.decode()
    replaced = step > 3 or (step, when) == (3, "after")
    assert target.read_bytes() == (b"new" * 100_000 if replaced else b"old")
    write_atomically(target, b"next")
    assert target.read_bytes() == b"next"
    assert [entry.name for entry in tmp_path.iterdir()] == ["content.json"], "the crash left something behind"


def test_the_killed_program_has_exactly_those_steps(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", DIE_AT, "6", "before", str(tmp_path / "x")], capture_output=True, check=True
    )
    assert done.stdout == b"whole"


def test_bytes_reach_the_disk_before_the_name_and_the_folder_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []
    fsync, replace = os.fsync, os.replace

    def watched_fsync(descriptor: int) -> None:
        order.append("folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "bytes")
        fsync(descriptor)

    def watched_replace(source: str, target: str) -> None:
        order.append("name")
        replace(source, target)

    monkeypatch.setattr(os, "fsync", watched_fsync)
    monkeypatch.setattr(os, "replace", watched_replace)
    write_atomically(tmp_path / "x", b"y")
    assert order == ["bytes", "name", "folder"]


def test_a_full_disk_leaves_the_old_file_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "content.json"
    target.write_bytes(b"old")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_atomically(target, b"new")
    assert target.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["content.json"]


def test_a_planted_link_is_not_followed(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("mine")
    (tmp_path / ".x.new").symlink_to(victim)
    with pytest.raises(OSError, match="symbolic"):
        write_atomically(tmp_path / "x", b"y")
    assert victim.read_text() == "mine"

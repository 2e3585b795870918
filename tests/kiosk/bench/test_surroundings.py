"""A measured kiosk really has the bus and the voice that the numbers are said to be with."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from hardware.audio import espeak
from hardware.audio.settings import SpeechSettings
from kiosk.bench import command, surroundings
from kiosk.bench.command import PARTS, against_bare_window, probe

SMALL = (600, 960)


def test_the_bus_is_a_private_one_and_goes_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if shutil.which("dbus-daemon") is None:
        pytest.skip("dbus-daemon is not installed")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nobody/here")
    with surroundings.surroundings(tmp_path) as around:
        address = around["DBUS_SESSION_BUS_ADDRESS"]
        assert address.startswith("unix:")
        assert "/nobody/here" not in address
        folder = Path(around["XDG_RUNTIME_DIR"])
        assert folder.is_dir()
    assert not folder.exists()


def test_without_the_program_there_is_no_bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nobody/here")
    monkeypatch.setenv("PATH", str(tmp_path))
    with surroundings.surroundings(tmp_path) as around:
        assert "DBUS_SESSION_BUS_ADDRESS" not in around


def test_a_part_counts_as_on_only_if_it_was_in_every_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kiosks = iter(({}, {"bridge": True, "speech": True}, {"bridge": False, "speech": True}))
    seen: list[Mapping[str, str]] = []

    def measure(kind: str, *arguments: object) -> dict[str, float]:
        seen.append(arguments[-1])  # type: ignore[arg-type]  # the environment comes last
        numbers = {"start_s": 1.0, "frame_ms": 1.0, "idle_cpu": 1.0, "memory_mib": 3.0}
        return numbers | next(kiosks) if kind == "kiosk" else numbers | {"memory_mib": 2.0}

    monkeypatch.setattr(command, "probe", measure)
    results, parts = against_bare_window(tmp_path, *SMALL, runs=2, idle_seconds=0, frames=1)
    assert parts == {"bridge": False, "speech": True}
    assert results["memory"].ratio == 1.5
    assert all(around is seen[0] for around in seen)


@pytest.mark.long
def test_what_is_on_depends_on_what_is_there(tmp_path: Path) -> None:
    """Two real processes: one in the surroundings of the bench, one where no program of speech and no bus is found."""
    pytest.importorskip("accesskit")
    if shutil.which("dbus-daemon") is None or not espeak.installed(SpeechSettings()):
        pytest.skip("dbus-daemon or espeak-ng is not installed")
    with surroundings.surroundings(tmp_path) as around:
        rich = probe("kiosk", tmp_path, *SMALL, 0.1, 2, around)
    poor = probe("kiosk", tmp_path, *SMALL, 0.1, 2, _nothing(tmp_path))
    assert {part: (rich[part], poor[part]) for part in PARTS} == dict.fromkeys(PARTS, (True, False))
    assert rich["memory_mib"] > 0 < rich["start_s"]


def _nothing(folder: Path) -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("DBUS_", "XDG_"))}
    return kept | {"PATH": str(folder), "XDG_RUNTIME_DIR": str(folder)}

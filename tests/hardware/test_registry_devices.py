"""Every driver of speech and keypad that is named can be built and opens nothing; the settings know the same names."""

import subprocess
import sys
import threading
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest

from hardware.audio.settings import SpeechSettings
from hardware.host.clock import FakeClock
from hardware.keypad.settings import KeypadSettings
from hardware.registry import DRIVERS, build

CLOCK = FakeClock(datetime(2026, 11, 24, tzinfo=UTC))
KINDS: dict[str, Any] = {"speech": SpeechSettings, "keypad": KeypadSettings}


@pytest.mark.parametrize(("kind", "driver"), [(kind, driver) for kind in KINDS for driver in DRIVERS[kind]])
def test_every_driver_is_built_and_opens_nothing(kind: Any, driver: str) -> None:
    build(kind, KINDS[kind](driver=driver), clock=CLOCK).close()  # its libraries are loaded by now
    before = opened()
    device: Any = build(kind, KINDS[kind](driver=driver), clock=CLOCK)
    assert opened() == before
    device.close()
    assert opened() == before


def opened() -> tuple[dict[str, str], set[threading.Thread], set[int]]:
    """Files, sockets and ports with what they lead to; threads; child processes (Linux, proc(5))."""
    files = {}
    for number in Path("/proc/self/fd").iterdir():
        with suppress(FileNotFoundError):  # that of the listing itself
            files[number.name] = str(number.readlink())
    children = {int(child) for task in Path("/proc/self/task").iterdir() for child in _children(task)}
    return files, set(threading.enumerate()), children


def _children(task: Path) -> list[str]:
    with suppress(FileNotFoundError):  # a thread that ended this moment
        return (task / "children").read_text(encoding="ascii").split()
    return []


def test_what_is_opened_would_be_seen(tmp_path: Path) -> None:
    before = opened()
    with (tmp_path / "file").open("w"):
        assert opened()[0] != before[0]
    goes_on = threading.Event()
    thread = threading.Thread(target=goes_on.wait)
    thread.start()
    assert opened()[1] != before[1]
    goes_on.set()
    thread.join()
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as child:
        assert opened()[2] == before[2] | {child.pid}
    assert opened() == before


@pytest.mark.parametrize("kind", KINDS)
def test_the_settings_know_the_same_drivers(kind: str) -> None:
    assert set(get_args(get_type_hints(KINDS[kind])["driver"])) == set(DRIVERS[kind])

"""An input device on a pipe: split events, unplugging, and one that somebody else holds."""

import errno
import fcntl
import os
from pathlib import Path
from typing import Any

import pytest

from hardware.errors import HardwareError
from hardware.transport.input_device import InputDevice
from hardware.transport.input_events import EV_KEY, EVIOCGRAB, PRESSED, InputEvent, pack
from tests.emulators.keypad import KeypadEmulator

EVENT = InputEvent(EV_KEY, 30, PRESSED)


def test_events_in_pieces_and_the_end(tmp_path: Path) -> None:
    emulator, device = KeypadEmulator(tmp_path / "keys"), InputDevice(str(tmp_path / "keys"))
    device.open()
    assert device.read(0) == []
    emulator.send(pack(EVENT)[:5])
    assert device.read(10) == []
    emulator.send(pack(EVENT)[5:] + pack(EVENT))
    assert device.read(10) == [EVENT, EVENT]
    emulator.unplug()
    with pytest.raises(HardwareError) as fault:
        device.read(10)
    assert fault.value.code == "port.lost"
    device.close()
    device.close()


def test_one_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(HardwareError) as fault:
        InputDevice(str(tmp_path / "none")).open()
    assert fault.value.code == "port.missing"


@pytest.mark.parametrize(("number", "code"), [(errno.EBUSY, "port.busy"), (errno.ENODEV, "port.missing")])
def test_it_is_taken_alone_or_not_at_all(
    number: int, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[int, int]] = []

    def refuses(file: int, what: int, value: int) -> Any:
        asked.append((what, value))
        raise OSError(number, os.strerror(number))

    emulator = KeypadEmulator(tmp_path / "keys")
    monkeypatch.setattr(fcntl, "ioctl", refuses)
    before = len(list(Path("/proc/self/fd").iterdir()))
    with pytest.raises(HardwareError) as fault:
        InputDevice(str(tmp_path / "keys")).open()
    assert fault.value.code == code
    assert asked == [(EVIOCGRAB, 1)]
    assert len(list(Path("/proc/self/fd").iterdir())) == before
    emulator.close()

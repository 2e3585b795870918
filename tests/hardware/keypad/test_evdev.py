"""The keypad driver and what its wire may bring: pieces, noise, repeats, keys that mean nothing; and its settings."""

import queue
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.host.clock import SystemClock
from hardware.host.settings_file import SettingsError, describe, read_settings
from hardware.keypad.evdev import EvdevKeypad
from hardware.keypad.interface import Key
from hardware.keypad.keys import CODES, by_code
from hardware.keypad.settings import KeypadSettings
from hardware.transport.input_events import (
    EV_KEY,
    PRESSED,
    RELEASED,
    REPEATED,
    SIZE,
    SW_HEADPHONE_INSERT,
    InputEvent,
    Reassembler,
    pack,
    switch_on,
)
from tests.emulators.keypad import KeypadEmulator


@pytest.fixture
def wire(tmp_path: Path) -> Iterator[KeypadEmulator]:
    made = KeypadEmulator(tmp_path / "keypad")
    yield made
    made.close()


@pytest.fixture
def told(wire: KeypadEmulator, tmp_path: Path) -> "Iterator[queue.Queue[Key]]":
    keypad = EvdevKeypad(KeypadSettings(driver="evdev", device=tmp_path / "keypad"), clock=SystemClock())
    pressed: queue.Queue[Key] = queue.Queue()
    keypad.start(pressed.put)
    yield pressed
    keypad.close()


def test_a_held_key_counts_once(wire: KeypadEmulator, told: "queue.Queue[Key]") -> None:
    code = CODES["KEY_KPENTER"]
    wire.send(b"".join(pack(InputEvent(EV_KEY, code, value)) for value in (PRESSED, *[REPEATED] * 20, RELEASED)))
    wire.press("KEY_UP")
    assert [told.get(timeout=5), told.get(timeout=5)] == [Key.OK, Key.UP]


def test_events_in_pieces_and_keys_that_mean_nothing(wire: KeypadEmulator, told: "queue.Queue[Key]") -> None:
    for name in ("KEY_Q", "KEY_LEFT"):
        data = pack(InputEvent(EV_KEY, CODES[name], PRESSED))
        wire.send(data[:7])
        wire.send(data[7:])
    assert told.get(timeout=5) is Key.LEFT
    assert told.empty()


@given(st.lists(st.tuples(st.integers(0, 31), st.integers(0, 767), st.integers(-5, 5))), st.integers(1, 60))
def test_any_events_in_any_pieces_come_out_whole(events: list[tuple[int, int, int]], piece: int) -> None:
    wanted = [InputEvent(*event) for event in events]
    data = b"".join(pack(event) for event in wanted)
    assert len(data) == SIZE * len(wanted)
    reassembler = Reassembler()
    found = [one for start in range(0, len(data), piece) for one in reassembler.feed(data[start : start + piece])]
    assert found == wanted


def test_the_switch_of_the_jack_is_bit_two() -> None:
    assert switch_on(bytes([0b100, 0, 0, 0]), SW_HEADPHONE_INSERT)
    assert not switch_on(bytes([0b011, 0, 0, 0]), SW_HEADPHONE_INSERT)


def test_a_mapping_in_the_settings(tmp_path: Path) -> None:
    path = tmp_path / "keypad.toml"
    path.write_text('driver = "evdev"\nkeys = { KEY_F17 = "right", KEY_KPPLUS = "louder" }\n')
    read = read_settings(path, KeypadSettings)
    codes = by_code(read.keys)
    assert codes[CODES["KEY_F17"]] is Key.RIGHT
    assert codes[CODES["KEY_KPPLUS"]] is Key.LOUDER
    assert codes[CODES["KEY_KPMINUS"]] is Key.UP
    path.write_text('keys = { KEY_F71 = "right" }\n')
    with pytest.raises(SettingsError, match="did you mean `KEY_F"):
        read_settings(path, KeypadSettings)
    path.write_text('keys = { KEY_F17 = "rihgt" }\n')
    with pytest.raises(SettingsError, match="rihgt"):
        read_settings(path, KeypadSettings)
    assert "# keys = {}" in describe(KeypadSettings)


def test_the_names_of_keys_are_the_kernels() -> None:
    header = Path("/usr/include/linux/input-event-codes.h")
    if not header.is_file():
        pytest.skip("the kernel's headers are not installed")
    lines = [line.split() for line in header.read_text().splitlines() if line.startswith("#define")]
    kernel = {line[1]: int(line[2], 0) for line in lines if len(line) > 2 and line[2][:1].isdigit()}
    assert {name: kernel[name] for name in CODES} == CODES

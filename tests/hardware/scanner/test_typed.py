"""Codes that are typed: every letter of both layouts, half codes, missing events, keys that type nothing."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.scanner.codes import LONGEST
from hardware.scanner.layouts import DE, KEYPAD, LAYOUTS, POINT, US, Layout
from hardware.scanner.typed import QUIET_SECONDS, SYN_DROPPED, TypedCodes
from hardware.transport.input_events import EV_KEY, EV_SYN, PRESSED, RELEASED, REPEATED, InputEvent

SHIFT, RIGHT_SHIFT, ALT_GR, CTRL, CAPS, NUM, ENTER, KP_ENTER, SPACE = 42, 54, 100, 29, 58, 69, 28, 96, 57
SIGNS = {"dead_acute": "´", "dead_grave": "`", "dead_circumflex": "^", "EuroSign": "€"}
"""Names of the X window system that stand for no code point."""


def stroke(code: int, *held: int) -> list[InputEvent]:
    """One key while others are held."""
    around = [(one, PRESSED) for one in held], [(one, RELEASED) for one in held]
    strokes = [*around[0], (code, PRESSED), (code, RELEASED), *around[1]]
    return [InputEvent(EV_KEY, key, value) for key, value in strokes]


def strokes(text: str, layout: Layout) -> list[InputEvent]:
    """Keys for a text; after a dead key the blank that makes it type."""
    events: list[InputEvent] = []
    for letter in text:
        tables = ((layout.plain, ()), (layout.shifted, (SHIFT,)), (layout.alt_gr, (ALT_GR,)))
        key, held = next((key, held) for table, held in tables for key, typed in table.items() if typed == letter)
        events += stroke(key, *held)
        if letter in layout.dead:
            events += stroke(SPACE)
    return events


def typed(events: list[InputEvent], layout: Layout = US, now: float = 0.0) -> list[str]:
    return TypedCodes(layout).feed(events, now)


def letters(layout: Layout) -> str:
    return "".join(sorted({*layout.plain.values(), *layout.shifted.values(), *layout.alt_gr.values()}))


def test_every_printable_letter_of_ascii_can_be_typed() -> None:
    ascii_letters = {chr(code) for code in range(32, 127)}
    for layout in LAYOUTS.values():
        assert ascii_letters <= set(letters(layout))


@pytest.mark.parametrize("layout", [US, DE], ids=["us", "de"])
@given(data=st.data())
def test_any_text_that_can_be_typed_comes_out(layout: Layout, data: st.DataObject) -> None:
    text = data.draw(st.text(letters(layout), min_size=1, max_size=60))
    assert typed(strokes(text, layout) + stroke(ENTER), layout) == [text]


@pytest.mark.parametrize(("name", "layout"), [("us", US), ("de", DE)])
def test_the_layouts_are_those_of_the_x_window_system(name: str, layout: Layout, tmp_path: Path) -> None:
    if shutil.which("xkbcomp") is None:
        pytest.skip("xkbcomp is not installed (apt x11-xkb-utils)")
    from Xlib import XK

    parts = 'xkb_keycodes { include "evdev" }; xkb_types { include "complete" }; xkb_compat { include "complete" }'
    source = tmp_path / "keys.xkb"
    source.write_text(f'xkb_keymap {{ {parts}; xkb_symbols {{ include "pc+{name}" }}; }};')
    subprocess.run(["xkbcomp", "-w0", "-xkb", source, tmp_path / "out"], check=True, capture_output=True)
    compiled = (tmp_path / "out").read_text()
    codes = {key: int(code) - 8 for key, code in re.findall(r"(<\w+>) = (\d+);", compiled)}
    rows = re.findall(r"key (<\w+>) \{[^}]*?\[ ([^\]]+) \]", compiled)
    theirs = {codes[key]: [sign.strip() for sign in signs.split(",")] for key, signs in rows if key in codes}

    def letter(signs: list[str], level: int) -> str:
        sign = signs[level]
        return SIGNS.get(sign) or chr(XK.string_to_keysym(sign))

    for level, table in enumerate((layout.plain, layout.shifted, layout.alt_gr)):
        ours = {key: sign for key, sign in table.items() if key not in (*KEYPAD, POINT, SPACE)}
        assert ours == {key: letter(theirs[key], level) for key in ours}
        assert level or len(ours) == (47 if name == "us" else 48)


def test_both_shifts_and_both_enters_count() -> None:
    assert typed(stroke(30, SHIFT) + stroke(30, RIGHT_SHIFT) + stroke(30) + stroke(KP_ENTER)) == ["AAa"]


def test_digits_of_the_number_pad() -> None:
    keys = (NUM, 79, 80, 81, 75, 76, 77, 71, 72, 73, 82)
    assert typed([event for key in keys for event in stroke(key)] + stroke(ENTER)) == ["1234567890"]


@pytest.mark.parametrize("odd", [stroke(27, CTRL), stroke(CAPS), stroke(59), stroke(30, ALT_GR), stroke(86)])
def test_a_code_with_a_key_that_types_nothing_is_dropped_as_a_whole(odd: list[InputEvent]) -> None:
    events = stroke(2) + odd + stroke(3) + stroke(ENTER) + stroke(4) + stroke(ENTER)
    assert typed(events) == ["3"]


def test_a_held_key_types_once() -> None:
    events = [InputEvent(EV_KEY, 2, value) for value in (PRESSED, *[REPEATED] * 20, RELEASED)]
    assert typed(events + stroke(ENTER)) == ["1"]


def test_where_events_are_missing_the_code_is_dropped_and_no_shift_stays_held() -> None:
    lost = [InputEvent(EV_SYN, SYN_DROPPED, 0)]
    events = [InputEvent(EV_KEY, SHIFT, PRESSED), *stroke(2), *lost, *stroke(3), *stroke(ENTER)]
    assert typed(events + stroke(30) + stroke(ENTER)) == ["a"]


def test_half_a_code_is_forgotten() -> None:
    codes = TypedCodes(US)
    assert codes.feed(stroke(2), 5.0) == []
    assert codes.feed([], 5.0 + QUIET_SECONDS) == []
    assert codes.feed(stroke(3) + stroke(ENTER), 5.1 + QUIET_SECONDS) == ["2"]
    assert codes.feed(stroke(2), 9.0) == []
    assert codes.feed([], 9.0 + QUIET_SECONDS / 2) == []
    assert codes.feed(stroke(3) + stroke(ENTER), 9.0 + 9 * QUIET_SECONDS) == ["12"], "quiet is only what was heard so"


def test_another_device_starts_with_nothing_held() -> None:
    codes = TypedCodes(US)
    codes.feed([InputEvent(EV_KEY, SHIFT, PRESSED), *stroke(30)], 0.0)
    codes.clear()
    assert codes.feed(stroke(30) + stroke(ENTER), 0.0) == ["a"]


def test_keys_without_enter_are_not_collected_for_ever() -> None:
    codes = TypedCodes(US)
    codes.feed([event for _ in range(5 * LONGEST) for event in stroke(2)], 0.0)
    assert len(codes._letters) <= LONGEST + 1
    assert codes.feed(stroke(ENTER), 0.0) == []


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 255), st.integers(0, 2))))
def test_any_keys_make_it_fail_never(events: list[tuple[int, int, int]]) -> None:
    for code in typed([InputEvent(*event) for event in events], DE):
        assert code
        assert len(code) <= LONGEST + 1

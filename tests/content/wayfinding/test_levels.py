"""Levels as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.wayfinding.levels import parse_levels, written


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("0", (0,)),
        ("-0", (0,)),
        ("+2", (2,)),
        ("0;1", (0, 1)),
        ("1; 0 ;1", (0, 1)),
        ("-2;-1;0", (-2, -1, 0)),
        ("0-1", (0, 1)),
        ("-1-3", (-1, 0, 1, 2, 3)),
        ("-3--1", (-3, -2, -1)),
        ("3-1", (1, 2, 3)),
        ("0.5", (0.5,)),
        ("0,5", (0.5,)),
        ("0,1", (0, 1)),
        ("0.5-2", (0.5, 1, 2)),
        ("0..2", (0, 1, 2)),
        ("0|1", (0, 1)),
        ("0;", (0,)),
    ],
)
def test_what_people_write_is_understood(text: str, levels: tuple[float, ...]) -> None:
    assert parse_levels(text) == levels


@pytest.mark.parametrize("text", ["", ";", "EG", "0-", "1e9", "nan", "0-999", "٣;x", "--1", "1.2.3"])
def test_what_is_no_level_is_said_so(text: str) -> None:
    with pytest.raises(ValueError, match="level"):
        parse_levels(text)


@given(st.text(max_size=40) | st.text("0123456789-;,. ", max_size=20))
def test_any_text_gives_rising_levels_or_a_value_error(text: str) -> None:
    try:
        levels = parse_levels(text)
    except ValueError:
        return
    assert levels
    assert list(levels) == sorted(set(levels))


@given(st.lists(st.integers(-40, 400).map(lambda n: n / 4), min_size=1, unique=True))
def test_written_levels_are_read_again(levels: list[float]) -> None:
    assert parse_levels(";".join(map(written, levels))) == tuple(sorted(levels))

"""Which PINs are refused, and why."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.staff.rules import LEAST, MOST, why_not


@pytest.mark.parametrize(
    ("pin", "reason"),
    [
        ("12345", "6 digits at least"),
        ("1234567890123", "12 digits at most"),
        ("12 456", "digits only"),
        ("１２３４５６", "digits only"),
        ("", "6 digits at least"),
        ("111111", "different digits"),
        ("112211", "different digits"),
        ("123123", "repeats"),
        ("123321", "repeats"),
        ("123456", "counts"),
        ("987654", "counts"),
        ("890123", "counts"),
        ("135791", "counts"),
        ("147258", "keypad"),
        ("321654", "keypad"),
        ("241180", "date"),
        ("801124", "date"),
        ("24111980", "date"),
        ("19801124", "date"),
    ],
)
def test_what_is_tried_first_is_refused(pin: str, reason: str) -> None:
    assert reason in why_not(pin) or (reason == "6 digits at least" and why_not(pin) == "Use digits only.")


@pytest.mark.parametrize("pin", ["739415", "4097316", "583920147"])
def test_others_are_taken(pin: str) -> None:
    assert why_not(pin) == ""


@given(st.text())
def test_whatever_is_typed_gets_an_answer(pin: str) -> None:
    if not why_not(pin):
        assert LEAST <= len(pin) <= MOST
        assert set(pin) <= set("0123456789")
        assert len(set(pin)) > 2

"""Which PINs are allowed: six digits at least, and none that somebody tries first. Pure."""

from itertools import pairwise

LEAST, MOST = 6, 12
"""Digits."""
_YEARS = range(1900, 2101)
_ROWS = ("123", "456", "789", "147", "258", "369")
"""Rows and columns of the keypad."""


def why_not(pin: str) -> str:
    """Why a PIN cannot be used, as a sentence that says what to do instead; "" where it can."""
    if not (pin.isascii() and pin.isdecimal()):
        return "Use digits only."
    if len(pin) < LEAST:
        return f"Use {LEAST} digits at least."
    if len(pin) > MOST:
        return f"Use {MOST} digits at most."
    if len(set(pin)) < 3:
        return "It has too few different digits; use three at least."
    if _repeats(pin):
        return "It repeats itself; choose digits without a pattern."
    if _runs(pin):
        return "It counts up or down; choose digits without a pattern."
    if _keypad(pin):
        return "It follows the rows of the keypad; choose digits without a pattern."
    if _date(pin):
        return "It reads like a date; dates are tried first."
    return ""


def _repeats(pin: str) -> bool:
    """One part again and again ("121212", "123123"), or its mirror ("123321")."""
    half = len(pin) // 2
    again = any(len(pin) % n == 0 and pin[:n] * (len(pin) // n) == pin for n in range(1, half + 1))
    return again or pin == pin[::-1]


def _runs(pin: str) -> bool:
    """The same step between all digits: "123456", "987654", "135791", with 0 after 9."""
    steps = {(int(b) - int(a)) % 10 for a, b in pairwise(pin)}
    return len(steps) == 1


def _keypad(pin: str) -> bool:
    """Rows or columns one after the other, in either direction: "147258", "321654"."""
    if len(pin) % 3:
        return False
    known = {*_ROWS, *(row[::-1] for row in _ROWS)}
    return all(pin[i : i + 3] in known for i in range(0, len(pin), 3))


def _date(pin: str) -> bool:
    """TTMMJJ, JJMMTT, TTMMJJJJ, JJJJMMTT."""
    if len(pin) == 6:
        return _day_and_month(pin[0:2], pin[2:4]) or _day_and_month(pin[4:6], pin[2:4])
    if len(pin) == 8:
        forward = int(pin[4:]) in _YEARS and _day_and_month(pin[0:2], pin[2:4])
        return forward or (int(pin[:4]) in _YEARS and _day_and_month(pin[6:8], pin[4:6]))
    return False


def _day_and_month(day: str, month: str) -> bool:
    return 1 <= int(day) <= 31 and 1 <= int(month) <= 12

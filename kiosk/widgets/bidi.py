"""Which letters of a line run from right to left, and in which order its runs stand on the screen. Pure.

The Unicode Bidirectional Algorithm (UAX #9: W1 to W7, N0 to N2, I1, I2, L1, L2) without embeddings and isolates, whose
characters count as nothing. One rule of our own: a number with its unit, a date, a time or a telephone number is one
run from left to right, which plain UAX #9 would turn round ("€ 37,00", "555-0 07999").
"""

import re
from collections.abc import Sequence
from unicodedata import bidirectional

MARKS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Invisible marks of direction."""
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
NUMBER = re.compile(
    r"\+?\d+(?:[ /()-]+\d+)+"  # telephone
    r"|(?:[€$£] ?)?[+\u2212]?\d+(?:[.,:/'\u2019-]\d+)*"  # price, date, time, room
    r"(?:[ \u00a0\u202f]?[€$£%‰°]C?|[ \u00a0\u202f](?:km|cm|mm|m|kg|MB|EUR)\b)?"  # and its unit
)
"""What reads from left to right whatever stands around it."""
ARABIC_COMMA = re.compile("\u060c(?!\\d)")
"""Parts what is Arabic; to UAX #9 it is a comma within a number, and would join a name and a price around it."""
BRACKETS = {"(": ")", "[": "]", "{": "}"}
_STRONG = {"L": "L", "R": "R", "EN": "R", "AN": "R"}
"""What neutrals beside a class take it for."""


def is_rtl(text: str, mirrored: bool = False) -> bool:
    """Whether a paragraph runs from right to left: by its first strong letter.

    :param mirrored: the interface does; then one such letter is enough (a sentence that begins with a Latin name),
        and words without any letter follow the interface.
    """
    if RIGHT_TO_LEFT.search(text) is None:
        return mirrored and not any(bidirectional(letter) == "L" for letter in text)
    if mirrored:
        return True
    first = next((kind for kind in map(bidirectional, text) if kind in ("L", "R", "AL")), "L")
    return first != "L"


def levels(text: str, rtl: bool) -> list[int]:
    """The embedding level of every character of one line; odd levels run from right to left."""
    base = int(rtl)
    kinds = _classes(text)
    _weak(kinds, "R" if rtl else "L")
    _brackets(text, kinds, "R" if rtl else "L")
    _neutral(kinds, "R" if rtl else "L")
    deep = {"L": base + base % 2, "R": 1, "EN": 2, "AN": 2}
    found = [deep[kind] for kind in kinds]
    for index in range(len(text) - 1, -1, -1):  # L1: blanks at the end of the line
        if bidirectional(text[index]) not in ("WS", "BN"):
            break
        found[index] = base
    return found


def visual(runs: Sequence[int]) -> list[int]:
    """The order in which runs of these levels stand from left to right (L2)."""
    order = list(range(len(runs)))
    for level in range(max(runs, default=0), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and runs[order[end]] >= level:
                end += 1
            if end > start:
                order[start:end] = order[start:end][::-1]
            start = end + 1
    return order


def _classes(text: str) -> list[str]:
    kinds = ["BN" if MARKS.match(c) and c not in "\u200e\u200f" else bidirectional(c) or "L" for c in text]
    for found in ARABIC_COMMA.finditer(text):
        kinds[found.start()] = "AL"
    for found in NUMBER.finditer(text):
        for index in range(*found.span()):
            kinds[index] = "EN"
    return ["ON" if kind in ("B", "S", "WS", "BN") else kind for kind in kinds]


def _weak(kinds: list[str], start: str) -> None:
    """W1 to W7."""
    _weak_by_letters(kinds, start)
    for index in range(1, len(kinds) - 1):  # W4
        left, kind, right = kinds[index - 1 : index + 2]
        if left == right and ((left == "EN" and kind in ("ES", "CS")) or (left == "AN" and kind == "CS")):
            kinds[index] = left
    for first, end in _spans(kinds, ("ET",)):  # W5
        if "EN" in (kinds[first - 1 : first] + kinds[end : end + 1]):
            kinds[first:end] = ["EN"] * (end - first)
    strong = start
    for index, kind in enumerate(kinds):
        if kind in ("ES", "ET", "CS"):  # W6
            kinds[index] = "ON"
        elif kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":  # W7
            kinds[index] = "L"


def _weak_by_letters(kinds: list[str], start: str) -> None:
    """W1 to W3."""
    before, strong = start, start
    for index, kind in enumerate(kinds):
        if kind == "NSM":  # W1: a vowel mark goes with its letter
            kind = before
        before = kind
        if kind == "EN" and strong == "AL":  # W2
            kind = "AN"
        elif kind in ("L", "R", "AL"):
            strong = kind
        kinds[index] = kind
    kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]  # W3


def _brackets(text: str, kinds: list[str], base: str) -> None:
    """N0: a pair of brackets goes with what it holds."""
    for opening, closing in sorted(_pairs(text, kinds)):
        inside = {_STRONG[kind] for kind in kinds[opening + 1 : closing] if kind in _STRONG}
        if base in inside:
            kinds[opening] = kinds[closing] = base
        elif inside:
            other = "L" if base == "R" else "R"
            before = next((_STRONG[kind] for kind in reversed(kinds[:opening]) if kind in _STRONG), base)
            kinds[opening] = kinds[closing] = other if before == other else base


def _pairs(text: str, kinds: list[str]) -> list[tuple[int, int]]:
    pairs, open_ = [], []
    for index, letter in enumerate(text):
        if kinds[index] != "ON":
            continue
        if letter in BRACKETS:
            open_.append((BRACKETS[letter], index))
        elif letter in BRACKETS.values():
            for depth in range(len(open_) - 1, -1, -1):
                if open_[depth][0] == letter:
                    pairs.append((open_[depth][1], index))
                    del open_[depth:]
                    break
    return pairs


def _neutral(kinds: list[str], base: str) -> None:
    """N1 and N2."""
    for start, end in _spans(kinds, ("ON",)):
        left = _STRONG[kinds[start - 1]] if start else base
        right = _STRONG[kinds[end]] if end < len(kinds) else base
        kinds[start:end] = [left if left == right else base] * (end - start)


def _spans(kinds: Sequence[str], wanted: tuple[str, ...]) -> list[tuple[int, int]]:
    """Where the wanted classes stand side by side."""
    spans, start = [], None
    for index, kind in enumerate([*kinds, ""]):
        if kind in wanted and start is None:
            start = index
        elif kind not in wanted and start is not None:
            spans.append((start, index))
            start = None
    return spans

"""Rooms by their number as people type it: "1.07", "107", "Zimmer 1.07", "Raum 107", "1.0". Not by their names."""

import re
from collections.abc import Iterable, Sequence

from content.answers.analysis import words

ROOM_WORDS = frozenset(
    words("Zimmer Zi Raum room Büro office Nummer Nr number oda numara кабінет кімната номер غرفة الغرفة رقم")
)
SHORTEST = 3
"""Letters of "Zimmer" that say what is meant."""
LAST_PART = re.compile(r"\.0*(\d+)$")


def joined(ref: str) -> str:
    """A number without dots, folded: "U.05" is "u05"."""
    return "".join(words(ref))


class RoomNumbers:
    """Finds entries by number, whole or as far as it is typed."""

    def __init__(self, numbers: Iterable[str]) -> None:
        """:param numbers: one an entry, "" for none, as on the door."""
        self._rooms = sorted(
            (joined(ref), last[1] if (last := LAST_PART.search(ref)) else "", place)
            for place, ref in enumerate(numbers)
            if any(letter.isdigit() for letter in ref)
        )

    def find(self, typed: Sequence[str], *, unfinished: bool) -> list[int]:
        """Places of the entries in the order of their numbers: the very room alone, else the rooms that begin so.

        "Zimmer 7" finds 0.07, 1.07 and so on last.

        :param typed: folded words. Anything else than a number, with or without "Zimmer", finds nothing.
        """
        digits = [word for word in typed if word not in ROOM_WORDS]
        number = "".join(digits)
        if not (any(letter.isdigit() for letter in number) and len(digits) <= 2 and len(number) <= 12):
            return []
        exact = [place for ref, _, place in self._rooms if ref == number]
        if exact:
            return exact
        begun = [place for ref, _, place in self._rooms if unfinished and ref.startswith(number)]
        return begun + [
            place for _, last, place in self._rooms if last and last == number.lstrip("0") and place not in begun
        ]

    def all(self, typed: Sequence[str]) -> list[int]:
        """All rooms with a number where somebody has typed no more than "Zimmer", or begun to."""
        begun = len(typed) == 1 and len(typed[0]) >= SHORTEST and any(word.startswith(typed[0]) for word in ROOM_WORDS)
        return [place for _, _, place in self._rooms] if begun else []

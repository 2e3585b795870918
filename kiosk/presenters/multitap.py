"""Letters by digit keys: the same key again within a second gives its next letter. Pure; the time is handed in.

The letters are those of telephone keypads (ITU-T E.161), those of the own alphabet added; the digit comes last.
"""

from msgspec import Struct

AGAIN_SECONDS = 1.2
"""A press later than this begins a new letter. Longer than on telephones: the letter is being spoken."""

KEYS = "0123456789"


def _table(*letters: str) -> dict[str, str]:
    return dict(zip(KEYS, letters, strict=True))


LATIN = _table(" 0", ".-1", "abc", "def", "ghi", "jkl", "mno", "pqrs", "tuv", "wxyz")
GERMAN = {**LATIN, "2": "abcä", "6": "mnoö", "7": "pqrsß", "8": "tuvü"}
LETTERS: dict[str, dict[str, str]] = {
    "de": GERMAN,
    "de-simple": GERMAN,
    "en": LATIN,
    "tr": {**LATIN, "2": "abcç", "4": "gğhıi", "6": "mnoö", "7": "pqrsş", "8": "tuüv"},
    "uk": _table(" 0", ".-1", "абвгґ", "деєжз", "иіїйкл", "мноп", "рсту", "фхцч", "шщ", "ьюя"),
    "ar": _table(" 0", ".-1", "بتةث", "اأإآءؤئى", "سشصض", "دذرز", "جحخ", "نهوي", "فقكلم", "طظعغ"),
}


class Tapped(Struct, frozen=True):
    """What a press of a digit types."""

    sign: str
    instead: bool
    """True: the sign typed last goes first."""


class MultiTap(Struct, frozen=True):
    """What was pressed last."""

    key: str = ""
    turn: int = 0
    at: float = 0.0

    def press(self, key: str, now: float, language: str) -> "tuple[MultiTap, Tapped]":
        """:param key: "0" to "9".

        :param now: seconds of a clock that never goes back.
        """
        letters = LETTERS.get(language, LATIN)[key]
        letters = letters if key in letters else letters + key
        again = key == self.key and now - self.at <= AGAIN_SECONDS
        turn = (self.turn + 1) % len(letters) if again else 0
        return MultiTap(key, turn, now), Tapped(letters[turn], again)

"""A made-up language: German with accents, about 40 % longer and in brackets. What does not fit is seen at once."""

import re

_ACCENTS = str.maketrans("aceinouyACEINOUY", "áçéíñóúýÁÇÉÍÑÓÚÝ")
_PLACE = re.compile(r"(\{[^}]*\})")
LONGER = 0.4
"""Share of letters added."""


def pseudo(text: str) -> str:
    """The text as it would be in a long-winded language; its places stay as they are.

    Every word grows by its own share, so that lines break as they would in a real language.
    """
    parts = (part if _PLACE.fullmatch(part) else _words(part) for part in _PLACE.split(text))
    return f"[{''.join(parts)}]"


def _words(text: str) -> str:
    return re.sub(r"[^\W\d_]{2,}", lambda word: _longer(word[0]), text).translate(_ACCENTS)


def _longer(word: str) -> str:
    """Its vowels doubled from the left, then the last letter, until it is long enough."""
    missing = max(1, round(len(word) * LONGER))
    longer = ""
    for letter in word:
        double = missing > 0 and letter.lower() in "aeiouäöü"
        longer += letter + (letter.lower() if double else "")
        missing -= double
    return longer + word[-1] * missing

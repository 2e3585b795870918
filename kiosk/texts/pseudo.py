"""A made-up language: German with accents, about 40 % longer and in brackets. What does not fit is seen at once."""

import re

_ACCENTS = str.maketrans("aeiouAEIOU", "äéíöüÄÉÍÖÜ")
_PLACE_OR_WORD = re.compile(r"\{[^}]*\}|[^\W\d_]{2,}")
LONGER = 0.4
"""Share of letters added, the brackets among them."""


def pseudo(text: str) -> str:
    """The text as it would be in a long-winded language; its places stay as they are.

    Words grow each by its share, so that lines break as they would in a real language; without words nothing changes.
    """
    missing = -2.0  # the brackets
    made, end, worded = [], 0, False
    for found in _PLACE_OR_WORD.finditer(text):
        word = found[0]
        if not word.startswith("{"):
            worded = True
            missing += LONGER * len(word)
            more = max(0, round(missing))
            missing -= more
            word = _longer(word, more).translate(_ACCENTS)
        made += [text[end : found.start()], word]
        end = found.end()
    return f"[{''.join(made)}{text[end:]}]" if worded else text


def _longer(word: str, more: int) -> str:
    """Its vowels doubled from the left, then the last letter, until it has so many more."""
    longer = ""
    for letter in word:
        double = more > 0 and letter.lower() in "aeiouäöü"
        longer += letter + (letter.lower() if double else "")
        more -= double
    return longer + word[-1] * more

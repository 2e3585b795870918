"""Where a word may be broken, by Liang's algorithm over the patterns of the pyphen package.

pyphen itself would read all 66,000 German patterns into memory (half a second, 20 MB) for the one word a day that is
wider than its box; here the file is passed through once for that word (20 ms) and nothing but the answer is kept.
"""

import re
from functools import lru_cache
from itertools import pairwise

_HEADS = (b"#", b"%", b"LEFT", b"RIGHT", b"COMPOUND", b"ISO", b"UTF")
_DIGITS = b"0123456789"
LIKE = {"pseudo": "de"}
"""The made-up language is made of German."""


def forget() -> None:
    """Keep no word."""
    places.cache_clear()


@lru_cache(maxsize=64)
def places(word: str, language: str) -> tuple[int, ...]:
    """Positions in `word` before which a hyphen may stand; none for a language without patterns."""
    framed = f".{word.lower()}."
    points = [0] * (len(framed) + 1)
    found = _patterns(framed, language)
    for start in range(len(framed)):
        for end in range(start + 1, len(framed) + 1):
            for offset, value in enumerate(found.get(framed[start:end], ())):
                points[start + offset] = max(points[start + offset], value)
    return tuple(i for i in range(1, len(word)) if points[i + 1] % 2)


def _patterns(framed: str, language: str) -> dict[str, tuple[int, ...]]:
    """Of all patterns those whose letters occur in the word: letters to the values between them."""
    import pyphen

    name = pyphen.language_fallback(LIKE.get(language, language))
    if name is None:
        return {}
    data = pyphen.LANGUAGES[name].read_bytes()
    first, _, rest = data.partition(b"\n")
    encoding = first.strip().decode("ascii").replace("microsoft-cp", "cp")
    pieces = {
        framed[a:b].encode(encoding, "replace") for a in range(len(framed)) for b in range(a + 1, len(framed) + 1)
    }
    return {
        letters.decode(encoding): _values(line.strip().decode(encoding))
        for line in rest.split(b"\n")
        if (letters := line.strip().translate(None, _DIGITS)) in pieces and not line.startswith(_HEADS)
    }


def _values(pattern: str) -> tuple[int, ...]:
    """The digits between the letters, 0 where there is none: "a1bc" -> (0, 1, 0, 0)."""
    return tuple(int(digit or 0) for digit, _letter in re.findall(r"(\d?)(\D|$)", pattern))


def parts(word: str, language: str, shortest: int) -> list[str]:
    """The word cut at its places, no outer part shorter than `shortest` letters."""
    cuts = [at for at in places(word, language) if shortest <= at <= len(word) - shortest]
    return [word[a:b] for a, b in pairwise([0, *cuts, len(word)])]

"""OSM `level=` values as people write them: "0", "0;1", "-1-3", "0,5". Not responsible for what a level is called."""

import re

from content.wayfinding.building import Level

_NUMBER = re.compile(r"[+-]?\d{1,3}(?:\.\d{1,3})?")
_RANGE = re.compile(rf"({_NUMBER.pattern})\s*(?:-|–|\.\.)\s*({_NUMBER.pattern})")
_DECIMAL_COMMA = re.compile(r"(?<=\d),(?=(?:5|25|50|75)(?!\d))")
MOST = 200
"""Levels in one range; more is a slip of the pen."""


def parse_levels(text: str) -> tuple[Level, ...]:
    """All levels of a value, lowest first, each once.

    A range counts whole levels between its ends: "-1-3" is -1, 0, 1, 2, 3.

    :raises ValueError: with a sentence that says what is written there.
    """
    found: set[Level] = set()
    parts = re.split(r"[;,/|]", _DECIMAL_COMMA.sub(".", text))
    for part in (part.strip() for part in parts):
        if not part:
            continue
        if _NUMBER.fullmatch(part):
            found.add(float(part))
        elif span := _RANGE.fullmatch(part):
            low, high = sorted((float(span[1]), float(span[2])))
            if high - low > MOST:
                raise ValueError(f"level `{text}` spans more than {MOST} levels")
            found.update((low, high))
            found.update(float(level) for level in range(int(-(-low // 1)), int(high // 1) + 1))
        else:
            raise ValueError(f"level `{text}` is not a level such as 0, -1, 0.5, 0;1 or -1-3")
    if not found:
        raise ValueError("the level is empty")
    return tuple(level + 0.0 for level in sorted(found))


def written(level: Level) -> str:
    """As OSM writes it: 0, -1, 0.5."""
    return f"{level:g}"

"""How people type the number of a room: "1.07", "107", "Zimmer 1.07", "Raum 107". Not responsible for names."""

import re
from collections.abc import Iterator

from content.answers.analysis import words

ROOM = {"de": ("Zimmer", "Raum"), "en": ("Room",)}


def room_names(ref: str, language: str) -> Iterator[str]:
    """All ways to type a ref; nothing for an empty one."""
    joined = "".join(words(ref))
    if not joined:
        return
    yield ref
    if joined != "".join(ref.split()).casefold():
        yield joined
    if not any(letter.isdigit() for letter in joined):
        return
    for room in dict.fromkeys((*ROOM.get(language, ()), *ROOM["de"], *ROOM["en"])):
        yield f"{room} {ref}"
    last = re.search(r"[.\-]0*(\d+)$", ref)
    if last:
        yield f"{ROOM.get(language, ROOM['de'])[0]} {last[1]}"

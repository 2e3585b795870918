"""German articles for names of places: "zum Aufzug A", "an der Haupttreppe vorbei", "ins Erdgeschoss"."""

import re
from typing import Literal

Gender = Literal["m", "f", "n", "pl", ""]

_ENDINGS: dict[str, Gender] = {
    "aufzug": "m", "lift": "m", "bereich": "m", "flur": "m", "fang": "m", "eingang": "m", "ausgang": "m",
    "platz": "m", "saal": "m", "raum": "m", "kiosk": "m", "automat": "m", "keller": "m", "gang": "m", "shop": "m",
    "tisch": "m", "schalter": "m", "hof": "m", "stock": "m", "laden": "m",
    "treppe": "f", "rampe": "f", "kasse": "f", "stelle": "f", "halle": "f", "station": "f", "information": "f",
    "toilette": "f", "bücherei": "f", "bibliothek": "f", "galerie": "f", "ebene": "f", "beratung": "f", "mensa": "f",
    "foyer": "n", "café": "n", "cafe": "n", "wc": "n", "büro": "n", "zimmer": "n", "amt": "n", "archiv": "n",
    "terminal": "n", "haus": "n", "geschoss": "n", "restaurant": "n", "standesamt": "n",
    "stufen": "pl", "toiletten": "pl",
}  # fmt: skip
"""Gender by the ending of a word; the longest ending that fits decides."""


def gender(name: str) -> Gender:
    """Gender of the first word of a name that is known ("Wartebereich Blau" -> m); "" if none is."""
    for word in name.casefold().split():
        for part in reversed(re.split(r"[\d\W_]+", word)):  # "WC-Flur" is a Flur, "Aufzug1" an Aufzug
            for length in range(len(part), 1, -1):
                found = _ENDINGS.get(part[-length:])
                if found:
                    return found
    return ""


def to_the(name: str) -> str:
    """ "Zum Aufzug A", "Zur Haupttreppe", "Zu den Stufen"; without a known gender "Zu: Name"."""
    return {"m": "Zum ", "n": "Zum ", "f": "Zur ", "pl": "Zu den ", "": "Zu: "}[gender(name)] + name


def at_the(name: str) -> str:
    """ "am Wartebereich", "an der Kasse"; without a known gender "an: Name"."""
    return {"m": "am ", "n": "am ", "f": "an der ", "pl": "an den ", "": "an "}[gender(name)] + name


def through(name: str) -> str:
    """ "Durch den Aufzug A", "Durch die Halle", "Durch das Foyer"; without a known gender "Durch: Name"."""
    if name.startswith("Zimmer "):
        return f"Durch {name}"
    return {"m": "Durch den ", "n": "Durch das ", "f": "Durch die ", "pl": "Durch die ", "": "Durch: "}[
        gender(name)
    ] + name


def into(name: str) -> str:
    """ "In den 1. Stock", "Ins Erdgeschoss", "In die Galerie"; without a known gender "Auf Ebene: Name"."""
    if gender(name) == "f" and "ebene" in name.casefold():
        return f"Auf {name}"
    return {"m": "In den ", "n": "Ins ", "f": "In die ", "pl": "In die ", "": "Nach: "}[gender(name)] + name

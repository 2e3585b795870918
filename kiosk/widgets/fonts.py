"""Finds font files and icon code points in the installed font packages, and the face for a word.

Faces are named by the script they were added for: `LATIN` is Atkinson Hyperlegible, `CYRILLIC` Noto Sans (which has
Latin too), `ARABIC` Noto Sans Arabic (Latin and Western digits too).
"""

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from kiosk.widgets import coverage

LATIN, CYRILLIC, ARABIC, ICONS = "latin", "cyrillic", "arabic", "icons"

_FILES = {
    (LATIN, False): ("fontpkg_atkinson_hyperlegible", "files/AtkinsonHyperlegible-Regular.ttf"),
    (LATIN, True): ("fontpkg_atkinson_hyperlegible", "files/AtkinsonHyperlegible-Bold.ttf"),
    (CYRILLIC, False): ("fontpkg_noto_sans", "files/NotoSans[[]*].ttf"),
    (ARABIC, False): ("fontpkg_noto_sans_arabic", "files/NotoSansArabic*.ttf"),
    (ICONS, False): ("fonticon_mdi7", "fonts/materialdesignicons-webfont.ttf"),
}
_SHIPPED_BY = {
    "fontpkg_atkinson_hyperlegible": "fontpkg-atkinson-hyperlegible",
    "fontpkg_noto_sans": "fontpkg-noto-sans",
    "fontpkg_noto_sans_arabic": "fontpkg-noto-sans-arabic",
    "fonticon_mdi7": "fonticon-materialdesignicons7",
}


class FontMissing(Exception):
    """A font package is not installed, or does not hold what it should. The text says what to install."""


_BY_LANGUAGE = {"uk": CYRILLIC, "ru": CYRILLIC, "bg": CYRILLIC, "ar": ARABIC, "fa": ARABIC}


@cache
def font_file(script: str, bold: bool = False) -> str:
    """Path of the font for a script. The Noto files are variable fonts, whose bold face is cut out of them once.

    :raises FontMissing:
    """
    package, pattern = _FILES.get((script, bold)) or _FILES[(script, False)]
    found = sorted(_folder(package).glob(pattern))
    if not found:
        raise FontMissing(
            f"{_SHIPPED_BY[package]} holds no {pattern}; reinstall it: pip install {_SHIPPED_BY[package]}"
        )
    if bold and (script, True) not in _FILES and script != ICONS:
        from kiosk.widgets import cut_faces  # seldom needed: Latin has a bold face of its own

        return cut_faces.bold(str(found[0]))
    return str(found[0])


def base_face(language: str) -> str:
    """The face of an interface in this language."""
    return _BY_LANGUAGE.get(language.partition("-")[0], LATIN)


def optical(face: str, base: str) -> float:
    """Share of the nominal size in which a face is set beside the base, so that all look of one size.

    Capitals are as high as those of Atkinson Hyperlegible (0.668 em, Noto Sans 0.714), which is what the smallest type
    is computed for. An interface in Arabic is larger, because its letters are small inside.
    """
    return 0.668 / 0.714 if face == CYRILLIC and base != ARABIC else 1.0


def face_for(word: str, base: str, bold: bool = False) -> str:
    """The face that has all letters of a word: the base, else the first that does; none has them: the base."""
    order = dict.fromkeys((base, LATIN, CYRILLIC, ARABIC))
    return next((face for face in order if coverage.covers(font_file(face, bold), word)), base)


@cache
def icon(name: str) -> str:
    """The character of an icon, by its Material Design name ("map-marker").

    Read from the package's own list as text: importing it would build 7,000 strings of which the kiosk shows fifty.

    :raises FontMissing: no such icon.
    """
    wanted = name.replace("-", "_")
    found = re.search(rf'^    {re.escape(wanted)} = "\\U([0-9a-fA-F]{{8}})"', _icon_list(), re.MULTILINE)
    if found is None:
        raise FontMissing(f"the icon font has no icon called {name!r}")
    return chr(int(found[1], 16))


def has_icon(name: str) -> bool:
    """Whether the icon font knows this name."""
    try:
        return bool(icon(name))
    except FontMissing:
        return False


@cache
def _icon_list() -> str:
    listing = _folder("fonticon_mdi7") / "mdi7.py"
    if not listing.is_file():
        raise FontMissing("fonticon-materialdesignicons7 holds no list of its icons; version 7.2 or newer is needed")
    return listing.read_text("utf-8")


def _folder(package: str) -> Path:
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise FontMissing(f"a font is missing: pip install {_SHIPPED_BY[package]}")
    return Path(spec.submodule_search_locations[0])

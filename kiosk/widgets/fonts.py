"""Finds font files and icon code points in the installed font packages. Opens no font, imports no package code."""

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

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


@cache
def font_file(script: str, bold: bool = False) -> str:
    """Path of the font for a script. The Noto files are variable fonts, of which SDL shows only the regular weight.

    :raises FontMissing:
    """
    package, pattern = _FILES.get((script, bold)) or _FILES[(script, False)]
    found = sorted(_folder(package).glob(pattern))
    if not found:
        raise FontMissing(
            f"{_SHIPPED_BY[package]} holds no {pattern}; reinstall it: pip install {_SHIPPED_BY[package]}"
        )
    return str(found[0])


def script_of(text: str) -> str:
    """The script a text needs, by its first letter that is not Latin."""
    for letter in text:
        if "\u0400" <= letter <= "\u052f":
            return CYRILLIC
        if "\u0600" <= letter <= "\u06ff" or "\ufb50" <= letter <= "\ufeff":
            return ARABIC
    return LATIN


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

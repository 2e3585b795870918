"""What a font covers is read as a font library reads it."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from kiosk.widgets import coverage, fonts

FACES = [(script, bold) for script in (fonts.LATIN, fonts.CYRILLIC, fonts.ARABIC) for bold in (False, True)]


@pytest.mark.parametrize(("script", "bold"), [*FACES, (fonts.ICONS, False)])
def test_a_fonts_characters_are_those_a_font_library_finds(script: str, bold: bool) -> None:
    file = fonts.font_file(script, bold)
    with TTFont(file) as font:
        expected = set(font.getBestCmap())
    firsts, lasts = coverage.ranges(file)
    assert {c for a, b in zip(firsts, lasts, strict=True) for c in range(a, b + 1)} == expected


def test_what_is_no_font_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "notes.ttf"
    file.write_bytes(b"\0\1\0\0\0\0" + bytes(60))
    with pytest.raises(ValueError, match="no table of characters"):
        coverage.ranges(str(file))


def test_blanks_need_no_picture() -> None:
    assert coverage.covers(fonts.font_file(fonts.LATIN), "A 1\u202f€")
    assert coverage.missing(fonts.font_file(fonts.LATIN), "İ漢İ") == "İ漢"

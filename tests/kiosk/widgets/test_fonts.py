"""Font files and icons are found in the installed packages, and a missing package is named."""

from pathlib import Path

import pytest

from kiosk.widgets import fonts
from kiosk.widgets.audit import missing_glyphs


def test_every_script_has_a_font_file() -> None:
    for script in (fonts.LATIN, fonts.CYRILLIC, fonts.ARABIC, fonts.ICONS):
        assert Path(fonts.font_file(script)).is_file()
    assert fonts.font_file(fonts.LATIN, bold=True) != fonts.font_file(fonts.LATIN)


def test_the_script_follows_the_text() -> None:
    assert fonts.script_of("Straße 1.07") == fonts.LATIN
    assert fonts.script_of("Українська") == fonts.CYRILLIC
    assert fonts.script_of("العربية") == fonts.ARABIC


def test_german_and_english_signs_have_pictures() -> None:
    for bold in (False, True):
        assert missing_glyphs("ÄÖÜäöüß€§„“”’–·×0123456789 qwertzuiop-/,:;?!()&'+#@%*=.", bold) == ""
    assert missing_glyphs("漢字") == "字漢"


def test_icons_are_found_by_name() -> None:
    assert fonts.icon("map-marker") == "\U000f034e"
    assert fonts.has_icon("ticket-confirmation-outline")
    with pytest.raises(fonts.FontMissing, match="no-such-icon"):
        fonts.icon("no-such-icon")


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    fonts.font_file.cache_clear()
    monkeypatch.setattr(fonts, "find_spec", lambda name: None)
    with pytest.raises(fonts.FontMissing, match="pip install fontpkg-noto-sans"):
        fonts.font_file(fonts.CYRILLIC)


def test_icons_the_screens_name_themselves_exist() -> None:
    import re

    root = Path(fonts.__file__).parents[1]
    named = set()
    for source in [*root.glob("widgets/*.py"), *root.glob("screens/*.py")]:
        named |= set(re.findall(r'icon(?:=|\()"([a-z-]+)"', source.read_text("utf-8")))
    assert named
    assert [name for name in sorted(named) if not fonts.has_icon(name)] == []

"""Font files and icons are found in the installed packages, and a missing package is named."""

from pathlib import Path

import pytest

from kiosk.widgets import fonts
from kiosk.widgets.audit import missing_glyphs


def test_every_script_has_a_font_file() -> None:
    for script in (fonts.LATIN, fonts.CYRILLIC, fonts.ARABIC, fonts.ICONS):
        assert Path(fonts.font_file(script)).is_file()
    assert fonts.font_file(fonts.LATIN, bold=True) != fonts.font_file(fonts.LATIN)


def test_a_word_is_set_in_the_first_face_that_has_all_of_it() -> None:
    assert fonts.face_for("Straße", fonts.LATIN) == fonts.LATIN
    assert fonts.face_for("İstanbul", fonts.LATIN) == fonts.CYRILLIC
    assert fonts.face_for("Ağaç", fonts.LATIN) == fonts.LATIN
    assert fonts.face_for("Українська", fonts.LATIN, bold=True) == fonts.CYRILLIC
    assert fonts.face_for("العربية", fonts.LATIN) == fonts.ARABIC
    assert fonts.face_for("Musterstadt", fonts.ARABIC) == fonts.ARABIC
    assert fonts.face_for("漢字", fonts.LATIN) == fonts.LATIN


def test_the_base_face_follows_the_language() -> None:
    faces = {language: fonts.base_face(language) for language in ("de", "de-simple", "en", "tr", "uk", "ar")}
    assert set(faces.values()) == {fonts.LATIN, fonts.CYRILLIC, fonts.ARABIC}
    assert (faces["tr"], faces["uk"], faces["ar"]) == (fonts.LATIN, fonts.CYRILLIC, fonts.ARABIC)


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

"""What holders read."""

from datetime import UTC, datetime

import pytest

from content.sync.city_double import LANGUAGES
from content.sync.letters import Letter, in_threes


def letter(language: str, factor: str) -> Letter:
    return Letter(
        language=language,
        where="Rathaus, Am Markt 1",
        code="123456789",
        until=datetime(2026, 3, 9, 18, tzinfo=UTC),
        hours="06:00–22:00",
        factor=factor,
    )


@pytest.mark.parametrize("factor", ["birth_date", "card_code", "fingerprint"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_all_is_said_in_six_short_lines(language: str, factor: str) -> None:
    one = letter(language, factor)
    lines = one.text().splitlines()
    assert len(lines) == 6
    assert max(len(line) for line in lines) <= 80
    for said in ("Rathaus, Am Markt 1", "123 456 789", "09.03.2026", "18:00", "06:00–22:00"):
        assert said in one.text()
    assert "{" not in one.text()
    assert "123" not in repr(one)


def test_every_factor_has_its_own_words() -> None:
    for language in LANGUAGES:
        assert len({letter(language, factor).text() for factor in ("birth_date", "card_code", "fingerprint")}) == 3


def test_what_stands_in_german() -> None:
    assert letter("de", "birth_date").text() == (
        "Ihr Dokument liegt bereit.\nOrt: Rathaus, Am Markt 1\nIhr Abhol-Code: 123 456 789\n"
        "Holen Sie es ab bis 09.03.2026, 18:00 Uhr.\nGeöffnet: 06:00–22:00\n"
        "Sie brauchen: diesen Code und Ihr Geburtsdatum."
    )


def test_codes_are_grouped() -> None:
    assert [in_threes(code) for code in ("123456789", "12345678", "")] == ["123 456 789", "123 456 78", ""]

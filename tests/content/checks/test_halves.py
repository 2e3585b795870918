"""Entries that are translated in part, and how much is there in each language."""

from pathlib import Path

import pytest

from content.checks.halves import coverage
from tests.content.model.small_town import SmallTown

SERVICE = "services/wohnung.yaml"


@pytest.fixture
def town(tmp_path: Path) -> SmallTown:
    return SmallTown(tmp_path / "town")


def test_a_title_without_its_papers_is_told_once_a_language(town: SmallTown) -> None:
    town.edit(SERVICE, "en: Register your address}", "en: Register your address, tr: Kayıt, uk: Реєстрація}")
    town.edit(SERVICE, "en: Register here.}", "en: Register here., tr: Buraya}")
    _, problems = town.examine()
    assert [(one.field, one.serious, one.line) for one in problems] == [
        ("papers[0].what.tr", False, 14),
        ("summary.uk", False, 3),
    ]
    assert "only 2 of 3 texts are there in `tr`; translate this one too" in problems[0].message


def test_all_or_nothing_is_good(town: SmallTown) -> None:
    town.edit(SERVICE, "en: Register your address}", "en: Register your address, tr: Kayıt}")
    town.edit(SERVICE, "en: Register here.}", "en: Register here., tr: Buraya}")
    town.edit(SERVICE, "en: ID card}", "en: ID card, tr: Kimlik}")
    content, problems = town.examine()
    assert content is not None
    assert problems == ()
    shares = coverage(content)
    assert list(shares) == ["de-simple", "en", "tr", "uk", "ar"]
    assert (shares["en"], shares["uk"]) == (1.0, 0.0)
    texts = 5 + 1 + 2 + 1 + 1 + 3  # town, office, queues, situation, notice, service
    assert shares["tr"] == pytest.approx(3 / texts)


def test_a_reason_that_the_program_translates_does_not_count(town: SmallTown) -> None:
    town.edit("town.yaml", "{de: Ferien, en: Holidays}", "Heiligabend")
    assert town.examine()[1] == ()


def test_english_is_told_text_by_text(town: SmallTown) -> None:
    town.edit(SERVICE, ", en: ID card}", "}")
    assert [one.message for one in town.examine()[1]] == ["the text is missing in `en`; translate 'Ausweis'"]

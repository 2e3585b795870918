"""What holds for every search: nothing raises, the same gives the same, titles find, typos are forgiven."""

import string

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from content.answers.analysis import fold
from content.answers.search import Entry, SearchIndex, place_entries, service_entries
from tests.content.answers.small_town import SERVICES, small_town

TOWN = small_town()
INDEXES = {
    (kind, language): SearchIndex(entries(TOWN, language), language)
    for kind, entries in (("services", service_entries), ("places", place_entries))
    for language in ("de", "en", "tr", "uk", "ar")
}
TITLES = [(language, one.title.in_language(language), one.id) for one in SERVICES for language in ("de", "en")]
WORDS = sorted({word for _, title, _ in TITLES for word in title.split() if len(word) >= 5})
UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
LIKELY = st.text(alphabet=string.ascii_letters + "äöüßÄÖÜ 0123456789.,-'’?!🙂\nıİşğҐїйьجوازةأَ١٫")


@UNHURRIED
@given(query=st.one_of(st.text(max_size=80), LIKELY), limit=st.integers(-2, 20))
def test_nothing_raises_and_nothing_is_left_to_chance(query: str, limit: int) -> None:
    for index in INDEXES.values():
        found = index.search(query, limit)
        assert found == index.search(query, limit)
        assert len(found.hits) <= max(0, limit)
        assert len({hit.id for hit in found.hits}) == len(found.hits)
        assert len(index.complete(query)) <= 3
        assert index.complete(query) == index.complete(query)


@UNHURRIED
@given(query=LIKELY)
def test_an_index_made_anew_answers_the_same(query: str) -> None:
    anew = SearchIndex(service_entries(TOWN, "de"), "de")
    assert anew.search(query) == INDEXES["services", "de"].search(query)
    assert anew.complete(query) == INDEXES["services", "de"].complete(query)


@pytest.mark.parametrize(("language", "title", "identity"), TITLES)
def test_a_title_in_full_is_first_and_its_beginnings_are_near(language: str, title: str, identity: str) -> None:
    index = INDEXES["services", language]
    for written in (title, title.upper(), title.lower(), f" {title} "):
        assert index.search(written).hits[0].id == identity
    for end in range(4, len(title)):
        assert identity in [hit.id for hit in index.search(title[:end], 10).hits], title[:end]


@st.composite
def misspelt(draw: st.DrawFn, word: str) -> str:
    """One letter swapped, left out, doubled or changed, never the first."""
    place = draw(st.integers(1, len(word) - 2))
    return draw(
        st.sampled_from(
            [
                word[:place] + word[place + 1] + word[place] + word[place + 2 :],
                word[:place] + word[place + 1 :],
                word[:place] + word[place] + word[place:],
                word[:place] + draw(st.sampled_from("enrstaium")) + word[place + 1 :],
            ]
        )
    )


@UNHURRIED
@given(data=st.data(), title=st.sampled_from(TITLES))
def test_one_wrong_letter_in_a_long_word_is_forgiven(data: st.DataObject, title: tuple[str, str, str]) -> None:
    language, text, identity = title
    words = text.split()
    place = data.draw(st.sampled_from([place for place, word in enumerate(words) if len(word) >= 5]))
    wrong = data.draw(misspelt(words[place]))
    assume(fold(wrong) not in {fold(word) for word in WORDS})
    found = INDEXES["services", language].search(" ".join([*words[:place], wrong, *words[place + 1 :]]), 3)
    assert identity in [hit.id for hit in found.hits]


@UNHURRIED
@given(
    titles=st.lists(
        st.lists(st.sampled_from(WORDS), min_size=1, max_size=4, unique=True).map(" ".join), min_size=1, unique_by=fold
    )
)
def test_whatever_the_titles_each_finds_itself_first(titles: list[str]) -> None:
    index = SearchIndex([Entry(title, title) for title in titles], "de")
    for title in titles:
        assert index.search(title).hits[0].id == title


@given(text=st.text(max_size=30), length=st.integers(0, 30))
def test_folding_is_stable_and_case_does_not_matter(text: str, length: int) -> None:
    assert fold(fold(text)) == fold(text) or not text.isascii()
    if text.isascii():
        assert fold(text.upper()) == fold(text.lower())
        assert fold(text).startswith(fold(text[:length]))


def test_equals_stand_in_the_order_of_their_titles() -> None:
    entries = [Entry(str(place), title) for place, title in enumerate(("Karte C", "Karte A", "Karte B"))]
    assert [hit.title for hit in SearchIndex(entries, "de").search("Karte ").hits] == ["Karte A", "Karte B", "Karte C"]

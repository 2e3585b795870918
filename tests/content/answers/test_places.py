"""Rooms are found by number and name, offices by their rooms; what is closed or technical is not offered."""

import pytest

from content.answers.search import SearchIndex, place_entries
from tests.content.answers.small_town import small_town

GERMAN = SearchIndex(place_entries(small_town(), "de"), "de")
ENGLISH = SearchIndex(place_entries(small_town(), "en"), "en")


def ids(query: str, index: SearchIndex = GERMAN) -> list[str]:
    return [hit.id for hit in index.search(query).hits]


@pytest.mark.parametrize(
    "query",
    [
        "1.07",
        "107",
        "Zimmer 1.07",
        "zimmer 107",
        "Raum 107",
        "Raum 1.07",
        "room 1.07",
        "1 07",
        "1,07",
        "zimmer107",
        "1-07",
    ],
)
def test_a_room_by_its_number_alone(query: str) -> None:
    assert ids(query) == ["way/3"]
    assert ids(query, ENGLISH) == ["way/3"]


def test_numbers_as_they_are_typed() -> None:
    assert ids("1") == ["way/3", "way/12", "way/4"]
    assert ids("1.") == ["way/3", "way/12", "way/4"]
    assert ids("1.0") == ["way/3", "way/12", "way/2"]
    assert ids("Zimmer 0") == ["way/1", "way/2"]
    assert ids("U.0") == ids("u0") == ["way/5"]
    assert GERMAN.complete("1.0") == ("1.07", "1.08")
    assert GERMAN.complete("Zimmer 1.0") == ("1.07", "1.08")


def test_the_last_part_of_a_number() -> None:
    assert ids("Zimmer 5") == ["way/1", "way/5"]


def test_zimmer_alone_shows_all_rooms_with_a_number() -> None:
    assert ids("zimm") == ids("Zimmer ") == ["way/1", "way/2", "way/3", "way/12", "way/4", "node/1", "way/5"]


def test_a_number_that_does_not_exist() -> None:
    assert ids("9.99") == []


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("Kasse", "way/1"),
        ("kase", "way/1"),
        ("standesampt", "way/4"),
        ("Bürgeramt", "way/3"),
        ("buergeramt", "way/3"),
        ("Ausweis", "way/3"),
        ("Reisepass", "way/3"),
        ("klo", "way/7"),
        ("Toilette", "way/7"),
        ("wartebereich", "way/8"),
        ("blau", "way/8"),
        ("Kiosk 1", "node/1"),
        ("passfoto", "node/2"),
        ("registry", "way/4"),
    ],
)
def test_by_name_or_use(query: str, place: str) -> None:
    assert ids(query)[0] == place


def test_english_screen() -> None:
    assert ids("toilet", ENGLISH)[0] == "way/7"
    assert ids("cash", ENGLISH)[0] == "way/1"
    assert ids("Standesamt", ENGLISH)[0] == "way/4"
    assert ENGLISH.search("cash").hits[0].title == "Cash office"


def test_ground_floor_first_where_the_name_is_the_same() -> None:
    assert ids("WC Damen") == ["way/7", "way/6"]


def test_closed_technical_and_unnamed_places_are_not_offered() -> None:
    offered = {entry.id for entry in place_entries(small_town(), "de")}
    assert offered.isdisjoint({"way/9", "way/10", "way/11", "node/3"})
    assert "way/12" in offered

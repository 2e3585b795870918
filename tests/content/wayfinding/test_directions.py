"""Words of the ways in German and English: a few routes of the demo town as they are told, articles, levels."""

import pytest

from content.wayfinding.building import Building, SpaceKind
from content.wayfinding.directions import directions, level_name, place_name
from content.wayfinding.reading import read_building
from content.wayfinding.route import Profile, Route
from content.wayfinding.wayfinder import Wayfinder
from content.wayfinding.words.articles import at_the, gender, into, through, to_the
from tests.content.wayfinding.plans import MUSTERSTADT


@pytest.fixture(scope="module")
def finder() -> Wayfinder:
    return Wayfinder(read_building(MUSTERSTADT))


def told(finder: Wayfinder, start: str, goal: str, language: str, profile: Profile = Profile.SHORTEST) -> list[str]:
    way = finder.route(finder.find(start), finder.find(goal), profile)
    assert isinstance(way, Route)
    return list(directions(way, finder.building, language))


@pytest.mark.parametrize(
    ("start", "goal", "german", "english"),
    [
        (
            "KIOSK-1",
            "1.07",
            [
                "Zum Aufzug A gehen",
                "In den 1. Stock fahren",
                "Rechts, am Wartebereich Blau vorbei",
                "Zimmer 1.07 ist links",
            ],
            [
                "Go to lift A",
                "Take the lift to the 1st floor",
                "Right, past waiting area Blau",
                "Room 1.07 is on the left",
            ],
        ),
        (
            "KIOSK-1",
            "0.06",
            ["Am Platz 1 vorbei gehen", "Zimmer 0.06 ist links"],
            ["Past desk 1", "Room 0.06 is on the left"],
        ),
        (
            "KIOSK-1",
            "0.25",
            [
                "Zur Rampe zum Anbau gehen",
                "Über die Rampe gehen",
                "Geradeaus, am WC barrierefrei vorbei",
                "Zimmer 0.25 ist rechts",
            ],
            [
                "Go to the ramp to the annex",
                "Take the ramp",
                "Straight on, past the accessible toilet",
                "Room 0.25 is on the right",
            ],
        ),
        (
            "1.07",
            "U.05",
            [
                "Aus dem Zimmer, dann rechts zum Aufzug A",
                "Ins Untergeschoss fahren",
                "Links, am WC barrierefrei vorbei",
                "Zimmer U.05 ist links",
            ],
            [
                "Out of the room, right to lift A",
                "Take the lift to the basement",
                "Left, past the accessible toilet",
                "Room U.05 is on the left",
            ],
        ),
        (
            "KIOSK-2",
            "2.15",
            [
                "Zum Aufzug A gehen",
                "In den 2. Stock fahren",
                "Links, am WC barrierefrei vorbei",
                "Rechts durch Zimmer 2.05 gehen",
                "Zimmer 2.15 ist links",
            ],
            [
                "Go to lift A",
                "Take the lift to the 2nd floor",
                "Left, past the accessible toilet",
                "Right, through room 2.05",
                "Room 2.15 is on the left",
            ],
        ),
    ],
)
def test_a_way_as_it_is_told(finder: Wayfinder, start: str, goal: str, german: list[str], english: list[str]) -> None:
    assert told(finder, start, goal, "de") == german
    assert told(finder, start, goal, "en") == english


def test_languages_without_own_words_get_german(finder: Wayfinder) -> None:
    assert told(finder, "KIOSK-1", "1.07", "pl") == told(finder, "KIOSK-1", "1.07", "de")


def test_every_room_has_a_way_from_both_kiosks_but_the_one_down_the_steps(finder: Wayfinder) -> None:
    rooms = [space for space in finder.building.spaces if space.kind is SpaceKind.ROOM and not space.closed]
    for kiosk in ("KIOSK-1", "KIOSK-2"):
        without = {
            room.ref
            for room in rooms
            if not isinstance(finder.route(finder.find(kiosk), room.id, Profile.STEP_FREE), Route)
        }
        assert without == {"U.11"}


def empty(**names: dict[str, str]) -> Building:
    return Building(name="", origin=(0, 0), levels=(), level_names=names, spaces=(), doors=(), connectors=())


@pytest.mark.parametrize(
    ("level", "german", "english"),
    [
        (0, "Erdgeschoss", "Ground floor"),
        (1, "1. Stock", "1st floor"),
        (2, "2. Stock", "2nd floor"),
        (3, "3. Stock", "3rd floor"),
        (11, "11. Stock", "11th floor"),
        (21, "21. Stock", "21st floor"),
        (-1, "Untergeschoss", "Basement"),
        (-2, "2. Untergeschoss", "Basement 2"),
        (0.5, "Ebene 0,5", "Level 0.5"),
    ],
)
def test_levels_are_called(level: float, german: str, english: str) -> None:
    assert level_name(level, empty(), "de") == german
    assert level_name(level, empty(), "en") == english
    assert level_name(level, empty(), "pl") == german


def test_a_building_may_call_its_levels_itself() -> None:
    building = empty(**{"1": {"de": "Galerie", "en": "Gallery"}, "2": {"": "Dach"}})
    assert [level_name(1, building, one) for one in ("de", "en", "tr")] == ["Galerie", "Gallery", "Galerie"]
    assert level_name(2, building, "en") == "Dach"


def test_places_are_called(finder: Wayfinder) -> None:
    building = finder.building
    assert place_name(finder.find("1.07"), building, "de") == "Zimmer 1.07"
    assert place_name(finder.find("1.07"), building, "en") == "Room 1.07"
    assert place_name(finder.find("KIOSK-1"), building, "de") == "Kiosk im Foyer"
    assert place_name("way/0", building, "de") == ""


@pytest.mark.parametrize(
    ("name", "to", "at", "by"),
    [
        ("Aufzug A", "Zum Aufzug A", "am Aufzug A", "Durch den Aufzug A"),
        ("Aufzug1", "Zum Aufzug1", "am Aufzug1", "Durch den Aufzug1"),
        ("Haupttreppe", "Zur Haupttreppe", "an der Haupttreppe", "Durch die Haupttreppe"),
        ("Wartebereich Blau", "Zum Wartebereich Blau", "am Wartebereich Blau", "Durch den Wartebereich Blau"),
        ("Café", "Zum Café", "am Café", "Durch das Café"),
        ("Stufen", "Zu den Stufen", "an den Stufen", "Durch die Stufen"),
        ("WC-Flur", "Zum WC-Flur", "am WC-Flur", "Durch den WC-Flur"),
        ("Abholstation", "Zur Abholstation", "an der Abholstation", "Durch die Abholstation"),
        ("Xyz", "Zu: Xyz", "an Xyz", "Durch: Xyz"),
        ("Zimmer 2.05", "Zum Zimmer 2.05", "am Zimmer 2.05", "Durch Zimmer 2.05"),
    ],
)
def test_german_articles(name: str, to: str, at: str, by: str) -> None:
    assert (to_the(name), at_the(name), through(name)) == (to, at, by)


def test_into_a_level() -> None:
    assert into("1. Stock") == "In den 1. Stock"
    assert into("Erdgeschoss") == "Ins Erdgeschoss"
    assert into("Galerie") == "In die Galerie"
    assert into("Ebene 0,5") == "Auf Ebene 0,5"
    assert into("Deck") == "Nach: Deck"


def test_landmarks_and_ways_up_of_the_demo_town_have_a_gender(finder: Wayfinder) -> None:
    names = {one.name for one in finder.building.connectors if one.name}
    names |= {space.label() for space in finder.building.spaces if space.landmark and space.names}
    assert {name for name in names if not gender(name)} == set()

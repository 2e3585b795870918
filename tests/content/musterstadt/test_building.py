"""The demo town hall as wayfinding reads it: what it has, and that everybody gets everywhere."""

from collections import Counter

import pytest

from content.model.loading import load_content
from content.wayfinding.building import Building, Space, SpaceKind
from content.wayfinding.reading import read_building
from content.wayfinding.route import NoWay, Profile, Route, StepKind
from content.wayfinding.wayfinder import Wayfinder
from tests.content.musterstadt.floor_plan import FILE, FOLDER

REGISTRY = "U.11"
"""Four steps below the corridor, on purpose."""
STARTS = ("KIOSK-1", "KIOSK-2", "Rathausplatz")


@pytest.fixture(scope="module")
def building() -> Building:
    return read_building(FILE)


@pytest.fixture(scope="module")
def finder(building: Building) -> Wayfinder:
    return Wayfinder(building)


def public(building: Building) -> list[Space]:
    """Everything a visitor may want to get to."""
    return [space for space in building.spaces if not space.closed]


def test_four_levels_with_names_in_german_and_english(building: Building) -> None:
    assert building.levels == (-1, 0, 1, 2)
    assert {level: names["de"] for level, names in building.level_names.items()} == {
        "-1": "Untergeschoss",
        "0": "Erdgeschoss",
        "1": "1. Stock",
        "2": "2. Stock",
    }
    assert building.level_names["1"]["en"] == "1st floor"


def test_as_many_rooms_as_a_town_hall_has(building: Building) -> None:
    named = [space for space in building.spaces if space.names.get("")]
    assert len(named) >= 85
    numbered = Counter(space.levels[0] for space in building.spaces if space.kind is SpaceKind.ROOM and space.ref)
    assert all(numbered[level] >= 12 for level in building.levels)


def test_every_space_is_named_in_german_and_english(building: Building) -> None:
    assert [space for space in building.spaces if not (space.names.get("") and space.names.get("en"))] == []
    assert [mark for mark in building.marks if not (mark.names.get("") and mark.names.get("en"))] == []


def test_names_are_short_enough_for_the_map(building: Building) -> None:
    assert [space.names[""] for space in building.spaces if len(space.names[""]) > 20] == []


def test_two_lifts_two_stairs_two_ramps(building: Building) -> None:
    through: dict[SpaceKind, set[str]] = {SpaceKind.LIFT: set(), SpaceKind.STAIRS: set()}
    for one in building.connectors:
        if one.kind in through and one.bottom != one.top:
            through[one.kind].add(one.name)
    assert through[SpaceKind.LIFT] == {"Aufzug A", "Aufzug B"}
    assert through[SpaceKind.STAIRS] == {"Haupttreppe", "Osttreppe"}
    ramps = [space.names[""] for space in building.spaces if space.kind is SpaceKind.RAMP]
    assert sorted(ramps) == ["Eingangsrampe", "Rampe zum Anbau"]


def test_an_accessible_toilet_on_every_level(building: Building) -> None:
    accessible = {
        level
        for space in public(building)
        if space.landmark == "toilets" and space.wheelchair
        for level in space.levels
    }
    assert accessible == set(building.levels)


def test_waiting_areas_have_a_colour_of_their_own(building: Building) -> None:
    areas = {space.names[""]: (space.colour, space.levels) for space in building.spaces if space.colour}
    assert areas == {
        "Wartebereich Grün": ("grün", (0,)),
        "Wartebereich Blau": ("blau", (1,)),
        "Wartebereich Gelb": ("gelb", (1,)),
        "Wartebereich Rot": ("rot", (2,)),
        "Wartebereich Violett": ("violett", (2,)),
    }


def test_the_marks_that_devices_stand_for(building: Building) -> None:
    by_id = {space.id: space.names[""] for space in building.spaces}
    marks = {mark.ref: (mark.kind, mark.level, by_id[mark.space]) for mark in building.marks if mark.ref}
    assert marks == {
        "KIOSK-1": ("kiosk", 0, "Foyer"),
        "KIOSK-2": ("kiosk", 1, "Flur Mitte"),
        "ABHOLEN": ("pickup", 0, "Foyer"),
        "DOCK": ("dock", 0, "Foyer"),
        "FOTO": ("photo", 0, "Foyer"),
    }


def test_nothing_had_to_be_assumed(building: Building) -> None:
    assert [door for door in building.doors if door.assumed] == []


@pytest.mark.parametrize("start", STARTS)
def test_everything_public_is_reached(start: str, building: Building, finder: Wayfinder) -> None:
    ways = {space.id: finder.route(finder.find(start), space.id, Profile.SHORTEST) for space in public(building)}
    assert [way for way in ways.values() if isinstance(way, NoWay)] == []


@pytest.mark.parametrize("profile", [Profile.STEP_FREE, Profile.STEP_FREE_FEW_TURNS])
@pytest.mark.parametrize("start", STARTS)
def test_everything_public_but_the_registry_is_reached_without_steps(
    start: str, profile: Profile, building: Building, finder: Wayfinder
) -> None:
    unreached = []
    for space in public(building):
        if space.kind is SpaceKind.STAIRS:
            continue
        way = finder.route(finder.find(start), space.id, profile)
        if isinstance(way, NoWay):
            unreached.append((space.ref, way.reason))
        else:
            assert StepKind.STAIRS not in [step.kind for step in way.steps]
    assert unreached == [(REGISTRY, "no-step-free-way")]


def test_the_registry_is_reached_over_its_steps(finder: Wayfinder) -> None:
    way = finder.route(finder.find("KIOSK-1"), finder.find(REGISTRY), Profile.SHORTEST)
    assert isinstance(way, Route)
    assert way.levels[-1] == -1


def test_private_rooms_are_no_thoroughfare(building: Building, finder: Wayfinder) -> None:
    private = [space for space in building.spaces if space.closed]
    assert len(private) >= 12
    for space in private:
        way = finder.route(finder.find("KIOSK-1"), space.id, Profile.SHORTEST)
        assert isinstance(way, NoWay), space.label()
        assert way.reason == "closed"


@pytest.mark.parametrize("room", ["0.20", "0.25"])
def test_the_annex_is_reached_over_the_ramp(room: str, finder: Wayfinder) -> None:
    way = finder.route(finder.find("KIOSK-1"), finder.find(room), Profile.STEP_FREE)
    assert isinstance(way, Route)
    assert way.levels == (0,)
    assert StepKind.RAMP in [step.kind for step in way.steps]


def test_the_square_is_reached_over_the_entrance_ramp_or_the_steps(finder: Wayfinder) -> None:
    square, foyer = finder.find("Rathausplatz"), finder.find("Foyer")
    free, short = (finder.route(square, foyer, profile) for profile in (Profile.STEP_FREE, Profile.SHORTEST))
    assert isinstance(free, Route)
    assert isinstance(short, Route)
    assert StepKind.RAMP in [step.kind for step in free.steps]
    assert StepKind.STAIRS in [step.kind for step in short.steps]


def test_with_lift_a_closed_lift_b_still_brings_people_up(building: Building) -> None:
    way = Wayfinder(building, {"Aufzug A"}).route("way/8910", "way/1007", Profile.STEP_FREE)
    assert isinstance(way, Route)
    lifts = [step.towards for step in way.steps if step.kind is StepKind.LIFT]
    assert len(lifts) == 1


def test_where_waiting_numbers_are_called_lies_on_the_waiting_areas_level(finder: Wayfinder) -> None:
    content = load_content(FOLDER)
    for concern in content.concerns.values():
        area = finder.find(concern.waiting_area)
        for room in concern.rooms:
            way = finder.route(area, finder.find(room), Profile.STEP_FREE)
            assert isinstance(way, Route), (concern.id, room)
            assert len(way.levels) == 1, (concern.id, room)

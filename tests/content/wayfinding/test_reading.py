"""From tags to parts of a building: spaces, doors, ways up, lines, marks."""

from pathlib import Path

import pytest

from content.wayfinding.building import SpaceKind
from content.wayfinding.route import Profile
from tests.content.wayfinding.plans import Plan, box, office


@pytest.mark.parametrize(
    ("tags", "kind"),
    [
        ({"indoor": "room"}, SpaceKind.ROOM),
        ({"indoor": "room", "room": "office"}, SpaceKind.ROOM),
        ({"indoor": "corridor"}, SpaceKind.CORRIDOR),
        ({"indoor": "area"}, SpaceKind.AREA),
        ({"indoor": "area", "shop": "bakery"}, SpaceKind.AREA),
        ({"indoor": "room", "highway": "elevator"}, SpaceKind.LIFT),
        ({"indoor": "room", "room": "elevator"}, SpaceKind.LIFT),
        ({"indoor": "room", "stairs": "yes"}, SpaceKind.STAIRS),
        ({"indoor": "room", "room": "stairs"}, SpaceKind.STAIRS),
        ({"indoor": "room", "stairs": "no"}, SpaceKind.ROOM),
        ({"indoor": "corridor", "ramp": "yes"}, SpaceKind.RAMP),
    ],
)
def test_the_kind_of_a_space(tmp_path: Path, tags: dict[str, str], kind: SpaceKind) -> None:
    plan = Plan().way(1, box(0, 0, 4, 4), level="0", **tags)
    assert plan.read(tmp_path).spaces[0].kind is kind


def test_what_a_room_is_called_and_whether_it_is_open(tmp_path: Path) -> None:
    plan = Plan().space(1, box(0, 0, 4, 4), ref="0.01", name="Kasse", name__en="Cash desk", access="private")
    plan.space(2, box(4, 0, 4, 4), wheelchair="no", amenity="toilets", name="WC")
    first, second = plan.read(tmp_path).spaces
    assert (first.ref, first.label(), first.label("en"), first.label("tr")) == ("0.01", "Kasse", "Cash desk", "Kasse")
    assert first.closed
    assert not second.closed
    assert (second.wheelchair, second.landmark) == (False, "toilets")


def test_metres_are_metres(tmp_path: Path) -> None:
    (room,) = Plan().space(1, box(0, 0, 30, 40)).read(tmp_path).spaces
    assert max(room.outline) == pytest.approx((30, 40), abs=0.02)


@pytest.mark.parametrize("name", ["plan.geojson", "plan.osm"])
def test_doors_know_their_rooms(tmp_path: Path, name: str) -> None:
    building = office().read(tmp_path, name)
    joined = {(door.id, door.level): set(door.spaces) for door in building.doors}
    assert joined["node/101", 0] == {"way/1", "way/10"}
    assert joined["node/104", 1] == {"way/4", "way/11"}
    assert joined["node/120@1", 1] == {"way/20", "way/11"}
    assert joined["node/121@0", 0] == {"way/21", "way/10"}
    assert not any(door.assumed for door in building.doors)


def test_geojson_and_osm_xml_of_one_house_are_one_building(tmp_path: Path) -> None:
    plan = office().way(30, [(1, 1), (19, 1)], highway="footway", level="0")
    plan.way(31, [(1, 1), (1, 1.5)], highway="steps", level="0;1", incline="up")
    assert plan.read(tmp_path, "plan.geojson") == plan.read(tmp_path, "plan.osm")


def test_a_mark_knows_the_smallest_space_it_lies_in(tmp_path: Path) -> None:
    plan = office().space(40, box(7, 0.5, 2, 1), "area", name="Ecke")
    (kiosk,) = plan.read(tmp_path).marks
    assert (kiosk.id, kiosk.kind, kiosk.ref, kiosk.space) == ("node/7", "kiosk", "KIOSK", "way/40")


def test_a_room_with_a_courtyard_keeps_its_hole(tmp_path: Path) -> None:
    plan = Plan().space(1, box(0, 0, 20, 20), "area")
    plan.holes["way/1"] = box(5, 5, 10, 10)
    (hall,) = plan.read(tmp_path).spaces
    assert len(hall.holes) == 1
    assert len(set(hall.holes[0])) == 4


@pytest.mark.parametrize(("drawn", "incline"), [("as is", "up"), ("turned", "down"), ("turned", "-20%"), ("as is", "")])
def test_steps_drawn_as_a_line_run_from_bottom_to_top(tmp_path: Path, drawn: str, incline: str) -> None:
    line = [(8.0, 1.0), (14.0, 1.0)]
    tags = {"incline": incline} if incline else {}
    plan = Plan().space(1, box(0, 0, 9, 2), "corridor").space(2, box(13, 0, 9, 2), "corridor", "1")
    plan.way(3, line if drawn == "as is" else line[::-1], highway="steps", level="0;1", **tags)
    building = plan.read(tmp_path)
    (stairs,) = building.connectors
    assert (stairs.kind, stairs.bottom, stairs.top) == (SpaceKind.STAIRS, 0, 1)
    assert stairs.line[0][0] < stairs.line[-1][0]


def test_an_escalator_is_no_way_without_steps(tmp_path: Path) -> None:
    from content.wayfinding.wayfinder import Wayfinder

    plan = Plan().space(1, box(0, 0, 9, 2), "corridor").space(2, box(13, 0, 9, 2), "corridor", "1")
    plan.way(3, [(8.0, 1.0), (14.0, 1.0)], highway="steps", conveying="yes", level="0;1", incline="up")
    finder = Wayfinder(plan.read(tmp_path))
    assert finder.building.connectors[0].escalator
    assert hasattr(finder.route("way/1", "way/2", Profile.SHORTEST), "length_m")
    assert getattr(finder.route("way/1", "way/2", Profile.STEP_FREE), "reason", "") == "no-step-free-way"


def test_a_ramp_between_levels_drawn_as_a_line(tmp_path: Path) -> None:
    plan = Plan().space(1, box(0, 0, 9, 2), "corridor").space(2, box(13, 0, 9, 2), "corridor", "1")
    plan.way(3, [(8.0, 1.0), (14.0, 1.0)], highway="footway", level="0;1", incline="up")
    (ramp,) = plan.read(tmp_path).connectors
    assert (ramp.kind, ramp.levels) == (SpaceKind.RAMP, (0, 1))


def test_names_of_levels_and_the_building_come_from_our_own_head(tmp_path: Path) -> None:
    import json

    from content.wayfinding.reading import read_building

    plain = office().geojson() | {"lotse": {"name": "Rathaus", "level_names": {"1": {"de": "Galerie"}, "0": 7}}}
    path = tmp_path / "plan.geojson"
    path.write_text(json.dumps(plain), encoding="utf-8")
    building = read_building(path)
    assert (building.name, building.level_names) == ("Rathaus", {"1": {"de": "Galerie"}})
    assert building.levels == (0, 1)

"""The plan's file: readable for people who edit it, and drawn as an architect would."""

import json
import re
from itertools import combinations

import pytest
from shapely import unary_union
from shapely.geometry import Point

from tests.content.musterstadt.floor_plan import FILE, LEVELS, Feature, features, is_space, metres, spaces_on

SLIVER_M2 = 0.05
"""Area that seven decimals of a degree can feign along a wall."""


def doors() -> list[Feature]:
    return [feature for feature in features() if "door" in feature.tags]


def test_one_feature_a_line() -> None:
    lines = FILE.read_text("utf-8").splitlines()
    with_feature = [line for line in lines if '"type": "Feature"' in line]
    assert len(with_feature) == len(features())
    for line in with_feature:
        json.loads(line.rstrip(","))


def test_coordinates_have_seven_decimals() -> None:
    numbers = re.findall(r"\[(\d+\.\d+), (\d+\.\d+)\]", FILE.read_text("utf-8"))
    assert numbers
    assert all(len(number.partition(".")[2]) == 7 for pair in numbers for number in pair)


def test_sorted_by_level_then_ref() -> None:
    keys = [
        (int(feature.levels[0]), feature.tags["ref"])
        for feature in features()
        if feature.kind == "Polygon" and "ref" in feature.tags
    ]
    assert keys == sorted(keys)
    levels = [int(feature.levels[0]) for feature in features() if "level" in feature.tags]
    assert levels == sorted(levels)


def test_ids_and_refs_are_unique() -> None:
    ids = [feature.id for feature in features()]
    assert len(set(ids)) == len(ids)
    refs = [feature.tags["ref"] for feature in features() if "ref" in feature.tags]
    assert len(set(refs)) == len(refs)


def test_rooms_carry_their_number_in_the_id() -> None:
    for feature in features():
        match = re.fullmatch(r"([12])\.(\d\d)", feature.tags.get("ref", ""))
        if match:
            assert feature.id == f"way/{match[1]}0{match[2]}"


@pytest.mark.parametrize("level", LEVELS)
def test_no_two_spaces_overlap(level: str) -> None:
    spaces = spaces_on(level)
    assert all(space.polygon.is_valid for space in spaces)
    overlapping = [
        (one, other)
        for one, other in combinations(spaces, 2)
        if one.polygon.intersection(other.polygon).area > SLIVER_M2
    ]
    assert overlapping == []


@pytest.mark.parametrize("level", LEVELS)
def test_neighbours_share_their_wall_node_by_node(level: str) -> None:
    """Where two spaces lie side by side, both rings name the same nodes along the wall: no gap, no overlap."""
    spaces = spaces_on(level)
    for one, other in combinations(spaces, 2):
        if one.polygon.distance(other.polygon) > 0.5:
            continue
        shared = set(one.nodes) & set(other.nodes)
        assert shared, f"{one} and {other} lie side by side but share no node"
        wall = one.polygon.buffer(0.05).intersection(other.polygon.buffer(0.05))
        along = [
            space
            for space in (one, other)
            for node in space.nodes
            if node not in shared and wall.distance(Point(metres(node))) < 0.02
        ]
        assert along == [], f"{one} and {other} do not share every node of their wall"


def test_every_door_is_a_node_of_the_walls_it_opens() -> None:
    for door in doors():
        (level,) = door.levels
        opened = [space for space in spaces_on(level) if door.nodes[0] in space.nodes]
        outside = "entrance" in door.tags and len(opened) == 1
        assert outside or len(opened) == 2, f"{door} stands on the walls of {opened}"


def test_doors_have_a_believable_width() -> None:
    for door in doors():
        width = float(door.tags["width"])
        least = 0.9 if door.tags["door"] != "no" else 1.2
        assert least <= width <= 4.0, door


def test_no_door_stands_in_a_corner() -> None:
    """The whole leaf fits between the corners of the wall it is in."""
    for door in doors():
        half = float(door.tags["width"]) / 2
        for space in spaces_on(door.levels[0]):
            if door.nodes[0] not in space.nodes:
                continue
            assert all(door.point.distance(corner) >= half for corner in space.corners), (door, space)


@pytest.mark.parametrize("level", LEVELS)
def test_every_closed_room_has_a_door(level: str) -> None:
    spaces = spaces_on(level)
    at = {door.nodes[0] for door in doors() if level in door.levels}
    without = [space for space in spaces if space.tags["indoor"] == "room" and not at & set(space.nodes)]
    assert without == []


def test_lifts_and_stairs_stand_over_each_other() -> None:
    """One feature for all levels: their place cannot differ."""
    through = [f for f in features() if is_space(f) and f.levels == ("-1", "0", "1", "2")]
    assert sorted(feature.tags["name"] for feature in through) == ["Aufzug A", "Aufzug B", "Haupttreppe", "Osttreppe"]
    for feature in through:
        on = [door for door in doors() if door.nodes[0] in feature.nodes and "entrance" not in door.tags]
        assert sorted(door.levels for door in on) == [("-1",), ("0",), ("1",), ("2",)], feature


def test_upper_floors_stand_on_the_floors_below() -> None:
    outlines = {level: unary_union([space.polygon for space in spaces_on(level)]) for level in LEVELS}
    assert outlines["1"].difference(outlines["0"]).area < 1.0
    assert outlines["2"].difference(outlines["1"]).area < 1.0

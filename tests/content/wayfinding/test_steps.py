"""The steps of a way: left and right as the drawing says, few of them, nothing silly."""

import math
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from shapely import LineString, Point, Polygon, get_coordinates
from shapely import box as rectangle
from shapely.affinity import rotate

from content.wayfinding.building import SpaceKind
from content.wayfinding.directions import directions
from content.wayfinding.reading import read_building
from content.wayfinding.route import Profile, Route, Step, StepKind
from content.wayfinding.wayfinder import Wayfinder
from tests.content.wayfinding.plans import MUSTERSTADT, Plan, box, office

XY = tuple[float, float]
LIFT_TEXTS = {
    "-1": "Ins Untergeschoss fahren",
    "0": "Ins Erdgeschoss fahren",
    "1": "In den 1. Stock fahren",
    "2": "In den 2. Stock fahren",
}
SIDES = {StepKind.LEFT: 1, StepKind.SLIGHT_LEFT: 1, StepKind.RIGHT: -1, StepKind.SLIGHT_RIGHT: -1}


@cache
def musterstadt() -> Wayfinder:
    return Wayfinder(read_building(MUSTERSTADT))


@cache
def ways() -> tuple[Route, ...]:
    return tuple(_ways())


def _ways() -> Iterator[Route]:
    """From both kiosks and from some rooms to all rooms."""
    finder = musterstadt()
    rooms = [space.id for space in finder.building.spaces if space.kind is SpaceKind.ROOM and not space.closed]
    for start in (finder.find("KIOSK-1"), finder.find("KIOSK-2"), *rooms[::13]):
        for goal in rooms:
            for profile in Profile:
                way = finder.route(start, goal, profile)
                if isinstance(way, Route) and start != goal:
                    yield way


def flat(way: Route, level: float) -> list[XY]:
    """The last run of drawn points on a level."""
    return [(point.x, point.y) for point in way.points if point.level == level]


def test_the_room_is_on_the_side_that_is_said() -> None:
    spaces = {space.id: space for space in musterstadt().building.spaces}
    checked = 0
    for way in ways():
        step, goal = way.steps[-1], Polygon(spaces[way.goal].outline)
        line = LineString(flat(way, step.level))
        crossing = line.intersection(goal.exterior)
        if step.side not in ("left", "right") or crossing.is_empty:
            continue
        at = max(line.project(Point(one)) for one in get_coordinates(crossing))
        door, before = line.interpolate(at), line.interpolate(max(0.0, at - 4.0))
        if before.distance(door) < 2:
            continue
        assert _larger_side((before.x, before.y), (door.x, door.y), goal) == step.side, (way.start, way.goal)
        checked += 1
    assert checked > 300


def test_out_of_the_room_is_to_the_side_that_is_said() -> None:
    spaces = {space.id: space for space in musterstadt().building.spaces}
    checked = 0
    for way in ways():
        step, room = way.steps[0], Polygon(spaces[way.start].outline) if way.start in spaces else None
        if room is None or step.side not in ("left", "right") or step.length_m < 5:
            continue
        line = LineString([(p.x, p.y) for p in way.points[: way.steps[1].first_point + 1]])
        crossing = line.intersection(room.exterior)
        at = max(line.project(Point(one)) for one in get_coordinates(crossing))
        door, after = line.interpolate(at), line.interpolate(at + 4.0)
        coming_back = _larger_side((after.x, after.y), (door.x, door.y), room)
        assert {coming_back, step.side} == {"left", "right"}, (way.start, way.goal)
        checked += 1
    assert checked > 100


def _larger_side(before: XY, door: XY, goal: Polygon) -> str:
    """On which side of the line walked to the door most of the room lies."""
    angle = math.degrees(math.atan2(door[1] - before[1], door[0] - before[0]))
    left = rotate(rectangle(door[0] - 99, door[1], door[0] + 99, door[1] + 99), angle, origin=door)
    return "left" if goal.intersection(left).area > goal.area / 2 else "right"


def test_turns_are_to_the_side_that_is_said() -> None:
    checked = 0
    for way in ways():
        for step in way.steps:
            if step.kind in SIDES and step.length_m > 3:
                bend = _bend(way, step)
                assert bend * SIDES[step.kind] > 0, (way.start, way.goal, step.kind, bend)
                checked += 1
    assert checked > 300


def _bend(way: Route, step: Step) -> float:
    """Degrees, left positive, from the metres before a step to the step's end."""
    points, first = way.points, step.first_point
    last = next((one.first_point for one in way.steps if one.first_point > first), len(points) - 1)
    back = first - 1
    while back > 0 and points[back - 1].level == step.level and _apart(way, back, first) < 1:
        back -= 1
    before = math.atan2(points[first].y - points[back].y, points[first].x - points[back].x)
    after = math.atan2(points[last].y - points[first].y, points[last].x - points[first].x)
    return (math.degrees(after - before) + 180) % 360 - 180


def _apart(way: Route, one: int, other: int) -> float:
    return math.dist((way.points[one].x, way.points[one].y), (way.points[other].x, way.points[other].y))


def test_few_steps_each_with_something_to_hold_on_to() -> None:
    counts = []
    for way in ways():
        counts.append(len(way.steps))
        texts = directions(way, musterstadt().building, "de")
        assert not {"Losgehen", "Weitergehen", "Umdrehen und zurückgehen"} & set(texts), (way.start, way.goal)
        assert all(one != other for one, other in pairwise(texts))
    assert max(counts) <= 7
    assert sum(counts) / len(counts) < 4.5


def test_first_points_rise_and_lengths_add_up() -> None:
    for way in ways():
        firsts = [step.first_point for step in way.steps]
        assert firsts == sorted(firsts)
        assert firsts[-1] == len(way.points) - 1
        told = math.fsum(step.length_m for step in way.steps)
        ridden = math.fsum(3.5 * abs((s.to_level or 0) - s.level) for s in way.steps if s.kind is StepKind.LIFT)
        assert told <= way.length_m + 0.5
        assert way.length_m - told - ridden < 20, (way.start, way.goal)  # inside the rooms and the lift


def test_the_lift_says_where_it_goes() -> None:
    for way in ways():
        for step in way.steps:
            if step.kind is StepKind.LIFT:
                assert step.to_level == way.points[-1].level
                assert step.level != step.to_level
                assert f"{step.to_level:g}" in LIFT_TEXTS
                texts = directions(way, musterstadt().building, "de")
                assert texts[way.steps.index(step)] == LIFT_TEXTS[f"{step.to_level:g}"]


def told(plan: Plan, folder: Path, start: str, goal: str, language: str = "de") -> tuple[str, ...]:
    finder = Wayfinder(plan.read(folder))
    way = finder.route(finder.find(start), finder.find(goal), Profile.SHORTEST)
    assert isinstance(way, Route)
    return directions(way, finder.building, language)


def test_from_one_room_to_another(tmp_path: Path) -> None:
    assert told(office(), tmp_path, "0.01", "0.02") == ("Aus dem Zimmer, dann links", "Zimmer 0.02 ist links")
    assert told(office(), tmp_path, "0.02", "0.01") == ("Aus dem Zimmer, dann rechts", "Zimmer 0.01 ist rechts")
    assert told(office(), tmp_path, "KIOSK", "0.02") == ("Richtung Zimmer 0.02 gehen", "Zimmer 0.02 ist links")


def test_up_the_stairs_and_to_a_room(tmp_path: Path) -> None:
    assert told(office(), tmp_path, "0.01", "1.01") == (
        "Aus dem Zimmer, dann rechts zur Treppe",
        "In den 1. Stock hinaufgehen",
        "Geradeaus gehen",
        "Zimmer 1.01 ist links",
    )


def test_a_room_that_must_be_walked_through_is_named(tmp_path: Path) -> None:
    plan = office().space(5, box(0, 6, 10, 4), ref="0.05").door(105, (5, 6))
    texts = told(plan, tmp_path, "KIOSK", "0.05")
    assert texts[1:] == ("Rechts durch Zimmer 0.01 gehen", "Zimmer 0.05 ist vor Ihnen")
    assert told(plan, tmp_path, "KIOSK", "0.05", "en")[1] == "Right, through room 0.01"


def test_a_lift_walked_through_on_one_level_is_told(tmp_path: Path) -> None:
    plan = Plan().space(1, box(0, 0, 10, 2), "corridor").space(2, box(12.2, 0, 10, 2), "corridor")
    plan.space(3, box(10.1, 0, 2, 2), level="0;1", highway="elevator", name="Aufzug A")
    plan.door(11, (10.05, 1)).door(12, (12.15, 1)).space(4, box(0, 0, 10, 2), "corridor", "1").door(13, (10.05, 1), "1")
    plan.space(5, box(15, 2, 4, 4), ref="0.05").door(15, (17, 2))
    plan.space(6, box(2, 2, 4, 4), ref="0.06").door(16, (4, 2))
    texts = told(plan, tmp_path, "0.06", "0.05")
    assert texts == (
        "Aus dem Zimmer, dann links zum Aufzug A",
        "Durch den Aufzug A gehen",
        "Geradeaus gehen",
        "Zimmer 0.05 ist links",
    )


@pytest.mark.parametrize("language", ["de", "en"])
def test_out_of_a_lift_drawn_as_a_point_no_side_is_made_up(tmp_path: Path, language: str) -> None:
    plan = Plan().space(1, box(0, 0, 20, 2), "corridor").space(2, box(0, 0, 20, 2), "corridor", "1")
    plan.space(3, box(0, 2, 4, 4), level="1", ref="1.03").door(13, (2, 2), "1")
    plan.space(4, box(14, 2, 4, 4), ref="0.04").door(14, (16, 2)).point(5, (10, 0.5), highway="elevator", level="0;1")
    texts = told(plan, tmp_path, "0.04", "1.03", language)
    assert texts[-2] == ("Richtung Zimmer 1.03 gehen" if language == "de" else "Go towards room 1.03")


def test_a_stairwell_walked_through_on_one_level_is_no_climb(tmp_path: Path) -> None:
    plan = Plan().space(1, box(0, 0, 10, 2), "corridor").space(2, box(14, 0, 10, 2), "corridor")
    plan.space(3, box(10, 0, 4, 4), level="0;1", room="stairs").door(11, (10, 1)).door(12, (14, 1))
    plan.space(5, box(17, 2, 4, 4), ref="0.05").door(15, (19, 2)).space(6, box(2, 2, 4, 4), ref="0.06").door(16, (4, 2))
    assert "Durch das Treppenhaus gehen" in told(plan, tmp_path, "0.06", "0.05")
    assert "Go through the stairwell" in told(plan, tmp_path, "0.06", "0.05", "en")


def test_two_flights_with_a_landing_are_one_climb(tmp_path: Path) -> None:
    plan = Plan().space(1, box(0, 0, 10, 2), "corridor").space(2, box(16, 0, 10, 2), "corridor", "1")
    plan.space(3, box(12, 0, 2, 2), "area", "0.5").space(6, box(2, 2, 4, 4), ref="0.06").door(16, (4, 2))
    plan.way(7, [(9.9, 1), (12.1, 1)], highway="steps", level="0;0.5", incline="up")
    plan.way(8, [(13.9, 1), (16.1, 1)], highway="steps", level="0.5;1", incline="up")
    plan.space(9, box(20, 2, 4, 4), level="1", ref="1.09").door(19, (22, 2), "1")
    assert told(plan, tmp_path, "0.06", "1.09") == (
        "Aus dem Zimmer, dann links zur Treppe",
        "In den 1. Stock hinaufgehen",
        "Geradeaus gehen",
        "Zimmer 1.09 ist links",
    )

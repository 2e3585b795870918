"""The best way between two places: found by what people call them, by how they walk, or an honest reason why not."""

import math
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from content.wayfinding.reading import read_building
from content.wayfinding.route import NoWay, Profile, Route, StepKind
from content.wayfinding.walkable import build_graph
from content.wayfinding.wayfinder import UnknownPlace, Wayfinder
from tests.content.wayfinding.plans import MUSTERSTADT, Plan, box, office


@pytest.fixture(scope="module")
def town() -> Wayfinder:
    return Wayfinder(read_building(MUSTERSTADT))


def length(finder: Wayfinder, start: str, goal: str, profile: Profile = Profile.SHORTEST) -> float:
    way = finder.route(finder.find(start), finder.find(goal), profile)
    assert isinstance(way, Route), way
    return way.length_m


def reason(finder: Wayfinder, start: str, goal: str, profile: Profile = Profile.SHORTEST) -> str:
    way = finder.route(finder.find(start), finder.find(goal), profile)
    assert isinstance(way, NoWay), way
    return way.reason


# --- places ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "said", ["way/1007", "1.07", " 1.07 ", "Zimmer 1.07", "zimmer 1.07", "Raum 1.07", "Room 1.07", "Ausweis und Pass"]
)
def test_a_room_is_found_by_all_it_is_called(town: Wayfinder, said: str) -> None:
    assert town.find(said) == "way/1007"


def test_marks_and_halls_are_found(town: Wayfinder) -> None:
    assert town.find("kiosk-1") == "node/800001"
    assert town.find("Wartebereich Blau") == town.find("Waiting area Blau") == "way/1911"


def test_an_unknown_place_is_refused_with_near_names(town: Wayfinder) -> None:
    with pytest.raises(UnknownPlace, match=r"`1\.07`"):
        town.find("1.077")
    with pytest.raises(UnknownPlace, match=r"^there is no place `@@@@@@`$"):
        town.find("@@@@@@")
    with pytest.raises(UnknownPlace, match=r"there is no place `1\.07`"):
        town.route("1.07", "way/1001", Profile.SHORTEST)


# --- lengths ---------------------------------------------------------------------------------------------------------


def test_lengths_by_hand(tmp_path: Path) -> None:
    finder = Wayfinder(office().read(tmp_path))
    assert length(finder, "0.01", "0.01") == 0
    # From the middle of 0.01 (5, 4) to its door (2, 2), along the wall to (18, 2), to the middle of 0.02 (15, 4).
    assert length(finder, "0.01", "0.02") == pytest.approx(3.606 + 16 + 3.606, rel=0.01)
    # From the kiosk (8, 1) to the lift's door (20, 1) and its middle (21, 1), one level of 3.5 m, back to (2, 2).
    ridden = 12 + 1 + 3.5 + 1 + 18.03 + 3.606
    assert length(finder, "KIOSK", "1.01", Profile.STEP_FREE) == pytest.approx(ridden, rel=0.01)
    # Or to the stairs' door (0, 1) and their middle (-2, 1), up 6.3 m of steps.
    assert length(finder, "KIOSK", "1.01") == pytest.approx(8 + 2 + 6.3 + 2 + 2.236 + 3.606, rel=0.01)


def test_columns_and_walls_are_walked_around(tmp_path: Path) -> None:
    def hall(*obstacles: tuple[int, list[tuple[float, float]]]) -> float:
        plan = Plan().space(1, box(0, 0, 20, 10), "area").space(2, box(-4, 3, 4, 4)).space(3, box(20, 3, 4, 4))
        plan.door(12, (0, 5)).door(13, (20, 5))
        for number, line in obstacles:
            plan.way(number, line, indoor="wall", level="0")
        return length(Wayfinder(plan.read(tmp_path)), "way/2", "way/3")

    free = hall()
    assert free == pytest.approx(24, rel=0.01)
    assert free + 0.3 < hall((50, box(8, 3, 4, 4))) < free + 3  # a column 4 m wide
    around = 2 * math.hypot(10, 4.3) - 20
    assert hall((51, [(10, 0), (10, 9)])) == pytest.approx(free + around, abs=0.3)  # a wall with a gap at its end
    assert hall((52, [(10, 7), (10, 9)])) == pytest.approx(free)


def test_of_stairs_lift_and_ramp_each_profile_takes_its_own(tmp_path: Path) -> None:
    plan = office().way(30, [(10, 0.5), (14, 0.5)], highway="footway", level="0;1", incline="up")
    finder = Wayfinder(plan.read(tmp_path))

    def kinds(finder: Wayfinder, profile: Profile) -> set[StepKind]:
        way = finder.route(finder.find("KIOSK"), finder.find("1.01"), profile)
        assert isinstance(way, Route)
        return {step.kind for step in way.steps} & {StepKind.LIFT, StepKind.STAIRS, StepKind.RAMP}

    assert kinds(finder, Profile.STEP_FREE) == {StepKind.RAMP}
    without_ramp = Wayfinder(finder.building, ["way/30"], finder.graph)
    assert kinds(without_ramp, Profile.STEP_FREE) == {StepKind.LIFT}
    assert kinds(without_ramp, Profile.SHORTEST) == {StepKind.STAIRS}
    assert kinds(without_ramp, Profile.STEP_FREE_FEW_TURNS) == {StepKind.LIFT}


def test_ways_drawn_as_lines_join_rooms_without_a_hall(tmp_path: Path) -> None:
    plan = Plan().space(1, box(0, 2, 4, 4), ref="1").space(2, box(36, 2, 4, 4), ref="2")
    for number, line in ((3, [(2, 0), (20, 0)]), (4, [(20, 0), (38, 0)])):
        plan.way(number, line, highway="footway", level="0")
    finder = Wayfinder(plan.read(tmp_path))
    assert 40 < length(finder, "1", "2") < 46


def test_a_toilet_that_is_too_narrow_is_still_reached_without_steps(tmp_path: Path) -> None:
    plan = office().space(5, box(20, 2, 0.1, 0.1))
    plan.space(6, box(10, -8, 4, 4), amenity="toilets", wheelchair="no", name="WC").door(106, (12, -4))
    assert length(Wayfinder(plan.read(tmp_path)), "0.03", "WC", Profile.STEP_FREE) > 0


def test_private_rooms_are_reached_only_when_asked_and_never_walked_through(tmp_path: Path) -> None:
    plan = office().space(5, box(0, 6, 10, 4), ref="0.05").door(105, (5, 6))
    plan.ways = [(one, line, tags | ({"access": "private"} if one == "way/1" else {})) for one, line, tags in plan.ways]
    finder = Wayfinder(plan.read(tmp_path))
    kiosk, private = finder.find("KIOSK"), finder.find("0.01")
    assert reason(finder, "KIOSK", "0.01") == "closed"
    assert isinstance(finder.route(kiosk, private, Profile.SHORTEST, private=True), Route)
    assert isinstance(finder.route(kiosk, finder.find("0.05"), Profile.SHORTEST, private=True), NoWay)


# --- no way ----------------------------------------------------------------------------------------------------------


def test_why_there_is_no_way(tmp_path: Path) -> None:
    building = office().space(5, box(90, 90, 4, 4), ref="0.05").read(tmp_path)
    finder = Wayfinder(building)
    assert reason(finder, "KIOSK", "0.05") == "not-connected"
    no_lift = Wayfinder(building, ["Aufzug"], finder.graph)
    assert reason(no_lift, "KIOSK", "1.01", Profile.STEP_FREE) == "no-step-free-way"
    nothing = Wayfinder(building, ["aufzug", "Treppe"], finder.graph)
    for profile in Profile:
        assert reason(nothing, "KIOSK", "1.01", profile) == "closed"
    shut = Wayfinder(building, ["1.01"], finder.graph)
    assert reason(shut, "KIOSK", "1.01") == "closed"


def test_the_room_down_the_steps_has_no_way_without_steps(town: Wayfinder) -> None:
    assert reason(town, "KIOSK-1", "U.11", Profile.STEP_FREE) == "no-step-free-way"
    assert length(town, "KIOSK-1", "U.11") > 10


def test_a_closed_lift_is_replaced_by_the_other(town: Wayfinder) -> None:
    without = Wayfinder(town.building, ["Aufzug A"], town.graph)
    way = without.route(without.find("KIOSK-1"), without.find("1.07"), Profile.STEP_FREE)
    assert isinstance(way, Route)
    assert {step.towards for step in way.steps if step.kind is StepKind.LIFT} == {town.find("Aufzug B")}


# --- the graph that is kept ------------------------------------------------------------------------------------------


def test_a_graph_from_a_file_gives_the_same_ways(town: Wayfinder) -> None:
    kept = msgspec.msgpack.decode(msgspec.msgpack.encode(town.graph), type=type(town.graph))
    assert kept == build_graph(town.building)
    assert length(Wayfinder(town.building, (), kept), "KIOSK-1", "2.15") == length(town, "KIOSK-1", "2.15")


def test_with_a_kept_graph_no_library_for_geometry_is_loaded(town: Wayfinder, tmp_path: Path) -> None:
    """A kiosk of small memory finds its ways with a graph that another process made."""
    kept = tmp_path / "kept"
    kept.write_bytes(msgspec.msgpack.encode((town.building, town.graph)))
    program = """
import sys, pathlib, msgspec
from content.wayfinding.building import Building
from content.wayfinding.directions import directions
from content.wayfinding.graph import WalkGraph
from content.wayfinding.route import Profile
from content.wayfinding.wayfinder import Wayfinder
raw = pathlib.Path(sys.argv[1]).read_bytes()
building, graph = msgspec.msgpack.decode(raw, type=tuple[Building, WalkGraph])
finder = Wayfinder(building, (), graph)
way = finder.route(finder.find("KIOSK-1"), finder.find("1.07"), Profile.SHORTEST)
print(len(directions(way, building, "de")))
print(*sorted({"shapely", "numpy", "scipy"} & set(sys.modules)))
"""
    done = subprocess.run([sys.executable, "-c", program, kept], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["4", ""]

"""What real plans lack is repaired or left out, and reported; each with a plan drawn for it."""

from pathlib import Path

from content.wayfinding.building import Building
from content.wayfinding.report import KINDS, Report
from content.wayfinding.route import Profile, Route
from content.wayfinding.wayfinder import Wayfinder
from tests.content.wayfinding.plans import Plan, box, kinds, office


def joins(building: Building, start: str, goal: str, profile: Profile = Profile.SHORTEST) -> bool:
    return isinstance(Wayfinder(building).route(start, goal, profile), Route)


def test_a_sound_plan_needs_no_repair(tmp_path: Path) -> None:
    _, report = office().examined(tmp_path)
    assert report.counts() == {}
    assert report.lines() == []


def test_an_open_outline_is_closed(tmp_path: Path) -> None:
    plan = Plan().space(1, box(0, 0, 4, 4)[:-1])
    building, report = plan.examined(tmp_path)
    assert building.spaces[0].outline[0] == building.spaces[0].outline[-1]
    assert kinds(report, "way/1") >= {"closed-outline"}


def test_an_outline_that_crosses_itself_is_mended(tmp_path: Path) -> None:
    plan = Plan().space(1, [(0, 0), (8, 0), (8, 6), (7, 6), (7, -1), (0, 6), (0, 0)])
    building, report = plan.examined(tmp_path)
    assert "mended-outline" in kinds(report, "way/1")
    assert len(building.spaces) == 1


def test_an_outline_without_ground_is_left_out(tmp_path: Path) -> None:
    plan = Plan().space(1, box(0, 0, 4, 4)).space(2, [(0, 0), (4, 0), (0, 0)]).space(3, box(0, 0, 0.1, 0.1))
    building, report = plan.examined(tmp_path)
    assert [space.id for space in building.spaces] == ["way/1"]
    assert kinds(report, "way/2") == kinds(report, "way/3") == {"too-small"}


def test_a_room_without_a_door_gets_one_to_its_corridor(tmp_path: Path) -> None:
    plan = office().space(5, box(0, -8, 20, 4), ref="0.05")
    plan.points = [one for one in plan.points if one[0] != "node/101"]
    building, report = plan.examined(tmp_path)
    assert kinds(report, "way/1") == kinds(report, "way/5") == {"assumed-door"}
    doors = {door.spaces: door for door in building.doors if door.assumed}
    assert set(doors) == {("way/1", "way/10"), ("way/5", "way/3")}
    assert doors["way/1", "way/10"].at[1] - 8 < 2.5  # the plan begins at y -8
    assert joins(building, "way/1", "way/5")


def test_missing_and_senseless_levels_are_reported(tmp_path: Path) -> None:
    plan = office().way(5, box(30, 0, 2, 2), indoor="room").space(6, box(40, 0, 2, 2), level="EG")
    plan.point(8, (10, -4), entrance="yes", door="yes")
    building, report = plan.examined(tmp_path)
    assert {"way/5", "way/6"}.isdisjoint(space.id for space in building.spaces)
    assert kinds(report, "way/5") == {"no-level"}
    assert kinds(report, "way/6") == {"bad-level"}
    assert "level-assumed" in kinds(report, "node/8")


def test_of_an_id_that_stands_twice_the_first_is_used(tmp_path: Path) -> None:
    plan = office().space(1, box(50, 50, 4, 4), ref="9.99").door(101, (10, 2))
    building, report = plan.examined(tmp_path)
    assert [space.ref for space in building.spaces if space.id == "way/1"] == ["0.01"]
    assert kinds(report, "way/1") == {"twice"}
    assert kinds(report, "node/101") == {"twice"}


def test_a_door_in_no_wall_is_left_out(tmp_path: Path) -> None:
    building, report = office().door(199, (60, 60)).examined(tmp_path)
    assert kinds(report, "node/199") == {"lonely-door"}
    assert all(door.id != "node/199" for door in building.doors)


def test_a_door_drawn_beside_the_wall_still_joins(tmp_path: Path) -> None:
    plan = office()
    plan.points = [(one, (2, 2.4) if one == "node/101" else at, tags) for one, at, tags in plan.points]
    building = plan.read(tmp_path)
    assert {door.id: set(door.spaces) for door in building.doors}["node/101"] == {"way/1", "way/10"}


def test_corridors_that_touch_go_on_in_one_another(tmp_path: Path) -> None:
    plan = Plan().space(1, box(0, 0, 10, 2), "corridor").space(2, box(10, 0, 10, 2), "corridor")
    building, report = plan.examined(tmp_path)
    assert kinds(report) == {"opening"}
    assert joins(building, "way/1", "way/2", Profile.STEP_FREE)


def test_rooms_that_touch_do_not(tmp_path: Path) -> None:
    plan = office()
    building = plan.read(tmp_path)
    way = Wayfinder(building).route("way/1", "way/2", Profile.SHORTEST)
    assert isinstance(way, Route)
    assert way.length_m > 16


def test_emergency_exits_and_private_doors_are_not_used(tmp_path: Path) -> None:
    plan = Plan().space(1, box(0, 0, 4, 4), "corridor").space(2, box(4.3, 0, 4, 4)).space(3, box(0, 4.3, 4, 4))
    plan.door(4, (4.15, 2), entrance="emergency").door(5, (2, 4.15), access="private")
    building, _ = plan.examined(tmp_path)
    assert {door.id for door in building.doors if door.closed} == {"node/4", "node/5"}
    used = Wayfinder(building).graph.doors.values()
    assert {"node/4", "node/5"}.isdisjoint(used)


def test_every_kind_of_finding_belongs_to_a_heading() -> None:
    report = Report()
    for kind in KINDS:
        for number in range(7):
            report.add(f"way/{number}", kind, "is so")
    lines = report.lines(each=5)
    assert [line for line in lines if not line.startswith(" ")] == ["Repaired:", "Left out:", "Cannot be reached:"]
    assert sum("2 more of this kind" in line for line in lines) == len(KINDS)

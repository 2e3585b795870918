"""A building that is written and read again is the same building."""

from pathlib import Path

import pytest

from content.wayfinding.building import Building
from content.wayfinding.reading import import_building, read_building
from content.wayfinding.route import Profile, Route
from content.wayfinding.wayfinder import Wayfinder
from content.wayfinding.writing import geojson
from tests.content.wayfinding.plans import MUSTERSTADT, Plan, box, office


def again(building: Building, folder: Path) -> Building:
    path = folder / "written.geojson"
    path.write_text(geojson(building), encoding="utf-8")
    return read_building(path)


def lines_and_walls() -> Plan:
    plan = office().way(30, [(1, 1), (19, 1)], highway="footway", level="0", name="Weg", wheelchair="yes")
    plan.way(31, [(14, 0.5), (19, 0.5)], highway="steps", level="0;1", incline="down", conveying="yes")
    plan.way(32, [(3, 0.5), (9, 0.5)], highway="footway", level="0;1", incline="up", access="private")
    plan.way(33, [(5, 0), (5, 1)], indoor="wall", level="0").point(34, (12, 1), highway="elevator", level="0;1")
    plan.space(35, box(6, 3, 1, 1), "wall").space(36, box(30, 0, 9, 9), "area", "0.5", shop="kiosk")
    plan.space(37, box(30, 9, 9, 2), "corridor", ramp="yes", wheelchair="yes", colour="blau")
    return plan


@pytest.fixture(params=["office", "lines and walls", "Musterstadt"])
def building(request: pytest.FixtureRequest, tmp_path: Path) -> Building:
    if request.param == "Musterstadt":
        return read_building(MUSTERSTADT)
    return (office() if request.param == "office" else lines_and_walls()).read(tmp_path)


def test_spaces_doors_ways_and_marks_are_the_same(building: Building, tmp_path: Path) -> None:
    second = again(building, tmp_path)
    assert second.spaces == building.spaces
    assert second.doors == building.doors
    assert sorted(second.connectors, key=lambda one: one.id) == sorted(building.connectors, key=lambda one: one.id)
    assert second.walkways == building.walkways
    assert second.marks == building.marks
    assert [level for level, _ in second.walls] == [level for level, _ in building.walls]
    assert (second.name, second.levels, second.level_names, second.origin) == (
        building.name,
        building.levels,
        building.level_names,
        building.origin,
    )
    assert second.outlines == building.outlines


def test_lengths_are_the_same(building: Building, tmp_path: Path) -> None:
    first, second = Wayfinder(building), Wayfinder(again(building, tmp_path))
    assert set(first.graph.places) == set(second.graph.places)
    start, *others = sorted(first.graph.places)
    for other in others:
        ways = [finder.route(start, other, Profile.SHORTEST, private=True) for finder in (first, second)]
        if isinstance(ways[0], Route):
            assert isinstance(ways[1], Route)
            assert ways[1].length_m == pytest.approx(ways[0].length_m, rel=1e-3, abs=0.02)
        else:
            assert not isinstance(ways[1], Route)


def test_nothing_more_is_repaired_the_second_time(building: Building, tmp_path: Path) -> None:
    path = tmp_path / "written.geojson"
    path.write_text(geojson(building), encoding="utf-8")
    assert import_building(path)[1].counts() == {}


def test_the_file_is_one_feature_a_line(building: Building) -> None:
    lines = geojson(building).splitlines()
    assert sum(line.startswith('{"type": "Feature"') for line in lines) == len(lines) - 4

"""What holds in every house: lengths as by a Dijkstra of our own, the same both ways, no step where none may be."""

import json
import math
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from content.wayfinding.all_pairs import all_pairs
from content.wayfinding.building import Space, SpaceKind
from content.wayfinding.command import run
from content.wayfinding.directions import directions
from content.wayfinding.route import NoWay, Point, Profile, Route, StepKind
from content.wayfinding.wayfinder import BEND_M, Wayfinder
from tests.content.wayfinding.dijkstra import Checker
from tests.content.wayfinding.houses import houses
from tests.content.wayfinding.plans import Plan

HOUSE = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def checker_of(path: Path, capsys: pytest.CaptureFixture[str]) -> Checker:
    capsys.readouterr()
    assert run([str(path), "--graph"]) == 0
    return Checker(json.loads(capsys.readouterr().out))


def length_of(way: Route | NoWay) -> float:
    return way.length_m if isinstance(way, Route) else math.inf


@HOUSE
@given(plan=houses())
def test_lengths_are_those_of_a_plain_dijkstra(plan: Plan, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = plan.write(tmp_path)
    finder, checker = Wayfinder(plan.read(tmp_path)), checker_of(path, capsys)
    for start, goal in combinations(sorted(finder.graph.places)[:8], 2):
        for profile in (Profile.SHORTEST, Profile.STEP_FREE):
            way = finder.route(start, goal, profile, private=True)
            expected = checker.length(start, goal, profile is not Profile.SHORTEST)
            assert length_of(way) == pytest.approx(expected, abs=0.02)


@HOUSE
@given(plan=houses())
def test_ways_are_as_long_back_and_never_shorter_than_needed(plan: Plan, tmp_path: Path) -> None:
    finder = Wayfinder(plan.read(tmp_path))
    places = sorted(finder.graph.places)[:6]
    for start, goal in combinations(places, 2):
        there = length_of(finder.route(start, goal, Profile.SHORTEST))
        assert length_of(finder.route(goal, start, Profile.SHORTEST)) == pytest.approx(there)
        assert length_of(finder.route(start, goal, Profile.STEP_FREE)) >= there - 0.01
        for over in set(places) - {start, goal}:
            owner = finder.graph.owners[finder.graph.place_owner[over]]
            if owner.through and len(finder.graph.places[over]) == 1:
                first, second = (finder.route(a, b, Profile.SHORTEST) for a, b in ((start, over), (over, goal)))
                assert there <= length_of(first) + length_of(second) + 0.02


@HOUSE
@given(plan=houses(), shut=st.integers(1, 24))
def test_closed_parts_and_steps_are_not_walked_on(
    plan: Plan, shut: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    closed, path = f"way/{shut}", plan.write(tmp_path)
    building, checker = plan.read(tmp_path), checker_of(path, capsys)
    finder = Wayfinder(building, [closed])
    for start, goal in combinations(sorted(finder.graph.places)[:8], 2):
        way = finder.route(start, goal, Profile.STEP_FREE, private=True)
        assert length_of(way) == pytest.approx(checker.length(start, goal, True, [closed]), abs=0.02)
        if isinstance(way, Route):
            assert closed not in (start, goal)
            assert not any(step.kind is StepKind.STAIRS for step in way.steps)
            for space in building.spaces:
                if space.id == closed or space.kind is SpaceKind.STAIRS:
                    assert not any(_well_inside(point, space) for point in way.points)


def _well_inside(at: Point, space: Space) -> bool:
    xs, ys = [x for x, _ in space.outline], [y for _, y in space.outline]
    flat = at.level in space.levels
    return flat and min(xs) + 0.1 < at.x < max(xs) - 0.1 and min(ys) + 0.1 < at.y < max(ys) - 0.1


@HOUSE
@given(plan=houses())
def test_few_turns_costs_metres_only_for_stretches_spared(
    plan: Plan, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = plan.write(tmp_path)
    finder, checker = Wayfinder(plan.read(tmp_path)), checker_of(path, capsys)
    for start, goal in combinations(sorted(finder.graph.places)[:8], 2):
        short = finder.route(start, goal, Profile.STEP_FREE, private=True)
        calm = finder.route(start, goal, Profile.STEP_FREE_FEW_TURNS, private=True)
        assert isinstance(short, Route) == isinstance(calm, Route)
        if isinstance(short, Route) and isinstance(calm, Route):
            cost = checker.length(start, goal, True, a_stretch=BEND_M)
            assert short.length_m - 0.02 <= calm.length_m <= cost - BEND_M * (len(calm.points) - 1) + 0.02


@HOUSE
@given(plan=houses())
def test_steps_follow_the_drawn_points(plan: Plan, tmp_path: Path) -> None:
    finder = Wayfinder(plan.read(tmp_path))
    for start, goal in combinations(sorted(finder.graph.places)[:8], 2):
        way = finder.route(start, goal, Profile.SHORTEST, private=True)
        if isinstance(way, Route):
            firsts = [step.first_point for step in way.steps]
            assert firsts == sorted(firsts)
            assert 0 <= firsts[0] <= firsts[-1] == len(way.points) - 1
            assert [step.kind for step in way.steps].count(StepKind.ARRIVE) == 1
            assert way.steps[-1].kind is StepKind.ARRIVE
            assert math.fsum(step.length_m for step in way.steps) <= way.length_m * 1.01 + 0.2
            for german, english in zip(
                directions(way, finder.building, "de"), directions(way, finder.building, "en"), strict=True
            ):
                assert german.strip()
                assert english.strip()


@HOUSE
@given(plan=houses())
def test_all_pairs_are_the_same_ways(plan: Plan, tmp_path: Path) -> None:
    finder = Wayfinder(plan.read(tmp_path))
    for profile in Profile:
        for pair in all_pairs(finder, profile):
            way = finder.route(pair.start, pair.goal, profile, private=True)
            assert (
                pair.length_m is None
                or length_of(way) == pytest.approx(pair.length_m, abs=0.02)
                or (profile is Profile.STEP_FREE_FEW_TURNS)
            )
            assert pair.reason == getattr(way, "reason", "")

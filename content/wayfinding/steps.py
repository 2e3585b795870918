"""From the pieces of a way to few steps that a person can remember. Words are made in `directions`."""

import math
from collections.abc import Sequence
from itertools import groupby

from msgspec.structs import replace

from content.wayfinding.beside import Beside
from content.wayfinding.building import XY, Building, Level, SpaceKind
from content.wayfinding.graph import Going
from content.wayfinding.legs import ASIDE, Leg, heading, kind_of, legs_of, length, outward, side_of, turn
from content.wayfinding.route import Point, Step, StepKind
from content.wayfinding.stretch import Stretch

LAST_M = 3.0
"""A last leg shorter than this that only turns to the room's door is told as the side where the room is."""
LANDING_M = 3.0
"""A shorter walk from one flight of stairs to the next is not told."""
_UP = {
    Going.LIFT: StepKind.LIFT,
    Going.STAIRS: StepKind.STAIRS,
    Going.ESCALATOR: StepKind.STAIRS,
    Going.RAMP: StepKind.RAMP,
}


def steps_of(
    building: Building, start: str, goal: str, stretches: Sequence[Stretch], points: Sequence[Point]
) -> tuple[Step, ...]:
    """At least the arrival; `points` are those drawn."""
    return _Telling(building, start, goal, points).tell(stretches)


class _Telling:
    def __init__(self, building: Building, start: str, goal: str, points: Sequence[Point]) -> None:
        self._points = points
        self._spaces = {space.id: space for space in building.spaces}
        self._beside = Beside(building)
        self._start, self._goal = start, goal
        self._steps: list[Step] = []
        self._told: set[str] = {start, goal}
        self._heading: float | None = None
        """Where the walker looks; None where that is not known: before a kiosk, out of a lift drawn as a point."""

    def tell(self, stretches: Sequence[Stretch]) -> tuple[Step, ...]:
        runs = [(key, list(run)) for key, run in groupby(stretches, key=self._run_of)]
        for i, (key, run) in enumerate(runs):
            if key:
                self._connector(run)
            else:
                last = i + 1 == len(runs)
                following = "" if last else runs[i + 1][0].partition(" ")[2]
                self._walk(run, following, first=i == 0, last=last)
        self._arrive(stretches)
        return tuple(self._steps)

    def _run_of(self, stretch: Stretch) -> str:
        """Pieces of one walk share the key ""; those of a connector, or of a room walked through, "going id"."""
        if stretch.owner in (self._start, self._goal) and stretch.level == stretch.to_level:
            return ""
        space = self._spaces.get(stretch.owner)
        if space is not None and space.kind is SpaceKind.LIFT:
            return f"{Going.LIFT} {stretch.owner}"
        if stretch.going is Going.WALK and not self._is_room(stretch.owner):
            return ""
        return f"{stretch.going} {stretch.owner}"

    # --- lifts, stairs, ramps ------------------------------------------------------------------------------------

    def _connector(self, run: list[Stretch]) -> None:
        changes = [one for one in run if one.level != one.to_level]
        going = changes[0].going if changes else run[0].going
        space = self._spaces.get(run[0].owner)
        kind, side = _UP.get(going, StepKind.DOOR), ""
        if space is not None and not changes and (len(space.levels) > 1 or kind is StepKind.DOOR):
            # Walked through: a room, a lift with two doors, a stairwell from one corridor to another.
            kind, side = StepKind.DOOR, self._side(space.id, run[0].start)
        step = Step(
            kind=kind,
            level=run[0].level,
            to_level=None if kind is StepKind.DOOR else run[-1].to_level,
            length_m=0.0 if going is Going.LIFT else round(math.fsum(one.metres for one in run), 1),
            towards=run[0].owner,
            side=side,
            first_point=self._index(run[0].start, run[0].level),
        )
        previous = self._steps[-1] if self._steps else None
        if previous is not None and _goes_on(previous, step):
            self._steps[-1] = replace(
                previous, to_level=step.to_level, length_m=round(previous.length_m + step.length_m, 1)
            )
        else:
            self._steps.append(step)
        out = run[-1]
        self._heading = heading(out.start, out.end) if out.start != out.end else None

    # --- walking -------------------------------------------------------------------------------------------------

    def _walk(self, run: list[Stretch], following: str, *, first: bool, last: bool) -> None:
        line = [run[0].start, *(one.end for one in run)]
        leaves = first and self._is_room(self._start) and run[0].owner == self._start
        if leaves:
            cut = next((i for i, one in enumerate(run) if one.owner != self._start), len(run))
            self._heading, line = outward(self._spaces[self._start].outline, line[cut]), line[cut:]
        if last and self._is_room(self._goal) and run[-1].owner == self._goal:
            inside = next((i for i in range(len(run), 0, -1) if run[i - 1].owner != self._goal), 0)
            line = line[: len(line) - (len(run) - inside)]
        landing = following and self._steps and self._steps[-1].kind is StepKind.STAIRS and length(line) < LANDING_M
        if len(line) < 2 or length(line) < 0.5 or landing:
            if leaves and not following:
                self._steps.append(Step(kind=StepKind.DOOR, level=run[0].level))
            return
        legs = legs_of(line)
        if last and len(legs) > 1 and self._is_only_a_turn_to_the_door(legs):
            legs.pop()
        for number, leg in enumerate(legs):
            towards = following if number + 1 == len(legs) else ""
            self._leg(leg, run[0].level, towards, first=first and number == 0, leaves=leaves)
            self._heading = leg.heading

    def _is_only_a_turn_to_the_door(self, legs: Sequence[Leg]) -> bool:
        """Some steps aside at the end, towards a door that was straight on from there."""
        leg = legs[-1]
        if leg.metres >= LAST_M or not self._is_room(self._goal):
            return False
        inward = outward(self._spaces[self._goal].outline, leg.line[-1]) + 180.0
        return side_of(turn(leg.heading, inward), ASIDE) == "ahead"

    def _leg(self, leg: Leg, level: Level, towards: str, *, first: bool, leaves: bool) -> None:
        bend = turn(self._heading, leg.heading) if self._heading is not None else 0.0
        kind, side = kind_of(bend), ""
        if first or self._heading is None:
            kind, side = StepKind.START, side_of(bend) if leaves else "" if first else "on"
        elif kind is StepKind.BACK and self._steps and self._steps[-1].to_level is not None:
            kind = StepKind.LEFT if bend > 0 else StepKind.RIGHT  # nobody walks back into the lift
        past = self._beside.passed(leg, level, self._told)
        if not past and not towards:
            towards = self._beside.entered(leg, level, self._told)
        if kind is StepKind.START and not leaves and not past and not towards:
            towards = self._beside.near_end(leg, level)
        self._told |= {past, towards} - {""}
        step = Step(
            kind=kind,
            level=level,
            length_m=round(leg.metres, 1),
            past=past,
            towards=towards,
            side=side,
            first_point=self._index(leg.line[0], level),
        )
        previous = self._steps[-1] if self._steps else None
        if previous is not None and _is_told_with(previous, step):
            metres = round(previous.length_m + leg.metres, 1)
            step = replace(previous, length_m=metres, past=past, towards="" if past else previous.towards)
            self._steps.pop()
        self._steps.append(step)

    # --- arrival -------------------------------------------------------------------------------------------------

    def _arrive(self, stretches: Sequence[Stretch]) -> None:
        side = ""
        last = stretches[-1]
        if self._is_room(self._goal) and last.owner == self._goal:
            before = next((one for one in reversed(stretches) if one.owner != self._goal), None)
            side = self._side(self._goal, before.end if before is not None else last.start)
        index = max(0, len(self._points) - 1)
        step = Step(kind=StepKind.ARRIVE, level=last.to_level, towards=self._goal, side=side, first_point=index)
        self._steps.append(step)

    def _side(self, space: str, door: XY) -> str:
        """Where a space lies for the walker who comes to its door; "" where the walker's heading is not known."""
        if self._heading is None:
            return ""
        inward = outward(self._spaces[space].outline, door) + 180.0
        return side_of(turn(self._heading, inward), ASIDE)

    def _is_room(self, place: str) -> bool:
        space = self._spaces.get(place)
        return space is not None and space.kind is SpaceKind.ROOM

    def _index(self, at: XY, level: Level) -> int:
        """Index of the drawn point nearest to a point of the way, not before the last step's."""
        least = self._steps[-1].first_point if self._steps else 0
        near = [
            (math.dist((point.x, point.y), at), i)
            for i, point in enumerate(self._points)
            if i >= least and point.level == level
        ]
        return min(near)[1] if near else least


def _is_told_with(previous: Step, step: Step) -> bool:
    """Straight on after a straight step that named nothing."""
    straight = step.kind is StepKind.STRAIGHT and previous.kind in (StepKind.START, StepKind.STRAIGHT)
    return straight and not previous.past and not step.towards


def _goes_on(previous: Step, step: Step) -> bool:
    """One more flight of stairs in the same direction, without a walk to tell in between."""
    if not previous.kind is step.kind is StepKind.STAIRS or previous.to_level is None or step.to_level is None:
        return False
    return (previous.to_level - previous.level) * (step.to_level - step.level) > 0

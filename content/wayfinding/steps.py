"""From the pieces of a way to few steps that a person can remember. Words are made in `directions`."""

import math
from collections.abc import Sequence
from itertools import groupby, pairwise

from content.wayfinding.building import XY, Building, Level, SpaceKind
from content.wayfinding.graph import Going
from content.wayfinding.route import Point, Step, StepKind
from content.wayfinding.stretch import Stretch

JOG_M = 1.2
"""Bends that stay this near to the straight line are not told."""
SHORT_M = 3.0
"""A leg shorter than this is told together with the next one."""
PAST_M = 5.0
"""A landmark this near to a leg is passed."""
SLIGHT, FULL, BACK = 30.0, 60.0, 150.0
"""Degrees from which a bend is a slight turn, a turn, a turn-around."""
PASSED = {
    "waiting": 0,
    "info": 1,
    "cafe": 2,
    "photo": 3,
    "pickup": 3,
    "desk": 4,
    "library": 4,
    "toilets": 5,
    "vending": 6,
}
"""Landmarks, those told first in front."""
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
        self._building, self._points = building, points
        self._spaces = {space.id: space for space in building.spaces}
        self._start, self._goal = start, goal
        self._steps: list[Step] = []
        self._told: set[str] = {start, goal}

    def tell(self, stretches: Sequence[Stretch]) -> tuple[Step, ...]:
        runs = [(key, list(run)) for key, run in groupby(stretches, key=self._run_of)]
        heading: float | None = None
        for i, (key, run) in enumerate(runs):
            if key:
                self._connector(run)
            else:
                last = i + 1 == len(runs)
                following = "" if last else runs[i + 1][0].partition(" ")[2]
                self._walk(run, heading, following, first=i == 0, last=last)
            heading = _heading(run[-1].start, run[-1].end) if run[-1].start != run[-1].end else heading
        self._arrive(stretches)
        return tuple(self._steps)

    def _run_of(self, stretch: Stretch) -> str:
        """Pieces of one walk, or of one connector, share a key; a connector's is "going id"."""
        space = self._spaces.get(stretch.owner)
        if stretch.going is Going.WALK and not (space and space.kind is SpaceKind.LIFT and stretch.owner != self._goal):
            return ""
        if stretch.owner in (self._start, self._goal) and stretch.level == stretch.to_level:
            return ""
        return (
            f"{stretch.going} {stretch.owner}" if stretch.going is not Going.WALK else f"{Going.LIFT} {stretch.owner}"
        )

    # --- lifts, stairs, ramps ------------------------------------------------------------------------------------

    def _connector(self, run: list[Stretch]) -> None:
        changes = [one for one in run if one.level != one.to_level]
        going = changes[0].going if changes else run[0].going
        if going is Going.WALK:
            return  # walked through a lift's door and out again
        metres = sum(one.metres for one in run)
        self._steps.append(
            Step(
                kind=_UP[going],
                level=run[0].level,
                to_level=run[-1].to_level,
                length_m=0.0 if going is Going.LIFT else round(metres, 1),
                towards=run[0].owner,
                first_point=self._index(run[0].start, run[0].level),
            )
        )

    # --- walking -------------------------------------------------------------------------------------------------

    def _walk(self, run: list[Stretch], heading: float | None, following: str, *, first: bool, last: bool) -> None:
        line = [run[0].start, *(one.end for one in run)]
        inside_start = first and self._is_room(self._start) and len(run) > 1 and run[0].owner == self._start
        inside_goal = last and self._is_room(self._goal) and run[-1].owner == self._goal
        if inside_start:
            entered = next((i for i, one in enumerate(run) if one.owner != self._start), len(run))
            heading, line = _heading(line[max(0, entered - 1)], line[entered]), line[entered:]
        if inside_goal:
            left = next((i for i in range(len(run), 0, -1) if run[i - 1].owner != self._goal), 0)
            line = line[: len(line) - (len(run) - left)]
        if len(line) < 2 or _length(line) < 0.5:
            return
        legs = _legs(line)
        for number, leg in enumerate(legs):
            towards = following if number + 1 == len(legs) else ""
            self._leg(leg, run[0].level, heading, towards, first=first and number == 0, from_room=inside_start)
            heading = _heading(leg[-2], leg[-1])

    def _leg(
        self, leg: list[XY], level: Level, heading: float | None, towards: str, *, first: bool, from_room: bool
    ) -> None:
        turn = _turn(heading, _heading(leg[0], _far(leg))) if heading is not None else 0.0
        kind = _kind_of(turn)
        side = ""
        if first:
            if from_room:
                side = "left" if turn > SLIGHT else "right" if turn < -SLIGHT else "ahead"
            kind = StepKind.START
        past = self._passed(leg, level)
        if not past and not towards:
            towards = self._entered(leg[-1], level)
        previous = self._steps[-1] if self._steps else None
        if (
            previous is not None
            and kind is StepKind.STRAIGHT
            and previous.kind in (StepKind.START, StepKind.STRAIGHT)
            and not previous.past
            and not towards
        ):
            self._steps[-1] = Step(
                kind=previous.kind,
                level=previous.level,
                length_m=round(previous.length_m + _length(leg), 1),
                past=past,
                towards=previous.towards if not past else "",
                side=previous.side,
                first_point=previous.first_point,
            )
            return
        self._steps.append(
            Step(
                kind=kind,
                level=level,
                length_m=round(_length(leg), 1),
                past=past,
                towards=towards,
                side=side,
                first_point=self._index(leg[0], level),
            )
        )

    def _passed(self, leg: list[XY], level: Level) -> str:
        """Id of the best landmark beside the leg that was not told yet."""
        found: list[tuple[int, float, str]] = []
        for identity, rank, at in self._landmarks(level):
            if identity in self._told:
                continue
            distance = min(_to_segment(point, a, b) for point in at for a, b in pairwise(leg))
            if distance <= PAST_M:
                found.append((rank, distance, identity))
        if not found:
            return ""
        chosen = min(found)[2]
        self._told.add(chosen)
        return chosen

    def _landmarks(self, level: Level) -> list[tuple[str, int, Sequence[XY]]]:
        found: list[tuple[str, int, Sequence[XY]]] = [
            (space.id, PASSED[space.landmark], space.outline)
            for space in self._building.spaces
            if level in space.levels and space.landmark in PASSED and not space.closed and space.names
        ]
        found += [
            (mark.id, PASSED[mark.kind], (mark.at,))
            for mark in self._building.marks
            if mark.level == level and mark.kind in PASSED and mark.names
        ]
        return found

    def _entered(self, at: XY, level: Level) -> str:
        """A named hall that begins at the end of the leg: the space a door there leads to, if it has a name."""
        for door in self._building.doors:
            if door.level == level and math.dist(door.at, at) < 0.6:
                for space in door.spaces:
                    one = self._spaces[space]
                    if one.names and one.kind in (SpaceKind.CORRIDOR, SpaceKind.AREA) and space not in self._told:
                        self._told.add(space)
                        return space
        return ""

    # --- arrival -------------------------------------------------------------------------------------------------

    def _arrive(self, stretches: Sequence[Stretch]) -> None:
        side = ""
        if self._is_room(self._goal) and len(stretches) > 1 and stretches[-1].owner == self._goal:
            left = next((i for i in range(len(stretches), 0, -1) if stretches[i - 1].owner != self._goal), 0)
            if left:
                line = [stretches[0].start, *(one.end for one in stretches[:left])]
                before = _heading(_back(line), line[-1])
                turn = _turn(before, _heading(stretches[left].start, stretches[-1].end))
                side = "left" if turn > FULL / 2 else "right" if turn < -FULL / 2 else "ahead"
        last = stretches[-1]
        self._steps.append(
            Step(
                kind=StepKind.ARRIVE,
                level=last.to_level,
                towards=self._goal,
                side=side,
                first_point=max(0, len(self._points) - 1),
            )
        )

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


def _legs(line: list[XY]) -> list[list[XY]]:
    """The line cut where a person turns; small jogs stay within a leg."""
    main = _simplified(line, JOG_M)
    cuts = [0]
    for i in range(1, len(main) - 1):
        turn = abs(_turn(_heading(*main[i - 1 : i + 1]), _heading(*main[i : i + 2])))
        far_enough = math.dist(main[cuts[-1]], main[i]) >= SHORT_M or len(cuts) > 1
        if turn >= SLIGHT and far_enough and math.dist(main[i], main[-1]) >= 1.0:
            cuts.append(i)
    cuts.append(len(main) - 1)
    return [main[a : b + 1] for a, b in pairwise(cuts)]


def _simplified(line: list[XY], tolerance: float) -> list[XY]:
    """Douglas and Peucker's line, ends kept."""
    if len(line) < 3:
        return line
    distances = [_to_segment(point, line[0], line[-1]) for point in line[1:-1]]
    farthest = max(range(len(distances)), key=distances.__getitem__)
    if distances[farthest] <= tolerance:
        return [line[0], line[-1]]
    cut = farthest + 1
    return _simplified(line[: cut + 1], tolerance)[:-1] + _simplified(line[cut:], tolerance)


def _kind_of(turn: float) -> StepKind:
    size = abs(turn)
    if size < SLIGHT:
        return StepKind.STRAIGHT
    if size > BACK:
        return StepKind.BACK
    if size < FULL:
        return StepKind.SLIGHT_LEFT if turn > 0 else StepKind.SLIGHT_RIGHT
    return StepKind.LEFT if turn > 0 else StepKind.RIGHT


def _heading(a: XY, b: XY) -> float:
    return math.degrees(math.atan2(b[1] - a[1], b[0] - a[0]))


def _turn(before: float, after: float) -> float:
    """Degrees, left positive."""
    return (after - before + 180.0) % 360.0 - 180.0


def _far(leg: list[XY]) -> XY:
    """A point some metres on, so that a jog at the beginning does not decide the direction."""
    return next((point for point in leg[1:] if math.dist(leg[0], point) >= SHORT_M), leg[-1])


def _back(line: list[XY]) -> XY:
    """A point some metres before the end."""
    return next((point for point in line[-2::-1] if math.dist(line[-1], point) >= 1.5), line[0])


def _length(line: Sequence[XY]) -> float:
    return math.fsum(math.dist(a, b) for a, b in pairwise(line))


def _to_segment(p: XY, a: XY, b: XY) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = dx * dx + dy * dy
    t = max(0.0, min(1.0, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length)) if length else 0.0
    return math.hypot(p[0] - a[0] - t * dx, p[1] - a[1] - t * dy)

"""May the screen sleep? A small table beside the session: visited, awake with nobody there, and asleep.

Movement before the kiosk wakes the screen and keeps it awake, and does nothing else: it begins no session and
prolongs none. A touch or key in the dark only wakes: nobody can see what they press.
"""

from enum import StrEnum
from typing import Any

from kiosk.flows import events as e
from kiosk.flows.flow import Effect, Flow, on
from kiosk.flows.idle import StartTimer, StopTimer


class GoDark(Effect, frozen=True):
    """The picture goes black, then the panel's light off."""


class LightUp(Effect, frozen=True):
    """The panel's light goes on, and the picture is what it would be."""


class Rest(StrEnum):
    """What the screen does while nobody touches it."""

    AWAKE = "awake"
    """Nobody is there; the screen sleeps after a while without movement."""
    VISITED = "visited"
    """A visitor uses the kiosk: time-outs are the session's business."""
    ASLEEP = "asleep"


def _wait(_event: Any, _: Any) -> Effect:
    return StartTimer(e.SleepDue)


def _stop(_event: Any, _: Any) -> Effect:
    return StopTimer()


def _go_dark(_event: Any, _: Any) -> Effect:
    return GoDark()


def _light_up(_event: Any, _: Any) -> Effect:
    return LightUp()


REST: Flow[Rest] = Flow(
    "rest",
    Rest.AWAKE,
    {
        Rest.AWAKE: {
            e.Acted: on(Rest.VISITED, _stop),
            e.MotionSeen: on(Rest.AWAKE, _wait),
            e.SleepDue: on(Rest.ASLEEP, _stop, _go_dark),
        },
        Rest.VISITED: {e.SessionOver: on(Rest.AWAKE, _wait)},
        Rest.ASLEEP: {
            e.TouchedInTheDark: on(Rest.AWAKE, _light_up, _wait),
            e.MotionSeen: on(Rest.AWAKE, _light_up, _wait),
            e.Acted: on(Rest.VISITED, _light_up),
        },
    },
)

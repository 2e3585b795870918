"""Is anybody still there? A small table beside the session: watching, asking, and starting over."""

from enum import StrEnum
from typing import Any

from kiosk.flows import events as e
from kiosk.flows.flow import HERE, Effect, Flow, on


class StartTimer(Effect, frozen=True):
    """Send `then` after the seconds that the settings give for it, unless another timer starts before."""

    then: type[e.Event]


class StopTimer(Effect, frozen=True):
    """No timer runs."""


class Alert(Effect, frozen=True):
    """Call for attention by a second sense, and again after `again_after` seconds if nobody has answered by then."""

    again_after: float = 10.0


class Idle(StrEnum):
    """What the kiosk thinks about its visitor."""

    NOBODY = "nobody"
    """The welcome screen stands; nothing runs."""
    WATCHING = "watching"
    ASKING = "asking"
    """"Sind Sie noch da?" is on the screen."""
    WORKING = "working"
    """Paper moves: the visitor waits for us, not we for the visitor."""


def _watch(_event: Any, _: Any) -> Effect:
    return StartTimer(e.IdleWarned)


def _count_down(_event: Any, _: Any) -> Effect:
    return StartTimer(e.IdleEnded)


def _alert(_event: Any, _: Any) -> Effect:
    return Alert()


def _stop(_event: Any, _: Any) -> Effect:
    return StopTimer()


IDLE: Flow[Idle] = Flow(
    "idle",
    Idle.NOBODY,
    {
        Idle.NOBODY: {e.Acted: on(Idle.WATCHING, _watch)},
        Idle.WATCHING: {e.Acted: on(Idle.WATCHING, _watch), e.IdleWarned: on(Idle.ASKING, _count_down, _alert)},
        Idle.ASKING: {
            e.Acted: on(Idle.WATCHING, _watch),
            e.Attended: on(Idle.ASKING, _count_down),
            e.IdleEnded: on(Idle.NOBODY, _stop),
        },
        Idle.WORKING: {e.WorkDone: on(Idle.WATCHING, _watch), e.Acted: HERE},
    },
    anywhere={e.SessionOver: on(Idle.NOBODY, _stop), e.WorkBegan: on(Idle.WORKING, _stop)},
)

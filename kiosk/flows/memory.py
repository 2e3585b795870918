"""What a session remembers of each event: pure, one small rule an event."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from kiosk.flows import events as e
from kiosk.flows.pickup import REMEMBER_COLLECTING, Collecting
from kiosk.flows.view import CHANGES

if TYPE_CHECKING:
    from kiosk.flows.session import Session

LONGEST_QUERY = 60
"""Letters; more than anybody types standing."""


def _typed(session: "Session", event: e.Typed) -> "Session":
    query = (session.query + event.text).lstrip()[:LONGEST_QUERY]
    return replace(session, query=query, choice=0)


def _erased(session: "Session", _: e.Erased) -> "Session":
    return replace(session, query=session.query[:-1], choice=0)


def _word_taken(session: "Session", event: e.WordTaken) -> "Session":
    words = session.query.split(" ")
    return replace(session, query=" ".join([*words[:-1], event.word, ""])[:LONGEST_QUERY], choice=0)


def _choice_moved(session: "Session", event: e.ChoiceMoved) -> "Session":
    return replace(session, choice=max(0, session.choice + event.by))


def _ticked(session: "Session", event: e.PaperTicked) -> "Session":
    return replace(session, ticked=session.ticked ^ {event.index})


def _place_chosen(session: "Session", event: e.PlaceChosen) -> "Session":
    return replace(session, place=event.place, level=None, step=0, way_paper="")


def _step_free(session: "Session", _: e.StepFreeSwitched) -> "Session":
    return replace(session, step_free=not session.step_free, level=None, step=0, way_paper="")


def _view(session: "Session", event: e.Event) -> "Session":
    return replace(session, view=CHANGES[type(event)](session.view, event))


def _collecting(rule: Callable[[Collecting, Any], Collecting]) -> Callable[["Session", Any], "Session"]:
    return lambda session, event: replace(session, collecting=rule(session.collecting, event))


REMEMBER: dict[type[e.Event], Callable[[Any, Any], "Session"]] = {
    e.LanguageChosen: lambda s, ev: replace(s, language=ev.language),
    e.SearchOpened: lambda s, _: replace(s, query="", choice=0),
    e.PlacesOpened: lambda s, _: replace(s, query="", choice=0),
    e.Typed: _typed,
    e.Erased: _erased,
    e.WordTaken: _word_taken,
    e.ChoiceMoved: _choice_moved,
    e.Paged: lambda s, ev: replace(s, first=max(0, s.first + ev.by)),
    e.TopicChosen: lambda s, ev: replace(s, topic=ev.topic),
    e.ServiceChosen: lambda s, ev: replace(
        s, service=ev.service, ticked=s.ticked if s.service == ev.service else frozenset()
    ),
    e.PaperTicked: _ticked,
    e.PlaceChosen: _place_chosen,
    e.LevelShown: lambda s, ev: replace(s, level=ev.level),
    e.StepFreeSwitched: _step_free,
    e.StepMoved: lambda s, ev: replace(s, step=max(0, s.step + ev.by), level=None),
    e.WayPrintWanted: lambda s, _: replace(s, way_paper="printing"),
    e.WayPrinted: lambda s, _: replace(s, way_paper="printed"),
    e.WayNotPrinted: lambda s, _: replace(s, way_paper="failed"),
    e.ConcernChosen: lambda s, ev: replace(s, concern=ev.concern),
    e.NumberDrawn: lambda s, ev: replace(s, ticket=ev.ticket_id),
    e.NumberRefused: lambda s, ev: replace(s, concern=ev.concern, refused=ev.reason),
    e.ViewReset: lambda s, _: replace(s, view=s.usual),
    **dict.fromkeys(CHANGES, _view),
    **{event: _collecting(rule) for event, rule in REMEMBER_COLLECTING.items()},
}

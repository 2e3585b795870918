"""A visitor's session as one table, and the one frozen object that remembers it.

The object is thrown away on the way to the welcome screen; nothing else may keep what a visitor said.
"""

from msgspec import Struct
from msgspec.structs import replace

from kiosk.flows import events as e
from kiosk.flows.effects import DrawNumber, PrintNumber, PrintWay, SettleTicket
from kiosk.flows.flow import BEFORE, HERE, Effect, Flow, Row, Stays, on
from kiosk.flows.memory import REMEMBER
from kiosk.flows.pickup import COLLECTING, COLLECTING_PASSING, HOLDS, NO_WAY_BACK, Collecting
from kiosk.flows.pickup_events import PickupEvent, PickupOpened, StaffArrived
from kiosk.flows.states import S as S
from kiosk.flows.view import CHANGES, View


class Session(Struct, frozen=True, kw_only=True):
    """Everything remembered of one visit."""

    visit: str
    """Random; joins the number to the visit, tells nothing about the person."""
    state: S = S.WELCOME
    language: str = "de"
    view: View = View()
    usual: View = View()
    """The view as everybody finds it who comes; the operator settles it."""
    before: "Session | None" = None
    """The session as it was on the screen before."""
    query: str = ""
    choice: int = 0
    first: int = 0
    """Row of a list that must be seen; the page it lies on is shown, however many rows a page has."""
    topic: str = ""
    service: str = ""
    place: str = ""
    level: float | None = None
    """Shown by hand; None: that of the current step."""
    step: int = 0
    step_free: bool = False
    way_paper: str = ""
    """"", "printing", "printed" or "failed": the directions on paper."""
    ticked: frozenset[int] = frozenset()
    concern: str = ""
    refused: str = ""
    ticket: str = ""
    collecting: Collecting = Collecting()
    """What is remembered of a document being collected."""


def _draw(event: e.ConcernChosen, now: Session) -> Effect:
    return DrawNumber(now.visit, event.concern, now.service, now.language, now.step_free)


def _print_again(_: e.PrintAgain, now: Session) -> Effect:
    return PrintNumber(now.ticket, now.service, now.language, now.step_free)


def _came(_: e.PaperCame, now: Session) -> Effect:
    return SettleTicket(now.ticket, "came")


def _missing(_: e.PaperMissing, now: Session) -> Effect:
    return SettleTicket(now.ticket, "missing")


def _remembered(_: e.NumberRemembered, now: Session) -> Effect:
    return SettleTicket(now.ticket, "remembered")


def _print_way(_: e.WayPrintWanted, now: Session) -> Effect:
    return PrintWay(now.place, now.language, now.step_free)


TYPING: Row = {e.Typed: HERE, e.Erased: HERE, e.WordTaken: HERE, e.ChoiceMoved: HERE, e.Back: BEFORE}
WITH_NUMBER: Row = {
    e.PlaceChosen: on(S.WAY),
    e.PhoneOpened: on(S.PHONE),
    e.ServiceChosen: on(S.SERVICE),
    e.DetailsOpened: on(S.DETAILS),
}

HELD: Row = {
    e.Finished: HERE,
    e.IdleEnded: HERE,
    e.HelpOpened: HERE,
    e.ViewOpened: HERE,
    e.LanguagesOpened: HERE,
}
"""While paper may move the session is not left, not even by "Beenden" or the time-out: the number would be nobody's."""

SESSION: Flow[S] = Flow(
    "session",
    S.WELCOME,
    {
        S.WELCOME: {
            e.SearchOpened: on(S.SEARCH),
            e.PlacesOpened: on(S.PLACES),
            e.TopicsOpened: on(S.TOPICS),
            e.TicketsOpened: on(S.TICKETS),
            e.PlaceChosen: on(S.WAY),
            PickupOpened: on(S.PICKUP_CODE),
        },
        S.SEARCH: {**TYPING, e.ServiceChosen: on(S.SERVICE), e.PlaceChosen: on(S.WAY)},
        S.PLACES: {**TYPING, e.PlaceChosen: on(S.WAY)},
        S.TOPICS: {e.TopicChosen: on(S.TOPIC), e.Paged: HERE, e.Back: BEFORE},
        S.TOPIC: {e.ServiceChosen: on(S.SERVICE), e.Paged: HERE, e.Back: BEFORE},
        S.SERVICE: {
            e.PaperTicked: HERE,
            e.Paged: HERE,
            e.DetailsOpened: on(S.DETAILS),
            e.OnlineOpened: on(S.ONLINE),
            e.PlaceChosen: on(S.WAY),
            e.ConcernChosen: on(S.DRAWING, _draw),
            e.TicketsOpened: on(S.TICKETS),
            e.TicketShown: on(S.TICKET),
            PickupOpened: on(S.PICKUP_CODE),
            e.Back: BEFORE,
        },
        S.DETAILS: {
            e.OnlineOpened: on(S.ONLINE),
            e.PlaceChosen: on(S.WAY),
            e.ConcernChosen: on(S.DRAWING, _draw),
            e.TicketShown: on(S.TICKET),
            e.Paged: HERE,
            e.Back: BEFORE,
        },
        S.ONLINE: {e.Back: BEFORE},
        S.WAY: {
            e.LevelShown: HERE,
            e.StepFreeSwitched: HERE,
            e.StepMoved: HERE,
            e.PlaceChosen: on(S.WAY),
            e.PhoneOpened: on(S.PHONE),
            e.WayPrintWanted: on(Stays.HERE, _print_way),
            e.WayPrinted: HERE,
            e.WayNotPrinted: HERE,
            e.Back: BEFORE,
        },
        S.TICKETS: {e.ConcernChosen: on(S.DRAWING, _draw), e.TicketShown: on(S.TICKET), e.Paged: HERE, e.Back: BEFORE},
        S.DRAWING: {**HELD, e.NumberDrawn: on(S.PRINTING), e.NumberRefused: on(S.NO_NUMBER)},
        S.PRINTING: {
            **HELD,
            e.TicketPrinted: on(S.TICKET),
            e.TicketNotPrinted: on(S.NO_PAPER),
            e.TicketUnconfirmed: on(S.UNSURE),
        },
        S.TICKET: {**WITH_NUMBER},
        S.NO_PAPER: {
            **WITH_NUMBER,
            e.PrintAgain: on(S.PRINTING, _print_again),
            e.NumberRemembered: on(S.CLEARED, _remembered),
            e.TicketPrinted: on(S.TICKET),
        },
        S.UNSURE: {
            e.PaperCame: on(S.TICKET, _came),
            e.PaperMissing: on(S.NO_PAPER, _missing),
            e.TicketPrinted: on(S.TICKET),
        },
        S.NO_NUMBER: {
            e.PlaceChosen: on(S.WAY),
            e.OnlineOpened: on(S.ONLINE),
            e.TicketsOpened: on(S.TICKETS),
            e.Back: BEFORE,
        },
        S.PHONE: {e.Back: BEFORE},
        **COLLECTING,
        S.VIEW: {e.Paged: HERE, e.Back: BEFORE},
        S.LANGUAGES: {e.LanguageChosen: BEFORE, e.Paged: HERE, e.Back: BEFORE},
        S.HELP: {e.PlaceChosen: on(S.WAY), e.Back: BEFORE},
        S.CLEARED: {e.ClearedShown: on(S.WELCOME), e.ViewOpened: HERE, e.LanguagesOpened: HERE},
    },
    anywhere={
        e.LanguageChosen: HERE,
        **dict.fromkeys((*CHANGES, e.ViewReset, e.ReadAloud), HERE),
        e.ViewOpened: on(S.VIEW),
        e.LanguagesOpened: on(S.LANGUAGES),
        e.HelpOpened: on(S.HELP),
        e.Finished: on(S.CLEARED),
        e.IdleEnded: on(S.CLEARED),
    },
)

PASSING = frozenset({S.DRAWING, S.PRINTING}) | COLLECTING_PASSING
"""Shown only while something works: not screens to go back to."""
FORGOTTEN = frozenset({S.CLEARED, S.WELCOME})
ASIDE = frozenset({S.VIEW, S.LANGUAGES, S.HELP})
"""Opened from everywhere and left by "back": opened again, they are not piled up."""
SHOWS_NUMBER = frozenset({S.TICKET, S.NO_PAPER, S.UNSURE})
"""From here "back" leads nowhere, so that nobody looks for the number of a visit that is already over."""


def advance(session: Session, event: e.Event) -> tuple[Session, tuple[Effect, ...]]:
    """One step of the session: what is remembered after `event`, and what must be done.

    An event the table does not name here changes nothing, and the same object comes back.
    """
    if session.state in ASIDE and _belongs_under(session, event):
        return advance(_before(session), event)
    transition = SESSION.transition(session.state, type(event))
    if transition is None:
        return session, ()
    effects = tuple(make(event, session) for make in transition.effects)
    remembered = REMEMBER[type(event)](session, event) if type(event) in REMEMBER else session
    if transition.target is Stays.BEFORE:
        return _before(remembered), effects
    if transition.target is Stays.HERE:
        return remembered, effects
    target = S(transition.target)
    if target in FORGOTTEN:
        return _forgotten(session, target), effects
    return _forward(session, remembered, target), effects


def beneath(session: Session) -> Session:
    """The session on the screen under those that were opened on the side."""
    under = session
    while under.state in ASIDE and under.before is not None:
        under = under.before
    return under


def _belongs_under(session: Session, event: e.Event) -> bool:
    """Whether an event is for the screen under one that was opened on the side: what a door says, and going away."""
    under = beneath(session).state
    if under not in COLLECTING:
        return False
    if isinstance(event, PickupEvent | StaffArrived):
        return SESSION.transition(under, type(event)) is not None
    return under in HOLDS and isinstance(event, e.Finished | e.IdleEnded | e.HelpOpened | e.PlaceChosen)


def _forward(old: Session, new: Session, target: S) -> Session:
    """The session on `target`."""
    before = old.before if old.state in PASSING or old.state is target else _under(old, target)
    if old.state in PASSING and before is not None and before.state is target:
        before = before.before
    if target in SHOWS_NUMBER or target in NO_WAY_BACK:
        before = None
    return replace(new, state=target, before=before, first=0 if old.state is not target else new.first)


def _under(old: Session, target: S) -> Session | None:
    """The screen to go back to from `target`; where it was already opened on the way here, the one under it."""
    one: Session | None = old
    while target in ASIDE and one is not None and one.state in ASIDE:
        if one.state is target:
            return one.before
        one = one.before
    return old


def _forgotten(session: Session, target: S) -> Session:
    """Nothing left but how the visitor wants to be spoken to."""
    return Session(visit=session.visit, state=target, language=session.language, view=session.view, usual=session.usual)


def _before(session: Session) -> Session:
    """The screen before, as it was; language, profile and number stay as they are now. Back at the welcome, nothing."""
    if session.before is None:
        return session
    if session.before.state in FORGOTTEN:
        return _forgotten(session, session.before.state)
    return replace(
        session.before,
        language=session.language,
        view=session.view,
        step_free=session.step_free,
        ticket=session.ticket,
        concern=session.concern,
    )

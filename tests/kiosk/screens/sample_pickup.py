"""Sample screens of the pickup terminal: the real presenters on the demo town and a wall of doors."""

from datetime import UTC, datetime
from functools import cache

from content.releases.current import CurrentContent
from kiosk.flows.pickup import Collecting
from kiosk.flows.session import S, Session
from kiosk.flows.view import View
from kiosk.pickup.model import Compartment, CompartmentState, CompartmentView, DoorState, Size, TerminalView
from kiosk.pickup.words import Document, Way
from kiosk.presenters import contents as c
from kiosk.presenters.present import present
from kiosk.presenters.world import SpeechView, World
from tests.kiosk.world import DEMO, WEDNESDAY, compiled

HEIGHTS = {Size.S: 120, Size.M: 240, Size.L: 360}
DOORS = (Size.L, Size.M, Size.M, Size.S, Size.S, Size.S, Size.S, Size.M)
PASSPORT = Document(pickup="B-1001", kind="passport", compartment="17", contents=("document", "letter"))
CARD = Document(
    pickup="B-1002", kind="identity_card", compartment="34", contents=("document",), statements=("pin_letter",)
)
CHILD = Document(pickup="B-1003", kind="child_passport", compartment="4", contents=("document", "second_document"))
WAYS = (Way(factor="birth_date"), Way(factor="card_code"), Way(factor="fingerprint"))
PEOPLE = (*WAYS, Way(who="representative", factor="birth_date"), Way(who="parent", factor="birth_date"))


def columns_of(count: int) -> tuple[int, ...]:
    """Places of so many columns, half of them on each side of the screen."""
    return tuple(place for step in range(1, count // 2 + 1) for place in (-step, step))


def terminal(columns: int = 6, door: DoorState = "closed", own: str = "17", **more: object) -> TerminalView:
    """A wall; the door of `own` stands as said."""
    views, number = [], 1
    for place in sorted(columns_of(columns)):
        bottom = 100
        for row, size in enumerate(DOORS):
            one = Compartment(
                id=str(number),
                board=0,
                lock=row,
                size=size,
                column=place,
                row=row,
                bottom=bottom,
                height=HEIGHTS[size],
            )
            at = door if one.id == own else "closed"
            views.append(CompartmentView(compartment=one, state=CompartmentState.LOADED, door=at))
            bottom, number = bottom + HEIGHTS[size], number + 1
    return TerminalView(fitted=True, compartments=tuple(views), **more)  # type: ignore[arg-type]


@cache
def _content() -> object:
    return CurrentContent(DEMO, compiled()).content


def world(view: TerminalView | None = None, *, portrait: bool = True) -> World:
    """What presenters of a pickup look at; they ask neither the queues nor the search."""
    content = _content()
    return World(
        content=content,  # type: ignore[arg-type]
        kiosk=content.town.kiosks[0],  # type: ignore[attr-defined]
        now=WEDNESDAY,
        queues={},
        knowledge=None,  # type: ignore[arg-type]
        speech=SpeechView(available=True),
        portrait=portrait,
        terminal=view or terminal(),
    )


def screen(
    state: S, language: str, view: TerminalView | None = None, *, look: View | None = None, **now: object
) -> c.Screen:
    """The screen of a state; `now`: what is remembered of the pickup."""
    collecting = Collecting(**{"documents": (PASSPORT,), "chosen": PASSPORT.pickup, "ways": WAYS, **now})  # type: ignore[arg-type]
    before = Session(visit="v", state=S.WELCOME)
    has_way_back = state in (S.PICKUP_CODE, S.PICKUP_NO_CODE, S.PICKUP_WHO, S.PICKUP_FACTOR, S.PICKUP_STATEMENTS)
    session = Session(
        visit="v",
        state=state,
        language=language,
        collecting=collecting,
        before=before if has_way_back else None,
        view=look or View(),
    )
    return present(session, world(view))


FAR = Document(pickup="B-1004", kind="certificate", compartment="318", contents=("document",))
LOCKED_UNTIL = datetime(2026, 11, 25, 9, 57, tzinfo=UTC)


def pickup(language: str) -> dict[str, c.Screen]:
    """What each kind of screen looks like, the hard cases."""

    def of(state: S, view: TerminalView | None = None, **now: object) -> c.Screen:
        return screen(state, language, view, **now)  # type: ignore[arg-type]

    return {
        "pickup-code-wrong": of(S.PICKUP_CODE, ways=(), said="wrong", left=4),
        "pickup-birth-date": of(S.PICKUP_FACTOR, typed="0503"),
        "pickup-documents": of(S.PICKUP_DOCUMENTS, documents=(PASSPORT, CARD, CHILD)),
        "pickup-open": of(S.PICKUP_OPEN, terminal(door="open")),
        "pickup-open-far": of(
            S.PICKUP_OPEN, terminal(40, door="open", own="318"), documents=(FAR,), chosen=FAR.pickup, taken_told=True
        ),
        "pickup-stuck": of(S.PICKUP_STUCK, again=True),
    }


def rare(language: str) -> dict[str, c.Screen]:
    """Every other state, and what makes a difference in it."""

    def of(state: S, view: TerminalView | None = None, **now: object) -> c.Screen:
        return screen(state, language, view, **now)  # type: ignore[arg-type]

    return {
        "pickup-code": of(S.PICKUP_CODE, ways=(), typed="127"),
        "pickup-code-typo": of(S.PICKUP_CODE, ways=(), said="typo", typed="123456789"),
        "pickup-code-locked": of(S.PICKUP_CODE, terminal(locked_until=LOCKED_UNTIL), ways=()),
        "pickup-no-code": of(S.PICKUP_NO_CODE),
        "pickup-checking": of(S.PICKUP_CHECKING),
        "pickup-who": of(S.PICKUP_WHO, ways=PEOPLE),
        "pickup-birth-date-wrong": of(S.PICKUP_FACTOR, said="wrong", left=1),
        "pickup-card-code": of(S.PICKUP_FACTOR, way=1, typed="1"),
        "pickup-finger": of(S.PICKUP_FACTOR, way=2),
        "pickup-finger-unread": of(S.PICKUP_FACTOR, way=2, said="reader.no_finger"),
        "pickup-proving": of(S.PICKUP_PROVING),
        "pickup-document": of(S.PICKUP_DOCUMENTS),
        "pickup-letter": of(S.PICKUP_STATEMENTS, documents=(CARD,), chosen=CARD.pickup),
        "pickup-hand-in": of(S.PICKUP_HAND_IN),
        "pickup-opening": of(S.PICKUP_OPENING),
        "pickup-unseen": of(S.PICKUP_UNSEEN, terminal(door="unknown")),
        "pickup-open-left": of(S.PICKUP_OPEN, terminal(door="open", own="34"), documents=(CARD,), chosen=CARD.pickup),
        "pickup-open-warned": of(S.PICKUP_OPEN, terminal(door="unknown"), taken_told=True, warned="staff"),
        "pickup-taken": of(S.PICKUP_TAKEN),
        "pickup-confirming": of(S.PICKUP_CONFIRMING),
        "pickup-stuck-for-good": of(S.PICKUP_STUCK),
        "pickup-problem-told": of(S.PICKUP_PROBLEM, problem="jammed"),
        "pickup-problem": of(S.PICKUP_PROBLEM, terminal(door="open"), problem="empty", staff_know=True),
        "pickup-done": of(S.PICKUP_DONE, done=("B-1001",), receipt="printed"),
        "pickup-done-more": of(S.PICKUP_DONE, documents=(PASSPORT, CARD), done=("B-1001",), receipt="failed"),
        "pickup-locked": of(S.PICKUP_LOCKED, minutes=15),
        "pickup-locked-for-good": of(S.PICKUP_LOCKED),
        "pickup-desk": of(S.PICKUP_DESK, why="expired"),
        "pickup-desk-old-document": of(S.PICKUP_DESK, why="no_old_document"),
    }

"""The compartments in the staff corner, as rows of its table, and what is remembered there.

Two different cards lead in. From the pulse until the door is closed and written down nobody leaves: not by "Abmelden",
not by time.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Literal

from msgspec import Struct
from msgspec.structs import replace

from kiosk.flows import loading_effects as do
from kiosk.flows import loading_events as ld
from kiosk.flows import staff_events as e
from kiosk.flows.events import Event
from kiosk.flows.flow import HERE, Effect, Row, Stays, on
from kiosk.flows.staff_states import St

if TYPE_CHECKING:
    from kiosk.flows.staff import Staff

Purpose = Literal["", "load", "take_out", "move", "inspect"]
LONGEST_NUMBER = 12
"""Digits typed of a booking number."""


class Lockers(Struct, frozen=True, kw_only=True):
    """Remembered while the compartments are on the screen."""

    first: str = ""
    second: str = ""
    """Pseudonyms of the two cards."""
    typed: str = ""
    booking: str = ""
    compartment: str = ""
    turned_down: tuple[str, ...] = ()
    purpose: Purpose = ""
    about: str = ""
    nothing: bool = False
    unseen: bool = False
    """The door's sensor says nothing: staff tell."""
    findings: tuple[tuple[str, str], ...] = ()


# --- effects ---------------------------------------------------------------------------------------------------------


def _propose(event: ld.BookingChosen, _: "Staff") -> Effect:
    return do.Propose(event.booking)


def _propose_typed(_: Any, now: "Staff") -> Effect:
    return do.Propose(now.lockers.typed)


def _propose_other(_: Any, now: "Staff") -> Effect:
    return do.Propose(now.lockers.booking, (*now.lockers.turned_down, now.lockers.compartment))


def _load(_: Any, now: "Staff") -> Effect:
    return do.OpenLocker("load", now.lockers.booking, now.lockers.compartment)


def _take_out(event: ld.TakeOutWanted, _: "Staff") -> Effect:
    return do.OpenLocker("take_out", event.pickup)


def _move(event: ld.MoveWanted, _: "Staff") -> Effect:
    return do.OpenLocker("move", event.pickup)


def _inspect(event: ld.InspectWanted, _: "Staff") -> Effect:
    return do.OpenLocker("inspect", "", event.compartment)


def _note(event: ld.LockerTold, _: "Staff") -> Effect:
    return do.NoteLocker(event.compartment, event.what)


def _inventory(_: Any, __: "Staff") -> Effect:
    return do.TakeInventory()


def _abandon(_: Any, now: "Staff") -> Effect:
    return do.AbandonLocker(now.lockers.compartment)


def _finish(event: Event, now: "Staff") -> Effect:
    lockers, told = now.lockers, isinstance(event, ld.LockerTellsShut)
    return do.FinishLocker(lockers.purpose, lockers.about, lockers.compartment, lockers.nothing, told)


# --- rows ------------------------------------------------------------------------------------------------------------

HELD: Row = {e.SignedOff: HERE, e.Untouched: HERE, e.Answered: HERE}
"""While a door may be open nobody leaves."""
OVERVIEW: Row = {ld.OverviewWanted: on(St.LOCKERS)}


def locker_rows(inside: Row) -> Mapping[St, Row]:
    """The rows; `inside` is what holds everywhere in the staff corner."""
    return {
        St.CARDS: {
            **inside,
            ld.FirstCard: HERE,
            ld.CardRefused: HERE,
            ld.BothCards: on(St.LOCKERS),
        },
        St.LOCKERS: {
            **inside,
            e.RowChosen: HERE,
            ld.BookingWanted: on(St.BOOKING),
            ld.BookingChosen: on(St.PROPOSING, _propose),
            ld.TakeOutWanted: on(St.LOCKER_OPENING, _take_out),
            ld.MoveWanted: on(St.LOCKER_OPENING, _move),
            ld.InspectWanted: on(St.LOCKER_OPENING, _inspect),
            ld.LockerTold: on(Stays.HERE, _note),
            ld.InventoryWanted: on(St.INVENTORY, _inventory),
        },
        St.BOOKING: {
            **inside,
            **OVERVIEW,
            e.RowChosen: HERE,
            ld.BookingTypingWanted: on(St.BOOKING_TYPED),
            ld.BookingChosen: on(St.PROPOSING, _propose),
        },
        St.BOOKING_TYPED: {
            **inside,
            ld.BookingWanted: on(St.BOOKING),
            ld.BookingDigit: HERE,
            ld.BookingErased: HERE,
            ld.BookingCleared: HERE,
            ld.BookingOffered: on(St.PROPOSING, _propose_typed),
            ld.BookingChosen: on(St.PROPOSING, _propose),
        },
        St.PROPOSING: {**HELD, ld.Proposed: on(St.PROPOSED), ld.NotProposed: on(St.BOOKING)},
        St.PROPOSED: {
            **inside,
            **OVERVIEW,
            ld.BookingWanted: on(St.BOOKING),
            ld.OtherCompartmentWanted: on(St.PROPOSING, _propose_other),
            ld.LoadWanted: on(St.LOCKER_OPENING, _load),
        },
        St.LOCKER_OPENING: {
            **HELD,
            ld.LockerOpened: on(St.LOCKER_OPEN),
            ld.LockerNotOpened: on(St.LOCKERS),
        },
        St.LOCKER_OPEN: {
            **HELD,
            ld.NothingPutIn: HERE,
            ld.LockerOpened: HERE,
            ld.LockerLeft: on(St.LOCKERS, _abandon),
            ld.LockerShut: on(St.LOCKER_CLOSING, _finish),
            ld.LockerTellsShut: on(St.LOCKER_CLOSING, _finish),
        },
        St.LOCKER_CLOSING: {
            **HELD,
            ld.LockerDone: on(St.LOCKER_DONE),
            ld.LockerNotFinished: on(St.LOCKER_OPEN),
            ld.LockerOpened: on(St.LOCKER_OPEN),
        },
        St.LOCKER_DONE: {
            **inside,
            **OVERVIEW,
            ld.BookingWanted: on(St.BOOKING),
            ld.BookingChosen: on(St.PROPOSING, _propose),
        },
        St.INVENTORY: {**inside, **OVERVIEW, e.RowChosen: HERE, ld.Findings: HERE},
    }


LOCKER_STATES = frozenset(locker_rows({}))
DOOR_STATES = frozenset({St.LOCKER_OPENING, St.LOCKER_OPEN, St.LOCKER_CLOSING})
"""A door may be open, or is not written down yet."""

# --- memory ----------------------------------------------------------------------------------------------------------


def _typed(now: Lockers, event: ld.BookingDigit) -> Lockers:
    digit = event.digit[:1] if event.digit[:1] in "0123456789" else ""
    return replace(now, typed=(now.typed + digit)[:LONGEST_NUMBER])


def _proposed(now: Lockers, event: ld.Proposed) -> Lockers:
    again = event.booking == now.booking
    turned_down = (*now.turned_down, now.compartment) if again and now.compartment else ()
    return replace(
        now, typed="", booking=event.booking, compartment=event.compartment, turned_down=turned_down, nothing=False
    )


def _opening(purpose: Purpose) -> Callable[[Lockers, Any], Lockers]:
    def rule(now: Lockers, event: Any) -> Lockers:
        about = now.booking if purpose == "load" else getattr(event, "pickup", "")
        compartment = now.compartment if purpose == "load" else getattr(event, "compartment", "")
        return replace(now, purpose=purpose, about=about, compartment=compartment, nothing=False)

    return rule


def _of_both(first: str, second: str) -> Lockers:
    return Lockers(first=first, second=second)


RULES: dict[type[Event], Callable[[Lockers, Any], Lockers]] = {
    ld.FirstCard: lambda now, ev: replace(now, first=ev.who),
    ld.BothCards: lambda _, ev: _of_both(ev.first, ev.second),
    ld.BookingWanted: lambda now, _: _of_both(now.first, now.second),
    ld.BookingDigit: _typed,
    ld.BookingErased: lambda now, _: replace(now, typed=now.typed[:-1]),
    ld.BookingCleared: lambda now, _: replace(now, typed=""),
    ld.Proposed: _proposed,
    ld.LoadWanted: _opening("load"),
    ld.TakeOutWanted: _opening("take_out"),
    ld.MoveWanted: _opening("move"),
    ld.InspectWanted: _opening("inspect"),
    ld.NothingPutIn: lambda now, _: replace(now, nothing=True),
    ld.LockerOpened: lambda now, ev: replace(now, compartment=ev.compartment, unseen=not ev.seen),
    ld.LockerNotFinished: lambda now, _: replace(now, unseen=True),
    ld.Findings: lambda now, ev: replace(now, findings=ev.lines),
    ld.OverviewWanted: lambda now, _: _of_both(now.first, now.second),
}
SAYS: dict[type[Event], str] = {
    ld.CardRefused: "warn",
    ld.NotProposed: "warn",
    ld.LockerNotOpened: "fault",
    ld.LockerNotFinished: "fault",
    ld.LockerDone: "ok",
}
"""Events that tell what came of something, and in which tone."""


def _remember(event_type: type[Event]) -> Callable[["Staff", Any], "Staff"]:
    rule, tone = RULES.get(event_type), SAYS.get(event_type)

    def remember(now: "Staff", event: Any) -> "Staff":
        said = e.Answered(event.key, tone, getattr(event, "about", "")) if tone else None
        return replace(now, lockers=rule(now.lockers, event) if rule else now.lockers, said=said)

    return remember


REMEMBER_LOCKERS: dict[type[Event], Callable[["Staff", Any], "Staff"]] = {
    event: _remember(event) for event in (*RULES, *SAYS)
}

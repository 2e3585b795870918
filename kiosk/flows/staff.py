"""The staff corner as one table, and the frozen object that remembers where in it somebody is.

It is closed while visitors use the kiosk, opens only from the welcome screen, and lets nobody past the PIN: from the
states before it only `PinAccepted` and `CardSignedIn` lead inside, which handlers alone send.
"""

from collections.abc import Callable
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from kiosk.flows import staff_effects as do
from kiosk.flows import staff_events as e
from kiosk.flows.events import Event
from kiosk.flows.flow import HERE, Effect, Flow, Row, Stays, on
from kiosk.flows.loading import LOCKER_STATES, REMEMBER_LOCKERS, Lockers, locker_rows
from kiosk.flows.loading_events import LockersWanted
from kiosk.flows.staff_states import OUTSIDE as OUTSIDE
from kiosk.flows.staff_states import St as St

MOST_DIGITS = 12


class Staff(Struct, frozen=True, kw_only=True):
    """Everything remembered of one stay in the staff corner; thrown away when it ends."""

    state: St = St.CLOSED
    language: str = "de"
    role: str = ""
    typed: str = ""
    """Digits of the PIN; gone as soon as it is looked at."""
    why: str = ""
    """Why nobody can sign in."""
    row: int = 0
    """The chosen row of the list."""
    reason: str = ""
    minutes: int = 0
    """Length of the pause; 0: until it is ended."""
    scope: str = ""
    kind: str = ""
    minute: int = 0
    """Of the day, for today's hours."""
    view: str = "hours"
    """Which picture of the day."""
    lockers: Lockers = Lockers()
    """What is remembered in the part of the compartments."""
    said: e.Answered | None = None
    """What came of the last thing asked for, until the next."""

    def __repr__(self) -> str:
        """Without the PIN: a representation may end in a log."""
        return f"Staff(state={self.state.value!r}, role={self.role!r}, row={self.row})"


def _look(_event: Any, _now: Staff) -> Effect:
    return do.LookAtPins()


def _check(_event: e.PinOffered, now: Staff) -> Effect:
    return do.CheckPin(now.typed)


def _leave(_event: e.SignedOff, _now: Staff) -> Effect:
    return do.Leave("asked")


def _leave_untouched(_event: e.Untouched, _now: Staff) -> Effect:
    return do.Leave("untouched")


def _tell(event: e.DeviceTold, _now: Staff) -> Effect:
    return do.TellDevice(event.device, event.action)


def _settle(event: e.SettleWanted, _now: Staff) -> Effect:
    return do.Settle(event.ticket, event.how)


def _take_back(_event: e.SettleTakenBack, _now: Staff) -> Effect:
    return do.TakeBackSettle()


def _begin_pause(_event: e.PauseBegun, now: Staff) -> Effect:
    return do.BeginPause(now.reason, now.minutes)


def _end_pause(_event: e.PauseEnded, _now: Staff) -> Effect:
    return do.EndPause()


def _change_hours(_event: e.HoursChanged, now: Staff) -> Effect:
    return do.ChangeHours(now.scope, now.kind, now.minute, now.reason)


def _restore_hours(event: e.HoursRestored, _now: Staff) -> Effect:
    return do.RestoreHours(event.scope)


def _reboot(_event: e.RebootConfirmed, _now: Staff) -> Effect:
    return do.Reboot()


SHUT: Row = {e.SignedOff: on(St.CLOSED), e.Untouched: on(St.CLOSED)}
"""Before the PIN: going away leaves nothing to note."""
INSIDE: Row = {
    e.MenuWanted: on(St.MENU),
    e.TechnicianWanted: on(St.TECHNICIAN),
    e.SignedOff: on(St.CLOSED, _leave),
    e.Untouched: on(St.CLOSED, _leave_untouched),
    e.Answered: HERE,
}

STAFF: Flow[St] = Flow(
    "staff corner",
    St.CLOSED,
    {
        St.CLOSED: {e.StaffWanted: on(St.OPENING, _look), e.CardSignedIn: on(St.MENU)},
        St.OPENING: {
            **SHUT,
            e.PinAsked: on(St.PIN),
            e.PinLocked: on(St.LOCKED),
            e.PinUnusable: on(St.UNUSABLE),
        },
        St.PIN: {
            **SHUT,
            e.Digit: HERE,
            e.DigitErased: HERE,
            e.DigitsCleared: HERE,
            e.PinOffered: on(St.CHECKING, _check),
            e.CardSignedIn: on(St.MENU),
        },
        St.CHECKING: {
            e.PinAccepted: on(St.MENU),
            e.PinRejected: on(St.PIN),
            e.PinLocked: on(St.LOCKED),
            e.PinUnusable: on(St.UNUSABLE),
        },
        St.LOCKED: {**SHUT, e.LockEnded: on(St.PIN)},
        St.UNUSABLE: {**SHUT},
        St.MENU: {
            **INSIDE,
            e.DevicesWanted: on(St.DEVICES),
            e.TicketsWanted: on(St.TICKETS),
            e.PauseWanted: on(St.PAUSE),
            e.HoursWanted: on(St.HOURS),
            e.ContentWanted: on(St.CONTENT),
            e.FaultsWanted: on(St.FAULTS),
            e.FiguresWanted: on(St.FIGURES),
            e.RebootWanted: on(St.REBOOT),
            LockersWanted: on(St.CARDS),
        },
        St.DEVICES: {**INSIDE, e.RowChosen: HERE, e.DeviceTold: on(Stays.HERE, _tell)},
        St.TICKETS: {
            **INSIDE,
            e.RowChosen: HERE,
            e.SettleWanted: on(Stays.HERE, _settle),
            e.SettleTakenBack: on(Stays.HERE, _take_back),
        },
        St.PAUSE: {
            **INSIDE,
            e.ReasonChosen: HERE,
            e.LengthChosen: HERE,
            e.PauseBegun: on(Stays.HERE, _begin_pause),
            e.PauseEnded: on(Stays.HERE, _end_pause),
        },
        St.HOURS: {
            **INSIDE,
            e.RowChosen: HERE,
            e.HoursOpened: on(St.HOURS_TIME),
            e.HoursRestored: on(Stays.HERE, _restore_hours),
        },
        St.HOURS_TIME: {
            **INSIDE,
            e.ReasonChosen: HERE,
            e.MinuteChosen: HERE,
            e.HoursWanted: on(St.HOURS),
            e.HoursChanged: on(St.HOURS, _change_hours),
        },
        St.CONTENT: {**INSIDE, e.RowChosen: HERE},
        St.FAULTS: {**INSIDE, e.RowChosen: HERE},
        St.FIGURES: {**INSIDE, e.FigureChosen: HERE},
        St.REBOOT: {**INSIDE, e.RebootConfirmed: on(St.REBOOTING, _reboot)},
        St.REBOOTING: {e.RebootRefused: on(St.REBOOT), e.Untouched: on(St.CLOSED, _leave_untouched)},
        St.TECHNICIAN: {**INSIDE},
        **locker_rows(INSIDE),
    },
)

KEEPS_ROW = frozenset({St.HOURS, St.HOURS_TIME})
"""Between these the chosen row of the list stays."""


def _typed(now: Staff, event: e.Digit) -> Staff:
    digit = event.digit if event.digit in "0123456789" else ""
    return replace(now, typed=(now.typed + digit[:1])[:MOST_DIGITS], said=None)


REMEMBER: dict[type[Event], Callable[[Any, Any], Staff]] = {
    e.Digit: _typed,
    e.DigitErased: lambda now, _: replace(now, typed=now.typed[:-1], said=None),
    e.DigitsCleared: lambda now, _: replace(now, typed="", said=None),
    e.PinOffered: lambda now, _: replace(now, typed="", said=None),
    e.PinAccepted: lambda now, ev: replace(now, role=ev.role),
    e.CardSignedIn: lambda now, ev: replace(now, role=ev.role, typed=""),
    e.PinRejected: lambda now, _: replace(now, said=e.Answered("staff.pin.wrong", "warn")),
    e.PinUnusable: lambda now, ev: replace(now, why=ev.why),
    e.DeviceTold: lambda now, _: replace(now, said=None),
    e.PauseBegun: lambda now, _: replace(now, said=None),
    e.PauseEnded: lambda now, _: replace(now, said=None),
    e.HoursRestored: lambda now, _: replace(now, said=None),
    e.RebootConfirmed: lambda now, _: replace(now, said=None),
    e.SettleWanted: lambda now, _: replace(now, said=None),
    e.SettleTakenBack: lambda now, _: replace(now, said=None),
    e.RowChosen: lambda now, ev: replace(now, row=max(0, ev.index), said=None),
    e.ReasonChosen: lambda now, ev: replace(now, reason=ev.reason, said=None),
    e.LengthChosen: lambda now, ev: replace(now, minutes=max(0, ev.minutes), said=None),
    e.HoursOpened: lambda now, ev: replace(now, scope=ev.scope, kind=ev.kind, minute=ev.minute, said=None),
    e.MinuteChosen: lambda now, ev: replace(now, minute=max(0, ev.minute), said=None),
    e.FigureChosen: lambda now, ev: replace(now, view=ev.view),
    e.Answered: lambda now, ev: replace(now, said=ev),
    **REMEMBER_LOCKERS,
    e.RebootRefused: lambda now, ev: replace(now, said=e.Answered(ev.key, "fault")),
}


def advance(staff: Staff, event: Event) -> tuple[Staff, tuple[Effect, ...]]:
    """One step: what is remembered after `event`, and what must be done.

    An event the table does not name here changes nothing, and the same object comes back.
    """
    transition = STAFF.transition(staff.state, type(event))
    if transition is None:
        return staff, ()
    effects = tuple(make(event, staff) for make in transition.effects)
    new = REMEMBER[type(event)](staff, event) if type(event) in REMEMBER else staff
    if transition.target is Stays.HERE:
        return new, effects
    return _arrived(staff, new, St(transition.target)), effects


def _arrived(old: Staff, new: Staff, target: St) -> Staff:
    """On another screen: what belonged to the one before is forgotten; closed, everything is."""
    if target is St.CLOSED:
        return Staff(language=new.language)
    if target in OUTSIDE or target in (St.REBOOT, St.REBOOTING):
        return replace(new, state=target)
    kept = old.row if {old.state, target} <= KEEPS_ROW else 0
    said = new.said if target in LOCKER_STATES and new.said is not old.said else None
    lockers = new.lockers if target in LOCKER_STATES else Lockers()
    return replace(new, state=target, row=kept, reason="", said=said, lockers=lockers)

"""The life of a ticket as one table: what can happen, in which state, and the state that follows. Pure.

The ledger appends an event and derives the state from this table in the same transaction, so the events alone tell how
a ticket came to be where it is. There is one way to a printer, `PRINT_BEGUN`, and it starts only where surely no byte
has left the computer: that is what makes two papers for one number impossible (docs/adr/0003).
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from kiosk.ticketing.model import TicketState as S


class What(StrEnum):
    """What can happen to a ticket; the last few concern the ledger as a whole."""

    DRAWN = "drawn"
    PRINT_BEGUN = "print_begun"
    """The intent; bytes may leave from now on."""
    PRINT_CONFIRMED = "print_confirmed"
    PRINT_NOT_SENT = "print_not_sent"
    PRINT_UNCONFIRMED = "print_unconfirmed"
    NOT_COMPOSED = "not_composed"
    """The words for the paper could not be made."""
    LEFT_UNPRINTED = "left_unprinted"
    """After a restart: drawn, nothing sent, the visitor's session is gone."""
    LEFT_PRINTING = "left_printing"
    """After a restart: the intent was on disk, the outcome was not."""
    LATE_PRINT = "late_print"
    """The printer itself told later that the paper came."""
    PAPER_CAME = "paper_came"
    PAPER_MISSED = "paper_missed"
    REMEMBERED = "remembered"
    ON_PHONE = "on_phone"
    STAFF_PRINTED = "staff_printed"
    STAFF_PAPERLESS = "staff_paperless"
    STAFF_VOID = "staff_void"
    REPLACED = "replaced"
    """Void, and another number took its place."""
    CALLED = "called"
    FINISHED = "finished"
    MISSED = "missed"
    """Called, but nobody came."""
    SALVAGED = "salvaged"
    """Taken over from a damaged file."""

    DAY_BEGAN = "day_began"
    CLOCK_DOUBTED = "clock_doubted"
    """The date changed in a way no midnight does; the numbers went on."""
    NUMBERS_SKIPPED = "numbers_skipped"
    SET_ASIDE = "set_aside"
    PAUSED = "paused"
    RESUMED = "resumed"


UNSENT = frozenset({S.DRAWN, S.NOT_PRINTED})
"""Surely no byte has left: the only states from which a ticket may be printed."""
VALID = frozenset(S) - {S.VOID}
_WITHOUT_SURE_PAPER = UNSENT | {S.UNCONFIRMED, S.PAPERLESS}


def _to(state: S, *before: S) -> Mapping[S, S]:
    return dict.fromkeys(before, state)


_STAYS: Mapping[S, S] = {state: state for state in VALID}

LIFE: Mapping[What, Mapping[S, S]] = {
    What.PRINT_BEGUN: _to(S.PRINTING, *UNSENT),
    What.PRINT_CONFIRMED: _to(S.PRINTED, S.PRINTING),
    What.PRINT_NOT_SENT: _to(S.NOT_PRINTED, S.PRINTING),
    What.PRINT_UNCONFIRMED: _to(S.UNCONFIRMED, S.PRINTING),
    What.NOT_COMPOSED: _to(S.NOT_PRINTED, *UNSENT),
    What.LEFT_UNPRINTED: _to(S.NOT_PRINTED, S.DRAWN),
    What.LEFT_PRINTING: _to(S.UNCONFIRMED, S.PRINTING),
    # The device is believed, even where it said before that nothing was sent. A void number whose paper still comes
    # stays void: staff are told of the stray paper.
    What.LATE_PRINT: {**_to(S.PRINTED, *VALID - {S.PRINTED}), S.VOID: S.VOID},
    What.PAPER_CAME: _to(S.PRINTED, S.UNCONFIRMED),
    What.PAPER_MISSED: _to(S.UNCONFIRMED, S.UNCONFIRMED),
    What.REMEMBERED: _to(S.PAPERLESS, *_WITHOUT_SURE_PAPER),
    What.ON_PHONE: _to(S.PAPERLESS, *_WITHOUT_SURE_PAPER),
    What.STAFF_PRINTED: _to(S.PRINTED, *_WITHOUT_SURE_PAPER),
    What.STAFF_PAPERLESS: _to(S.PAPERLESS, *_WITHOUT_SURE_PAPER),
    What.STAFF_VOID: _to(S.VOID, *VALID - {S.PRINTING}),
    What.REPLACED: _to(S.VOID, *VALID - {S.PRINTING}),
    What.CALLED: _STAYS,
    What.FINISHED: _STAYS,
    What.MISSED: _STAYS,
}
"""What.DRAWN and What.SALVAGED begin a life and stand in no row."""


def after(state: S, what: What) -> S | None:
    """The state that follows, or None where `what` cannot happen in `state`."""
    return LIFE[what].get(state)


def diagram() -> str:
    """The arrows that change a state, as a Mermaid state diagram."""
    arrows = [f"    [*] --> {S.DRAWN}: {What.DRAWN}"]
    for before in S:
        for to in S:
            whats = [what for what, row in LIFE.items() if row.get(before) is to and before is not to]
            if whats:
                arrows.append(f"    {before} --> {to}: {', '.join(whats)}")
    return "\n".join(["stateDiagram-v2", *arrows])


def retold(happened: Iterable[tuple[What, S | None]]) -> S:
    """The state that a ticket's events lead to; SALVAGED carries the state it was taken over in.

    :raises ValueError: these events cannot have happened in this order.
    """
    state: S | None = None
    for what, given in happened:
        if what in (What.DRAWN, What.SALVAGED) and state is None:
            state = given or S.DRAWN
        elif what in LIFE and state is not None:
            state = after(state, what)
        else:
            state = None
        if state is None:
            raise ValueError(f"{what} cannot have happened here")
    if state is None:
        raise ValueError("no events")
    return state

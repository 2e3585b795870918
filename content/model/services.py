"""What the town hall does for people: services with LeiKa keys and facts. Not responsible for finding them."""

from datetime import date
from decimal import Decimal
from typing import Literal

from msgspec import Struct

from content.model.text import Text


class Fee(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One price in euro. `only_for` says for whom (the first fee of a service is the usual one, without it)."""

    amount: Decimal
    only_for: Text | None = None
    up_to: Decimal | None = None
    """Upper end where the price is a range, euro."""


class Paper(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One thing to bring, at most about 34 letters so that it fits a check row. `only_if` says when it is needed."""

    what: Text
    only_if: Text | None = None


class Elsewhere(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Who is responsible for a service that this town hall does not do."""

    who: Text
    where: Text | None = None
    phone: str | None = None
    website: str | None = None


class Service(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One public service. Everything a visitor is told about it stands here, with `source` and `as_of`."""

    id: str
    title: Text
    """As people say it, verb last: "Wohnung anmelden"; at most 40 letters."""
    summary: Text
    """One or two short sentences."""
    source: str
    as_of: date
    """When `source` last checked the facts."""
    valid_until: date | None = None
    """After this day the facts are overdue."""
    leika: str | None = None
    """LeiKa key (FIM), 14 digits."""
    icon: str = "file-document-outline"
    """Name in the Material Design Icons font."""
    also_called: dict[str, tuple[str, ...]] = {}
    """Everyday words per language by which people look for it."""
    life_situations: tuple[str, ...] = ()
    """Ids of life situations ("I am moving")."""
    office: str | None = None
    """Id of the office that does it; None where `elsewhere` is given."""
    concern: str | None = None
    """Id of the queue to draw a number for; None: no number needed or none to be had."""
    room: str | None = None
    """Room ref where it is done, if not the usual rooms of the concern or office."""
    attendance: Literal["in_person", "representative", "not_needed"] = "in_person"
    """Whether the person must come, may send somebody, or nobody needs to come."""
    fees: tuple[Fee, ...] = ()
    """Empty tuple with `free` false: fee unknown."""
    free: bool = False
    fee_note: Text | None = None
    """One short line below the price: "unter 24: 22,80 €", "nur mit Karte"."""
    payment: Text | None = None
    papers: tuple[Paper, ...] = ()
    processing_time: Text | None = None
    """Short value, at most about 16 letters: "3 Wochen", "sofort"."""
    processing_note: Text | None = None
    at_desk_minutes: int | None = None
    """Usual time at the desk, minutes."""
    legal_basis: tuple[str, ...] = ()
    """"§ 17 BMG", one provision each."""
    online: str | None = None
    """https address where it can be done without coming."""
    deadline: Text | None = None
    """"Innerhalb von 2 Wochen nach dem Einzug"."""
    elsewhere: Elsewhere | None = None


class LifeSituation(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A reason to come, in the visitor's words: "Ich ziehe um"."""

    id: str
    title: Text
    icon: str

"""The town hall itself: its name, offices, concerns (queues), devices' places and notices."""

from datetime import date
from typing import Literal

from msgspec import Struct

from content.model.hours import OpeningHours
from content.model.text import Text


class KioskPlace(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Where a kiosk stands, as a room or area of the building; `facing` is where its visitor looks."""

    id: str
    room: str
    """Ref, id or name of a room, area or point in the building (node with `ref`, e.g. `KIOSK-1`)."""
    facing: float = 0.0
    """Compass degrees, 0 = north, clockwise."""


class Town(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One town hall."""

    name: Text
    """"Musterstadt"."""
    house: Text
    """"Bürgeramt", as the header says it."""
    land: str
    """Two letters of the Land for its public holidays: "BW"."""
    hours: OpeningHours
    """Of the house."""
    building: str = "building.geojson"
    """File of the floor plan, beside town.yaml."""
    kiosks: tuple[KioskPlace, ...] = ()
    help_desk: Text
    """Where a person helps: "Platz 1, dort drüben rechts"."""
    help_room: str
    """Ref of the room or area of that desk."""
    ask_concern: str | None = None
    """Id of the queue for people who do not know theirs."""
    no_step_free_way: Text
    """What to say where no step-free way exists."""
    website: str | None = None
    phone: str | None = None
    source: str
    as_of: date


class Office(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A part of the administration that does services."""

    id: str
    name: Text
    rooms: tuple[str, ...]
    """Refs of its rooms; the first is where visitors go without a number."""
    hours: OpeningHours
    phone: str | None = None
    email: str | None = None
    website: str | None = None
    source: str
    as_of: date


class Concern(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A queue: what a waiting number is drawn for."""

    id: str
    title: Text
    """At most about 20 letters: "Ausweis und Pass"."""
    prefix: str
    """One capital letter before the number: "A"."""
    icon: str
    office: str
    rooms: tuple[str, ...]
    """Refs of the rooms whose desks call this queue."""
    waiting_area: str
    """Ref of the area to wait in."""
    hours: OpeningHours | None = None
    """When numbers are given out; None: the office's hours."""
    daily_contingent: int | None = None
    """Numbers a day; None: no limit."""
    first_number: int = 1
    last_number: int = 999
    priority: Literal[1, 2, 3] = 2
    """1 is called first."""
    minutes_each: float = 8.0
    """Guess of minutes between two calls, until the day has figures of its own."""
    when_used_up: Text | None = None
    """What to do instead when the day's numbers are gone."""


class Notice(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Something to know today: "Der Aufzug A fährt heute nicht." `closes` closes parts of the house to all routes."""

    id: str
    text: Text
    first: date
    last: date | None = None
    closes: tuple[str, ...] = ()
    """Refs, ids or names of rooms, corridors, lifts, stairs that are closed."""
    source: str
    as_of: date

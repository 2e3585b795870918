"""What staff set here and a power cut must not take: a pause, hours, devices out of service, the roll."""

import logging
import threading
from datetime import date, datetime
from pathlib import Path
from typing import Any, Literal

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from hardware.host.folders import write_atomically

log = logging.getLogger(__name__)

FILE = "kept.json"
DAMAGED = "kept-damaged.json"


class Pause(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The kiosk makes a pause; visitors are told why and where to go instead."""

    reason: str
    """One of `REASONS` of the presenters: "short", "meeting", "maintenance", "fault"."""
    since: datetime
    until: datetime | None = None
    """None: until staff end it."""


class Change(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Other hours on one day."""

    scope: str
    """"house", "office:ID" or "concern:ID"."""
    kind: Literal["close", "open"]
    minute: int
    """Closed from this minute of the day on, or open until it."""
    since_minute: int
    """Minute of the day when it was set: what was closed all day opens then."""
    reason: str
    day: date


class Kept(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Everything, as it stands on disk."""

    pause: Pause | None = None
    changes: tuple[Change, ...] = ()
    """At most one a scope and day, in the order they were set."""
    out_of_service: tuple[str, ...] = ()
    """Ids of devices that staff took out of service."""
    roll_since: datetime | None = None
    """When the printer's roll was changed."""

    def changes_on(self, day: date) -> tuple[Change, ...]:
        """Those of one day."""
        return tuple(change for change in self.changes if change.day == day)


class Keeper:
    """Holds what is kept; any thread reads, one at a time writes."""

    def __init__(self, folder: Path) -> None:
        """:param folder: made where it does not exist. A damaged file is set aside, and nothing is kept then.

        :raises OSError: the folder cannot be made or read.
        """
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._path, self._writing = folder / FILE, threading.Lock()
        self.damaged = False
        """Whether a damaged file was found at the start."""
        self.now = self._read()
        """What is kept at the moment; frozen."""

    def change(self, **fields: Any) -> Kept:
        """Set fields; on return they are on disk.

        :raises OSError: the disk is full or failing; everything is as it was.
        """
        with self._writing:
            new = replace(self.now, **fields)
            write_atomically(self._path, msgspec.json.encode(new))
            self.now = new
            return new

    def set_change(self, change: Change) -> Kept:
        """Other hours for its scope today; what holds for the scope already is replaced, other days are forgotten."""
        others = [one for one in self.now.changes_on(change.day) if one.scope != change.scope]
        return self.change(changes=(*others, change))

    def drop_change(self, scope: str, day: date) -> Kept:
        """The usual hours again."""
        return self.change(changes=tuple(one for one in self.now.changes_on(day) if one.scope != scope))

    def set_service(self, device: str, out: bool) -> Kept:
        """Take a device out of service, or back."""
        others = tuple(one for one in self.now.out_of_service if one != device)
        return self.change(out_of_service=(*others, device) if out else others)

    def _read(self) -> Kept:
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=Kept)
        except FileNotFoundError:
            return Kept()
        except (msgspec.MsgspecError, UnicodeDecodeError) as fault:
            log.error("%s is damaged (%s): pause, today's hours and devices out of service are forgotten", FILE, fault)
            self._path.replace(self._path.with_name(DAMAGED))
            self.damaged = True
            return Kept()

"""The last faults of the kiosk in plain words, from when to when. On disk, the newest 200."""

import logging
import threading
from datetime import datetime, timedelta
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from hardware.host.folders import write_atomically

log = logging.getLogger(__name__)

FILE = "faults.json"
MOST = 200
SAME_WITHIN = timedelta(minutes=1)
"""A fault that comes back within this time is the same one: a shaky cable fills no list."""


class Fault(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One fault of one source."""

    source: str
    """Id of the device or part: "printer"."""
    code: str
    """Stable: "printer.paper_out"."""
    name: str
    """How staff call the source, in the kiosk's language."""
    what: str
    """What is wrong."""
    remedy: str
    """What to do."""
    since: datetime
    until: datetime | None = None
    """None: not over yet."""
    times: int = 1
    """How often it came within a minute of its end."""


class FaultLog:
    """Newest first. Any thread reads, one at a time writes."""

    def __init__(self, folder: Path) -> None:
        """:param folder: made where it does not exist. A damaged file is begun anew: it is told of, not mourned."""
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._path, self._writing = folder / FILE, threading.Lock()
        self.all = self._read()
        """All that are kept; frozen."""

    def open(self, source: str) -> Fault | None:
        """The fault of a source that is not over."""
        return next((fault for fault in self.all if fault.source == source and fault.until is None), None)

    def note(self, fault: Fault | None, source: str, now: datetime) -> bool:
        """What is wrong with `source` now (None: nothing). Called at every round; writes only what changed.

        :returns: whether something changed.
        :raises OSError: the disk is full or failing; what is kept in memory is right all the same.
        """
        with self._writing:
            before = self.open(source)
            if (before.code if before else "") == (fault.code if fault else ""):
                return False
            faults = [replace(one, until=now) if one is before else one for one in self.all]
            if fault is not None:
                faults = _with(faults, fault)
            self.all = tuple(faults[:MOST])
            write_atomically(self._path, msgspec.json.encode(self.all))
            return True

    def _read(self) -> tuple[Fault, ...]:
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=tuple[Fault, ...])[:MOST]
        except FileNotFoundError:
            return ()
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError) as fault:
            log.error("the list of faults begins anew: %s", fault)
            return ()


def _with(faults: list[Fault], fault: Fault) -> list[Fault]:
    """The list with one more, or with the newest of its source going on."""
    for index, one in enumerate(faults):
        if one.source != fault.source:
            continue
        gone = fault.since - one.until if one.until else SAME_WITHIN
        if one.code == fault.code and timedelta(0) <= gone < SAME_WITHIN:
            again = replace(one, until=None, times=one.times + 1)
            return [*faults[:index], again, *faults[index + 1 :]]
        break
    return [fault, *faults]

"""What every scanner can do: tell the text of a code that was read."""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from msgspec import Struct


class Scan(Struct, frozen=True):
    """A code that was read."""

    text: str
    """As encoded, without the scanner's ending; printable, at most 400 letters."""

    def __repr__(self) -> str:
        """Without the text: a representation may end in a log, and the text may be a pickup code."""
        return "Scan()"


class ScannerState(Struct, frozen=True, kw_only=True):
    """How the device is."""

    trouble: str = ""
    """Stable code of what is wrong; "" = it works, as far as is known, or there is no such device.

    `scanner.starting`, `port.missing`, `port.busy`, `port.refused`, `port.lost`; camera: `scanner.dark` (covered, or
    no light), `scanner.no_library`. A camera at rest keeps the trouble of its last look.
    """
    looking: bool = False
    """Whether it looks for codes now."""
    since: datetime
    """Since when it is so; with a time zone."""


class Scanner(Protocol):
    """A scanner. It works in a thread of its own and opens its device anew whenever it is lost."""

    def start(self, scanned: Callable[[Scan], None]) -> None:
        """Tell every code from now on, while it is told to look; called once.

        :param scanned: called from the scanner's thread; must return soon and not raise. The same code is told again
            only after it was out of sight; a camera forgets it at rest.
        """
        ...

    def look(self, wanted: bool) -> None:
        """Look for codes, or rest: a camera is off while it rests, and what a hand scanner reads then is dropped.

        At the start it rests. May be called before `start`.
        """
        ...

    def state(self) -> ScannerState:
        """How it is, without asking the device; from any thread. Never raises."""
        ...

    def close(self) -> None:
        """Tell nothing any more, and let go of the device; harmless the second time."""
        ...

"""What every card reader can do: tell the number of a card that was shown. Knows no staff."""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from msgspec import Struct


class Card(Struct, frozen=True):
    """A card that was shown."""

    uid: str
    """Its number: upper-case hexadecimal without blanks where the reader gives bytes, else the line as sent."""

    def __repr__(self) -> str:
        """Without the number: a representation may end in a log."""
        return "Card()"


class ReaderState(Struct, frozen=True, kw_only=True):
    """How the device is."""

    trouble: str = ""
    """Stable code of what is wrong; "" = it works, or there is no such device.

    `card_reader.starting`; PC/SC: `card_reader.missing`, `card_reader.no_service`, `card_reader.refused`,
    `card_reader.no_library`; serial: `port.missing`, `port.busy`, `port.refused`, `port.lost`.
    """
    since: datetime
    """Since when it is so; with a time zone."""


class CardReader(Protocol):
    """A reader. It works in a thread of its own and opens its device anew whenever it is lost."""

    def start(self, shown: Callable[[Card], None]) -> None:
        """Tell every card from now on; called once.

        :param shown: called from the reader's thread once for each time a card is put on the reader, not again while
            it stays there, and not for one that lay there when the reader was opened; must return soon and not raise.
        """
        ...

    def state(self) -> ReaderState:
        """How it is, without asking the device; from any thread. Never raises."""
        ...

    def close(self) -> None:
        """Tell nothing any more, and let go of the device; harmless the second time."""
        ...

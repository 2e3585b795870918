"""A reader on a serial line that sends a line for each card. Not for readers that have to be asked."""

from collections.abc import Callable

from hardware.card_reader.interface import Card
from hardware.card_reader.protocol import card_of_line, lines
from hardware.card_reader.settings import CardReaderSettings
from hardware.card_reader.watched import WatchedReader
from hardware.host.clock import Clock
from hardware.transport.interface import Wire
from hardware.transport.opening import wire_for
from hardware.transport.repeats import Repeats

LOOK_SECONDS = 0.25
WRITE_SECONDS = 1.0
GONE_SECONDS = 2.0
"""Some readers send the line again and again while the card lies there."""


class CardLines:
    """`Source` over a wire."""

    trouble = ""

    def __init__(self, wire: Wire, clock: Clock) -> None:
        self._wire, self._clock = wire, clock
        self._lines, self._repeats = lines(), Repeats(GONE_SECONDS)

    def open(self) -> None:
        """See `Source`."""
        self._wire.open()
        self._lines.clear()

    def read(self, pause: Callable[[float], object]) -> list[Card]:
        """See `Source`."""
        data = self._wire.read(LOOK_SECONDS)
        now = self._clock.monotonic()
        self._repeats.forget(now)
        found = [card for line in self._lines.feed(data, now) if (card := card_of_line(line))]
        return [card for card in found if self._repeats.is_new(card.uid, now)]

    def close(self) -> None:
        """See `Source`."""
        self._wire.close()


class SerialLineReader(WatchedReader):
    """`CardReader` by a serial line."""

    def __init__(self, settings: CardReaderSettings, *, clock: Clock) -> None:
        """Opens nothing yet."""
        wire = wire_for(settings.port, baud=settings.baud, write_seconds=WRITE_SECONDS)
        super().__init__(CardLines(wire, clock), clock=clock, reopen_seconds=settings.reopen_seconds)

"""A card reader made of a source of cards. Not responsible for any wire."""

from collections.abc import Callable

from hardware.card_reader.interface import Card, ReaderState
from hardware.host.clock import Clock
from hardware.transport.watching import Source, Watch


class WatchedReader:
    """`CardReader` over a source."""

    def __init__(self, source: Source[Card], *, clock: Clock, reopen_seconds: float) -> None:
        """Opens nothing yet."""
        self._watch = Watch(source, name="card_reader", clock=clock, reopen_seconds=reopen_seconds)

    def start(self, shown: Callable[[Card], None]) -> None:
        """See `CardReader`."""
        self._watch.start(shown)

    def state(self) -> ReaderState:
        """See `CardReader`."""
        state = self._watch.state()
        return ReaderState(trouble=state.trouble, since=state.since)

    def close(self) -> None:
        """See `CardReader`."""
        self._watch.close()

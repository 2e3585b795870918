"""No card reader: staff cards are not used, or typed."""

from collections.abc import Callable

from hardware.card_reader.interface import Card, ReaderState
from hardware.card_reader.settings import CardReaderSettings
from hardware.host.clock import Clock


class DisabledReader:
    """`CardReader` where there is none."""

    def __init__(self, settings: CardReaderSettings, *, clock: Clock) -> None:
        """Takes what every driver takes."""
        self._state = ReaderState(since=clock.now())

    def start(self, shown: Callable[[Card], None]) -> None:
        """Nothing will be told."""

    def state(self) -> ReaderState:
        """Absent, and that is no trouble."""
        return self._state

    def close(self) -> None:
        """Nothing to release."""

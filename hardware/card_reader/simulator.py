"""A card reader without a reader: cards are shown by hand, from the bench page or a test."""

import threading
from collections.abc import Callable, Mapping

from hardware.card_reader.interface import Card, ReaderState
from hardware.card_reader.settings import CardReaderSettings
from hardware.host.clock import Clock

MISSING, STARTING = "card_reader.missing", "card_reader.starting"


class SimulatedReader:
    """`CardReader`, and hands for it; on the bench page a `SimulatedDevice`. Tells in the thread of the hand."""

    name = "card_reader"

    def __init__(self, settings: CardReaderSettings, *, clock: Clock) -> None:
        """Plugged in."""
        self._clock, self._lock = clock, threading.RLock()
        self._shown: Callable[[Card], None] | None = None
        self._plugged = True
        self._state = ReaderState(trouble=STARTING, since=clock.now())

    def start(self, shown: Callable[[Card], None]) -> None:
        """See `CardReader`."""
        with self._lock:
            self._shown = shown
            self._note()

    def state(self) -> ReaderState:
        """See `CardReader`."""
        return self._state

    def close(self) -> None:
        """See `CardReader`."""
        with self._lock:
            self._shown = None

    def show(self, uid: str) -> None:
        """Put a card on it and take it away; nothing while unplugged. From any thread."""
        with self._lock:
            if self._shown is not None and self._plugged:
                self._shown(Card(uid))

    def plug(self, plugged: bool) -> None:
        """Put its cable in, or pull it. From any thread."""
        with self._lock:
            self._plugged = plugged
            self._note()

    def faults(self) -> Mapping[str, bool]:
        """What can be wrong."""
        return {"unplugged": not self._plugged}

    def set_fault(self, name: str, on: bool) -> None:
        """Pull the cable, or put it back.

        :raises KeyError: there is no such fault.
        """
        if name != "unplugged":
            raise KeyError(name)
        self.plug(not on)

    def _note(self) -> None:
        trouble = STARTING if self._shown is None else "" if self._plugged else MISSING
        if trouble != self._state.trouble:
            self._state = ReaderState(trouble=trouble, since=self._clock.now())

"""A reader behind PC/SC (pyscard, pcscd). Not responsible for what is stored on a card: its number only.

The library is imported at the first opening: a kiosk without such a reader needs none.
"""

import logging
from collections.abc import Callable
from typing import Any

from hardware.card_reader import pcsc_trouble
from hardware.card_reader.interface import Card
from hardware.card_reader.protocol import GET_UID, card_of_answer
from hardware.card_reader.settings import CardReaderSettings
from hardware.card_reader.watched import WatchedReader
from hardware.host.clock import Clock
from hardware.transport.repeats import Repeats

log = logging.getLogger(__name__)

LOOK_MS = 250
TRIES = 3
BETWEEN_TRIES_SECONDS = 0.15
"""A card that is just being put down does not always answer at once."""
GONE_SECONDS = 1.0
"""A card at the edge of the field comes and goes by itself."""
COUNTER_SHIFT = 16
"""pcsclite counts the cards put in and taken away in the upper half of a reader's state (pcsclite(3))."""


def scard() -> Any:
    """The functions of PC/SC.

    :raises HardwareError: `card_reader.no_library`.
    """
    try:
        import smartcard.scard
    except ImportError as fault:
        raise pcsc_trouble.no_library(fault) from fault
    return smartcard.scard


class PcscCards:
    """`Source` over all readers whose name holds some words."""

    trouble = ""

    def __init__(self, reader: str, clock: Clock, library: Callable[[], Any] = scard) -> None:
        """:param reader: part of the name; "": any.
        :param library: gives the functions of PC/SC, as `smartcard.scard` has them.
        """
        self._wanted, self._clock, self._library = reader, clock, library
        self._repeats = Repeats(GONE_SECONDS)
        self._pcsc: Any = None
        self._context: int | None = None
        self._known: dict[str, int] = {}
        """State of each reader when it was last looked at."""

    def open(self) -> None:
        """See `Source`."""
        self._pcsc = self._library()
        result, context = self._pcsc.SCardEstablishContext(self._pcsc.SCARD_SCOPE_USER)
        self._check(result)
        self._context, self._known = context, {}
        self._readers()

    def read(self, pause: Callable[[float], object]) -> list[Card]:
        """See `Source`."""
        try:
            return self._look(pause)
        except SystemError as fault:  # pyscard, where the service has forgotten who asks
            raise pcsc_trouble.failed(self._pcsc, self._pcsc.SCARD_E_NO_SERVICE) from fault

    def _look(self, pause: Callable[[float], object]) -> list[Card]:
        pcsc = self._pcsc
        self._repeats.forget(self._clock.monotonic())
        asked = [(name, self._known.get(name, pcsc.SCARD_STATE_UNAWARE)) for name in self._readers()]
        result, states = pcsc.SCardGetStatusChange(self._context, LOOK_MS, asked)
        if result in (pcsc.SCARD_E_TIMEOUT, pcsc.SCARD_E_UNKNOWN_READER):
            return []  # unknown: unplugged a moment ago, the next round will not ask for it
        self._check(result)
        before, self._known = self._known, {name: state & ~pcsc.SCARD_STATE_CHANGED for name, state, _ in states}
        put_down = [name for name, state in self._known.items() if self._is_new(before.get(name), state)]
        cards = [self._card(name, pause) for name in put_down]
        now = self._clock.monotonic()
        return [card for card in cards if card is not None and self._repeats.is_new(card.uid, now)]

    def close(self) -> None:
        """See `Source`."""
        context, self._context = self._context, None
        if context is not None:
            self._pcsc.SCardReleaseContext(context)

    def _readers(self) -> list[str]:
        result, names = self._pcsc.SCardListReaders(self._context, [])
        if result != self._pcsc.SCARD_E_NO_READERS_AVAILABLE:
            self._check(result)
        fitting = [name for name in names if self._wanted.casefold() in name.casefold()]
        if not fitting:
            raise pcsc_trouble.missing(self._wanted)
        return fitting

    def _is_new(self, before: int | None, state: int) -> bool:
        """Whether a card was put there since the last look. One that lay there before the first look was not."""
        if before is None or not state & self._pcsc.SCARD_STATE_PRESENT:
            return False
        return not before & self._pcsc.SCARD_STATE_PRESENT or before >> COUNTER_SHIFT != state >> COUNTER_SHIFT

    def _card(self, reader: str, pause: Callable[[float], object]) -> Card | None:
        """The card that lies on it; None: it does not tell its number, or has gone."""
        for turn in range(TRIES):
            if turn:
                pause(BETWEEN_TRIES_SECONDS)
            answer = self._asked(reader)
            if answer is not None:
                card = card_of_answer(answer)
                if card is None:
                    log.debug("a card without a lasting number was shown")
                return card
        log.debug("a card was shown that does not answer")
        return None

    def _asked(self, reader: str) -> list[int] | None:
        """The card's answer to `GET_UID`; None: no answer."""
        pcsc = self._pcsc
        either = pcsc.SCARD_PROTOCOL_T0 | pcsc.SCARD_PROTOCOL_T1
        result, card, protocol = pcsc.SCardConnect(self._context, reader, pcsc.SCARD_SHARE_SHARED, either)
        if result != pcsc.SCARD_S_SUCCESS:
            return None
        try:
            header = pcsc.SCARD_PCI_T0 if protocol == pcsc.SCARD_PROTOCOL_T0 else pcsc.SCARD_PCI_T1
            result, answer = pcsc.SCardTransmit(card, header, list(GET_UID))
        finally:
            pcsc.SCardDisconnect(card, pcsc.SCARD_LEAVE_CARD)
        return list(answer) if result == pcsc.SCARD_S_SUCCESS else None

    def _check(self, result: int) -> None:
        if result != self._pcsc.SCARD_S_SUCCESS:
            raise pcsc_trouble.failed(self._pcsc, result)


class PcscReader(WatchedReader):
    """`CardReader` by PC/SC."""

    def __init__(self, settings: CardReaderSettings, *, clock: Clock, library: Callable[[], Any] = scard) -> None:
        """Opens nothing yet.

        :param library: instead of pyscard's functions.
        """
        source = PcscCards(settings.reader, clock, library)
        super().__init__(source, clock=clock, reopen_seconds=settings.reopen_seconds)

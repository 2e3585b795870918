"""PC/SC's functions without a service, as `smartcard.scard` has them: for what no virtual reader does.

Numbers from pcsclite.h and winscard.h (pcsclite 1.9).
"""

import time
from collections.abc import Sequence

UID = (0x04, 0xA2, 0xB3, 0xC4)


class PcscLibrary:
    """One reader, one card, and everything that can be wrong with them."""

    SCARD_S_SUCCESS = 0
    SCARD_E_TIMEOUT, SCARD_E_UNKNOWN_READER, SCARD_E_NO_SMARTCARD = 0x8010000A, 0x80100009, 0x8010000C
    SCARD_E_NO_SERVICE, SCARD_E_NO_ACCESS, SCARD_E_NO_READERS_AVAILABLE = 0x8010001D, 0x80100027, 0x8010002E
    SCARD_W_SECURITY_VIOLATION, SCARD_W_UNRESPONSIVE_CARD, SCARD_F_COMM_ERROR = 0x8010006A, 0x80100066, 0x80100013
    SCARD_SCOPE_USER, SCARD_SHARE_SHARED, SCARD_LEAVE_CARD = 0, 2, 0
    SCARD_PROTOCOL_T0, SCARD_PROTOCOL_T1 = 1, 2
    SCARD_PCI_T0, SCARD_PCI_T1 = "header T=0", "header T=1"
    SCARD_STATE_UNAWARE, SCARD_STATE_CHANGED, SCARD_STATE_EMPTY, SCARD_STATE_PRESENT = 0, 2, 0x10, 0x20

    def __init__(self) -> None:
        self.established = self.SCARD_S_SUCCESS
        """What asking for the service gives."""
        self.readers: list[str] = ["ACS ACR122U 00 00"]
        self.protocol = self.SCARD_PROTOCOL_T1
        self.card: Sequence[int] | None = None
        """The answer to the request for its UID; None: no card."""
        self.events = 0
        """How often a card was put down or taken away."""
        self.failing_connects = 0
        self.listing: int | Exception = self.SCARD_S_SUCCESS
        self.waiting = self.SCARD_S_SUCCESS
        """What listing the readers and waiting for them give."""
        self.connects = self.disconnects = self.contexts = 0
        self.sent: list[tuple[str, list[int]]] = []

    def put(self, answer: Sequence[int] = (*UID, 0x90, 0)) -> None:
        """A card is put down."""
        self.card, self.events = answer, self.events + 1

    def take(self) -> None:
        """It is taken away."""
        self.card, self.events = None, self.events + 1

    def SCardEstablishContext(self, scope: int) -> tuple[int, int]:  # noqa: N802  # PC/SC's names
        self.contexts += self.established == self.SCARD_S_SUCCESS
        return self.established, 77

    def SCardReleaseContext(self, context: int) -> int:  # noqa: N802
        self.contexts -= 1
        return self.SCARD_S_SUCCESS

    def SCardListReaders(self, context: int, groups: list[str]) -> tuple[int, list[str]]:  # noqa: N802
        if isinstance(self.listing, Exception):
            raise self.listing
        if self.listing != self.SCARD_S_SUCCESS:
            return self.listing, []
        return (self.SCARD_S_SUCCESS, list(self.readers)) if self.readers else (self.SCARD_E_NO_READERS_AVAILABLE, [])

    def SCardGetStatusChange(  # noqa: N802
        self, context: int, milliseconds: int, asked: list[tuple[str, int]]
    ) -> tuple[int, list[tuple[str, int, list[int]]]]:
        present = self.SCARD_STATE_EMPTY if self.card is None else self.SCARD_STATE_PRESENT
        now = present | self.events << 16
        states: list[tuple[str, int, list[int]]] = [(name, now | self.SCARD_STATE_CHANGED, []) for name, _ in asked]
        if self.waiting != self.SCARD_S_SUCCESS:
            return self.waiting, states
        if all(known == now for _, known in asked):
            time.sleep(0.005)  # the true one waits until something changes
            return self.SCARD_E_TIMEOUT, states
        return self.SCARD_S_SUCCESS, states

    def SCardConnect(self, context: int, reader: str, share: int, protocols: int) -> tuple[int, int, int]:  # noqa: N802
        self.connects += 1
        if self.card is None or self.failing_connects:
            self.failing_connects = max(0, self.failing_connects - 1)
            self.disconnects += 1
            return self.SCARD_W_UNRESPONSIVE_CARD, 0, 0
        return self.SCARD_S_SUCCESS, 5, self.protocol

    def SCardTransmit(self, card: int, header: str, data: list[int]) -> tuple[int, list[int]]:  # noqa: N802
        self.sent.append((header, data))
        if self.card is None:
            return self.SCARD_F_COMM_ERROR, []
        return self.SCARD_S_SUCCESS, list(self.card)

    def SCardDisconnect(self, card: int, disposition: int) -> int:  # noqa: N802
        self.disconnects += 1
        return self.SCARD_S_SUCCESS

"""The city of a demonstration, in this process: it announces documents, reads its mail, and writes to holders.

It keeps nothing: what it knew is gone when the kiosk ends. Its mail is sealed to a key that it alone has, as to a real
city; events it takes are acknowledged and forgotten.
"""

import logging
import threading
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from random import Random, SystemRandom
from typing import Any, Protocol

import msgspec
from msgspec import Struct
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, SealedBox

from content.sync.messages import Outgoing

log = logging.getLogger(__name__)

ROUND_SECONDS = 0.3
"""How often it looks at its mail."""
MOST = 20
"""Messages in one round."""
KINDS: Mapping[str, Mapping[str, Any]] = {
    "identity_card": {"statements": ["pin_letter"], "old_document": True, "contents": ["document"]},
    "passport": {"old_document": True},
    "residence_permit": {"contents": ["document", "letter"]},
    "driving_licence": {},
    "certificate": {"size": "M", "contents": ["letter"]},
}


class CityBooking(Struct, frozen=True, kw_only=True):
    """What the city knows of a booking; its holder knows the values."""

    pickup: str
    document: str
    proofs: tuple[tuple[str, str, str], ...]
    """(who, factor, value)."""

    def __repr__(self) -> str:
        """Without the values."""
        return f"CityBooking({self.pickup!r})"


class CityLetter(Struct, frozen=True, kw_only=True):
    """A notification that was opened."""

    pickup: str
    text: str
    code: str

    def __repr__(self) -> str:
        """Without the code."""
        return f"CityLetter({self.pickup!r})"


class Mail(Protocol):
    """What waits for the city (`PickupLedger.outbox`)."""

    def pending(self, limit: int) -> Sequence[tuple[int, Outgoing]]:
        """The oldest, with their numbers."""
        ...

    def acknowledge(self, seq: int) -> None:
        """All up to this number was taken."""
        ...


class DemoCity:
    """Announces and reads in a thread of its own; everything else from any thread."""

    def __init__(self, random: Random | None = None) -> None:
        """:param random: None: of the system. Only tests use another."""
        self._random = random or SystemRandom()
        self._key = PrivateKey.generate()
        self._lock, self._woken = threading.Lock(), threading.Event()
        self._mail: Mail | None = None
        self._deliver: Callable[[Mapping[str, Any]], None] = lambda _: None
        self._waiting: deque[Mapping[str, Any]] = deque()
        self._bookings: list[CityBooking] = []
        self._letters: list[CityLetter] = []
        self.taken: list[str] = []
        """Kinds of all events it took, oldest first."""
        self._levers = {"silent": False, "duplicates": False}
        self._stopped = False
        self._thread = threading.Thread(target=self._run, name="city", daemon=True)

    def seal(self, plain: bytes) -> bytes:
        """So that this city alone can read it."""
        return bytes(SealedBox(self._key.public_key).encrypt(plain))

    def connect(self, mail: Mail, deliver: Callable[[Mapping[str, Any]], None]) -> None:
        """:param deliver: takes a booking to the terminal."""
        self._mail, self._deliver = mail, deliver

    def start(self) -> None:
        """From now on."""
        self._thread.start()

    def stop(self) -> None:
        """No more."""
        self._stopped = True
        self._woken.set()
        if self._thread.is_alive():
            self._thread.join(timeout=10)

    # --- for the bench page ------------------------------------------------------------------------------------------

    def book(self, document: str) -> str:
        """Announce a document; its booking number.

        :raises KeyError: no such kind.
        """
        about = KINDS[document]
        number, born = f"MU-26-{self._random.randrange(10**5):05}", self._birth_date()
        card = f"{self._random.randrange(10**6):06}"
        proofs = (("holder", "birth_date", born), ("holder", "card_code", card), ("representative", "birth_date", born))
        message = {
            "id": number,
            "holder": f"H-{self._random.randrange(16**8):08x}",
            "document": document,
            "ways": [{"who": who, "factor": factor} for who, factor, _ in proofs],
            "factors": [value for _, _, value in proofs],
            **about,
        }
        with self._lock:
            self._bookings.append(CityBooking(pickup=number, document=document, proofs=proofs))
            self._waiting.append(message)
        self._woken.set()
        return number

    def bookings(self) -> Sequence[CityBooking]:
        """All it announced, oldest first."""
        return tuple(self._bookings)

    def letters(self) -> Sequence[CityLetter]:
        """All it wrote to holders, oldest first."""
        return tuple(self._letters)

    def levers(self) -> Mapping[str, bool]:
        """What can be wrong with it, and whether it is."""
        return dict(self._levers)

    def lever(self, name: str, on: bool) -> None:
        """Make it wrong, or right again.

        :raises KeyError: no such lever.
        """
        if name not in self._levers:
            raise KeyError(name)
        self._levers[name] = on
        self._woken.set()

    def _birth_date(self) -> str:
        return f"{self._random.randint(1, 28):02}{self._random.randint(1, 12):02}{self._random.randint(1941, 2008)}"

    # --- its own thread ----------------------------------------------------------------------------------------------

    def _run(self) -> None:
        while not self._stopped:
            self._woken.clear()
            try:
                if not self._levers["silent"]:
                    self._round()
            except Exception:  # a city goes on
                log.exception("the simulated city could not work")
            self._woken.wait(ROUND_SECONDS)

    def _round(self) -> None:
        while self._waiting:
            message = self._waiting.popleft()
            for _ in range(2 if self._levers["duplicates"] else 1):
                self._deliver(message)
        if self._mail is None:
            return
        for seq, outgoing in self._mail.pending(MOST):
            self._take(outgoing)
            self._mail.acknowledge(seq)

    def _take(self, outgoing: Outgoing) -> None:
        self.taken.append(outgoing.kind)
        if outgoing.kind != "notification":
            return
        try:
            inside = msgspec.json.decode(
                SealedBox(self._key).decrypt(bytes.fromhex(outgoing.payload["sealed"])), type=dict[str, str]
            )
        except CryptoError:
            log.warning("a message for a city of before cannot be read; it is dropped")
            return
        lies = f"{inside['terminal']}: {inside['booking']}, {inside['code']}, {inside['until']}"
        self._letters.append(CityLetter(pickup=inside["booking"], text=lies, code=inside["code"]))

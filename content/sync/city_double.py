"""A city in this process (simulator): announces documents, takes events, opens notifications; an attacker's levers.

Its bookings are believable and name nobody. Draws come from the `random` it is given.
"""

from collections.abc import Mapping
from random import Random
from threading import Lock
from typing import Any

import msgspec
from msgspec import Struct, structs
from nacl.signing import SigningKey

from content.sync.link import Batch, CitySilent, Conflict
from content.sync.messages import Outgoing
from content.sync.sealing import NotForUs, Opener
from content.sync.signing import Incoming, IncomingKind, Signed, sign

DOCUMENTS = ("identity_card", "passport", "child_passport", "residence_permit", "driving_licence", "certificate")
LANGUAGES = ("de", "en", "tr", "uk", "ar", "ru")


class Levers(Struct, kw_only=True):
    """What goes wrong on the way; set them at any time."""

    silent: bool = False
    answers_lost: int = 0
    """So many calls are taken, and their answers lost."""
    slow: int = 0
    """So many messages are held back at each fetch, the newest ones."""
    double: bool = False
    shuffled: bool = False
    replayed: bool = False
    """All old messages come again with each fetch."""
    forged: int = 0
    """So many forged bookings lie in front of each fetch."""


class CityDouble:
    """A `CityLink`. May be called from several threads."""

    def __init__(self, random: Random) -> None:
        self._random, self._inside = random, Lock()
        self._key, self._thief, self._opener = SigningKey.generate(), SigningKey.generate(), Opener()
        self._said: dict[str, list[Incoming]] = {}
        self._events: dict[tuple[str, str], dict[int, Outgoing]] = {}
        self._marks: dict[tuple[str, str], int] = {}
        self.levers = Levers()

    @property
    def signing_key(self) -> bytes:
        """Public: devices check messages with it."""
        return bytes(self._key.verify_key)

    @property
    def sealing_key(self) -> bytes:
        """Public: devices seal notifications to it."""
        return self._opener.public_key

    # --- the city's desk ---------------------------------------------------------------------------------------------

    def say(self, device: str, kind: IncomingKind, payload: Mapping[str, Any]) -> Incoming:
        """Put a message where the device finds it."""
        with self._inside:
            said = self._said.setdefault(device, [])
            message = Incoming(device=device, number=len(said) + 1, kind=kind, payload=dict(payload))
            said.append(message)
            return message

    def booking(self, document: str = "", holder: str = "") -> dict[str, Any]:
        """The payload of a new one. "" = drawn; the same holder again = one more document of the same person."""
        draw = self._random
        document = document or draw.choice(DOCUMENTS)
        factor = draw.choice(("birth_date", "card_code")) if document == "identity_card" else "birth_date"
        ways = [{"who": "holder", "factor": factor}]
        if document == "child_passport":
            ways.append({"who": "parent", "factor": "birth_date"})
        elif draw.random() < 0.2:
            ways.append({"who": "representative", "factor": "birth_date"})
        return {
            "id": f"B-{draw.randrange(10**7):07d}",
            "holder": holder or f"h-{draw.getrandbits(48):012x}",
            "document": document,
            "size": "M" if document == "certificate" else "S",
            "low": draw.random() < 0.1,
            "language": draw.choice(LANGUAGES),
            "ways": ways,
            "statements": ["pin_letter"] if document == "identity_card" and draw.random() < 0.5 else [],
            "contents": ["document", "letter"] if document == "residence_permit" else ["document"],
            "old_document": document != "certificate" and draw.random() < 0.3,
            "factors": [self._value(way["factor"]) for way in ways],
        }

    def _value(self, factor: str) -> str:
        draw = self._random
        if factor == "card_code":
            return f"{draw.randrange(10**6):06d}"
        return f"{draw.randint(1, 28):02d}{draw.randint(1, 12):02d}{draw.randint(1940, 2004)}"

    def events(self, device: str) -> list[Outgoing]:
        """All that it told, over its incarnations, in order."""
        with self._inside:
            return [one for (of, _), told in self._events.items() if of == device for one in told.values()]

    def notifications(self, device: str) -> list[dict[str, Any]]:
        """Opened; those that cannot be opened are left out."""
        found = []
        for one in self.events(device):
            if one.kind == "notification":
                try:
                    found.append(msgspec.json.decode(self._opener(bytes.fromhex(one.payload["sealed"]))))
                except (NotForUs, ValueError, KeyError):
                    continue
        return found

    def forget_events_after(self, device: str, seq: int) -> None:
        """The city is restored from an old copy."""
        with self._inside:
            for key, told in self._events.items():
                if key[0] == device:
                    self._events[key] = {number: one for number, one in told.items() if number <= seq}
                    self._marks[key] = min(self._marks[key], seq)

    # --- the link ----------------------------------------------------------------------------------------------------

    def send(self, batch: Batch) -> int:
        """Each event once per (device, incarnation, seq)."""
        self._reachable()
        key = (batch.device, batch.incarnation)
        with self._inside:
            told, mark = self._events.setdefault(key, {}), self._marks.setdefault(key, batch.base)
            for seq, event in batch.events:
                if seq <= mark and told.get(seq) != event:
                    raise Conflict(f"event {seq} of {batch.device} is another one here")
                if seq == mark + 1:
                    told[seq], mark = event, seq
            self._marks[key] = mark
        self._answered()
        return mark

    def fetch(self, device: str, since: int) -> tuple[Signed, ...]:
        """Signed, as the levers have it."""
        self._reachable()
        levers = self.levers
        with self._inside:
            said = self._said.get(device, [])
            mine = said[: max(0, len(said) - levers.slow)]
            mine = mine if levers.replayed else [one for one in mine if one.number > since]
            forged = [self._forge(device, since + 1 + n) for n in range(levers.forged)]
        signed = [*forged, *(sign(one, self._key) for one in mine)]
        if levers.double:
            signed *= 2
        if levers.shuffled:
            self._random.shuffle(signed)
        self._answered()
        return tuple(signed)

    def _forge(self, device: str, number: int) -> Signed:
        message = Incoming(device=device, number=number, kind="booking", payload=self.booking())
        true, false = sign(message, self._key), sign(message, self._thief)
        return structs.replace(true, signature=false.signature)

    def _reachable(self) -> None:
        if self.levers.silent:
            raise CitySilent("the city does not answer")

    def _answered(self) -> None:
        if self.levers.answers_lost > 0:
            self.levers.answers_lost -= 1
            raise CitySilent("the answer was lost")

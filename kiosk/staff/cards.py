"""The cards of staff: which number belongs to which pseudonym and role. Card numbers are kept as keyed hashes only.

`lotse staff card` enrols them. Without the device's key the file tells nobody a card's number.
"""

import hmac
from pathlib import Path

import msgspec
from msgspec import Struct

from hardware.host.folders import write_atomically
from kiosk.staff.roles import Role

FILE = "cards.json"
LONGEST_NAME = 16


class CardsUnusable(Exception):
    """The file is damaged or cannot be written; no card is known then."""


class StaffCard(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One card."""

    name: str
    """A pseudonym: "K-7". Who that is stands in a list of the office, not here."""
    role: Role = "staff"
    tag: str
    """Keyed hash of the number, hexadecimal."""


class StaffCards:
    """Reads the file each time, so that a card enrolled or removed holds at once. Safe from any thread."""

    def __init__(self, folder: Path, key: bytes) -> None:
        """:param folder: for `cards.json`; made when first written to.

        :param key: of this device, at least 16 bytes; with another one no card is known.
        """
        self._path, self._key = folder / FILE, key

    def known(self, uid: str) -> StaffCard | None:
        """Whose card it is; None: not one of ours.

        :raises CardsUnusable: the file is damaged.
        """
        tag = self._tag(uid)
        found = None
        for card in self.all():  # all are compared: how long it takes says nothing
            if hmac.compare_digest(card.tag, tag):
                found = card
        return found

    def all(self) -> tuple[StaffCard, ...]:
        """Every card, in the order they were enrolled.

        :raises CardsUnusable: the file is damaged.
        """
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=tuple[StaffCard, ...])
        except FileNotFoundError:
            return ()
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError) as fault:
            raise CardsUnusable(
                f"{self._path} cannot be read ({fault}). Remove it and enrol the cards anew."
            ) from fault

    def enrol(self, uid: str, name: str, role: Role = "staff") -> StaffCard:
        """Add a card.

        :raises ValueError: no number, a bad or known name, or the card is already known.
        :raises CardsUnusable: the file is damaged or cannot be written.
        """
        name = name.strip()
        if not 1 <= len(name) <= LONGEST_NAME or not name.replace("-", "").isalnum():
            raise ValueError(f"Give a pseudonym of letters, digits and hyphens, {LONGEST_NAME} at most, such as K-7.")
        if not uid.strip():
            raise ValueError("There is no card number.")
        cards, known = self.all(), self.known(uid)
        if known is not None:
            raise ValueError(f"This card is already known as {known.name}.")
        if any(card.name == name for card in cards):
            raise ValueError(f"There is already a card {name}. Remove it first, or choose another pseudonym.")
        card = StaffCard(name=name, role=role, tag=self._tag(uid))
        self._write((*cards, card))
        return card

    def remove(self, name: str) -> None:
        """A lost card, say.

        :raises LookupError: there is no card of that name.
        :raises CardsUnusable: the file is damaged or cannot be written.
        """
        cards = self.all()
        left = tuple(card for card in cards if card.name != name)
        if len(left) == len(cards):
            raise LookupError(
                f"There is no card {name}; known are: {', '.join(card.name for card in cards) or 'none'}."
            )
        self._write(left)

    def _tag(self, uid: str) -> str:
        return hmac.digest(self._key, uid.strip().upper().encode(), "sha256").hex()

    def _write(self, cards: tuple[StaffCard, ...]) -> None:
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_atomically(self._path, msgspec.json.encode(cards))
        except OSError as fault:
            raise CardsUnusable(f"{self._path} cannot be written ({fault.strerror}).") from fault

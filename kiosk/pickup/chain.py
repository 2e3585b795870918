"""The chain of the ledger's entries: each one's hash is made with the key, from the one before and from what it says.

Without the key nobody can change, put in or take out a row in the middle. Rows cut off at the end leave a valid chain:
`pickups.head` beside the ledger says how far it went. It is written after each commit, so it may be behind by the
commit during which the power went, and is never ahead. Who puts back an old ledger together with its old head, or
removes both, is not found here: the city keeps the events it was sent.
"""

import hashlib
import hmac
from pathlib import Path

import msgspec
from msgspec import Struct

from hardware.host.folders import write_atomically
from kiosk.pickup.errors import LedgerDamaged

HEAD_FILE = "pickups.head"
START = bytes(32)
"""What the first entry follows."""


def link(key: bytes, previous: bytes, seq: int, at: str, record: str) -> bytes:
    """The hash of one entry (HMAC-SHA256); every part has a length, so that none can flow into the next."""
    parts = (previous, seq.to_bytes(8, "big"), at.encode(), record.encode())
    return _mac(key, b"entry", *parts)


def _mac(key: bytes, what: bytes, *parts: bytes) -> bytes:
    mac = hmac.new(key, what, hashlib.sha256)
    for part in parts:
        mac.update(len(part).to_bytes(4, "big"))
        mac.update(part)
    return mac.digest()


def seal_of_secret(key: bytes, pickup: str, code_tag: bytes, factors: bytes) -> bytes:
    """So that nobody can put the proof of one pickup beside another."""
    return _mac(key, b"secret", pickup.encode(), code_tag, factors)


class Head(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How far the ledger went."""

    seq: int
    hash: str
    """Of that entry, in hex."""
    seal: str

    @classmethod
    def of(cls, key: bytes, seq: int, last: bytes) -> "Head":
        """Sealed with the key."""
        return cls(seq=seq, hash=last.hex(), seal=cls._seal(key, seq, last.hex()))

    @staticmethod
    def _seal(key: bytes, seq: int, last: str) -> str:
        return _mac(key, b"head", seq.to_bytes(8, "big"), last.encode()).hex()

    def holds(self, key: bytes) -> bool:
        """Whether it was sealed with this key."""
        return hmac.compare_digest(self.seal, self._seal(key, self.seq, self.hash))


def read_head(path: Path, key: bytes) -> Head | None:
    """:returns: None where there is no such file.

    :raises LedgerDamaged: it is not as it was written, or of another key.
    :raises OSError: it cannot be read.
    """
    try:
        head = msgspec.json.decode(path.read_bytes(), type=Head)
    except FileNotFoundError:
        return None
    except (msgspec.MsgspecError, UnicodeDecodeError) as fault:
        raise LedgerDamaged(f"{path.name} cannot be read: {fault}. A technician looks.") from fault
    if head.seq < 0 or not head.holds(key):
        raise LedgerDamaged(f"{path.name} was changed, or belongs to another terminal. A technician looks.")
    return head


def write_head(path: Path, head: Head) -> None:
    """On disk when this returns.

    :raises OSError: disk full; the old one stands.
    """
    write_atomically(path, msgspec.json.encode(head))

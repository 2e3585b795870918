"""Notifications sealed to the city's public key: no code lies readable in a device's outbox (NaCl sealed box)."""

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox


class NotForUs(Exception):
    """It was not sealed to this key, or was changed on the way."""


class Sealer:
    """On the device: closes, and cannot open again."""

    def __init__(self, public_key: bytes) -> None:
        """:param public_key: of the city, X25519, 32 bytes."""
        self._box = SealedBox(PublicKey(public_key))

    def __call__(self, plain: bytes) -> bytes:
        return bytes(self._box.encrypt(plain))


class Opener:
    """In the city."""

    def __init__(self) -> None:
        key = PrivateKey.generate()
        self._box = SealedBox(key)
        self.public_key = bytes(key.public_key)

    def __call__(self, sealed: bytes) -> bytes:
        """:raises NotForUs: it cannot be opened."""
        try:
            return bytes(self._box.decrypt(sealed))
        except CryptoError as fault:
            raise NotForUs("This notification cannot be opened with the city's key.") from fault

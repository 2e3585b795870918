"""What the city tells a device, signed (Ed25519, RFC 8032): forged ones and those for another device are found."""

from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct
from nacl.exceptions import BadSignatureError
from nacl.signing import SigningKey, VerifyKey

_PURPOSE = b"rathauslotse city message 1\n"
"""In front of what is signed: a signature made for something else is worth nothing here."""
IncomingKind = Literal["booking", "withdraw", "release_lock", "keep_longer"]


class Forged(Exception):
    """Not from the city, not for this device, or not readable."""


class Incoming(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One message of the city to one device."""

    device: str
    number: Annotated[int, Meta(ge=1, lt=2**53)]
    """1, 2, 3 ... per device."""
    kind: IncomingKind
    payload: dict[str, Any]
    """Booking numbers, and for a booking the values of its second factors: never stored, never logged."""

    def __repr__(self) -> str:
        """Without the payload."""
        return f"Incoming({self.device!r}, {self.number}, {self.kind!r})"


class Signed(Struct, frozen=True, kw_only=True):
    """As it travels."""

    body: bytes
    """`Incoming` as JSON."""
    signature: bytes

    def __repr__(self) -> str:
        return f"Signed({len(self.body)} bytes)"


def sign(message: Incoming, key: SigningKey) -> Signed:
    """In the city."""
    body = msgspec.json.encode(message)
    return Signed(body=body, signature=bytes(key.sign(_PURPOSE + body).signature))


def read(signed: Signed, key: VerifyKey, device: str) -> Incoming:
    """On the device.

    :raises Forged: the signature does not fit, it is for another device, or it is not a message.
    """
    try:
        key.verify(_PURPOSE + signed.body, signed.signature)
        message = msgspec.json.decode(signed.body, type=Incoming)
    except (BadSignatureError, ValueError, TypeError):
        raise Forged("A message is not signed by the city, or is none.") from None
    if message.device != device:
        raise Forged("A message of the city for another device.")
    return message

"""What proves a holder: code and second factors, kept only as keyed hashes and compared in constant time (ADR 10)."""

import hmac

from msgspec import Struct


class Secret(Struct, frozen=True, kw_only=True):
    """Of one pickup; wiped when it was collected or is over."""

    code_tag: bytes
    factors: tuple[bytes, ...]
    """One for each way of the booking, in its order; empty for a fingerprint."""

    def __repr__(self) -> str:
        """Without the hashes: a representation may end in a log."""
        return "Secret()"


def same(one: bytes, other: bytes) -> bool:
    """In constant time; nothing is never the same as nothing."""
    return bool(one) and hmac.compare_digest(one, other)

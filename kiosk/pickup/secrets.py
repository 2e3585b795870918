"""What proves a holder: code and second factors, kept only as keyed hashes and compared in constant time (ADR 10).

A code is eight random digits and a check digit. Only the terminal that made it knows it, for as long as it takes to
seal the notification; what it keeps costs a thief of the disk *and* of the device key 62 days for all codes.
"""

import hashlib
import hmac
from random import Random

from msgspec import Struct

from kiosk.pickup.keys import DeviceKeys

RANDOM_DIGITS = 8
CODE_DIGITS = RANDOM_DIGITS + 1
"""With the check digit."""
QR_PREFIX = "LOTSE:"
MEMORY_KIB, PASSES, LANES, TAG_BYTES = 19 * 1024, 2, 1, 32
"""argon2id as OWASP's Password Storage Cheat Sheet has it at least; about 50 ms on a kiosk's computer."""
_DAMM = (
    "0317598642",
    "7092154863",
    "4206871359",
    "1750983426",
    "6123045978",
    "3674209581",
    "5869720134",
    "8945362017",
    "9438617205",
    "2581436790",
)
"""H. M. Damm, Total anti-symmetrische Quasigruppen (2004): finds every wrong digit and every swap of neighbours."""


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


# --- codes -----------------------------------------------------------------------------------------------------------


def new_code(random: Random) -> str:
    """Nine digits.

    :param random: `secrets.SystemRandom()`; only tests use another.
    """
    digits = f"{random.randrange(10**RANDOM_DIGITS):0{RANDOM_DIGITS}}"
    return digits + check_digit(digits)


def check_digit(digits: str) -> str:
    """By Damm."""
    interim = 0
    for digit in digits:
        interim = int(_DAMM[interim][int(digit)])
    return str(interim)


def code_of(text: str) -> str:
    """The digits of what was typed (with blanks or without) or read from a QR code; "" = this is no code at all."""
    digits = "".join(text.split())
    if digits[: len(QR_PREFIX)].upper() == QR_PREFIX:
        digits = digits[len(QR_PREFIX) :]
    return digits if len(digits) == CODE_DIGITS and digits.isascii() and digits.isdigit() else ""


def well_formed(code: str) -> bool:
    """Whether it can be a code: nine digits, and the check digit fits. Otherwise it was mistyped."""
    return code_of(code) == code != "" and check_digit(code[:-1]) == code[-1]


def code_tag(code: str, keys: DeviceKeys) -> bytes:
    """What is kept of a code: argon2id of its keyed hash. The same for the same code on this terminal, and only here.

    Needs 19 MiB and about 50 ms.
    """
    from argon2.low_level import Type, hash_secret_raw  # a library that few visits of a kiosk need

    keyed = hmac.new(keys.codes, code.encode(), hashlib.sha256).digest()
    return hash_secret_raw(
        secret=keyed,
        salt=keys.salt,
        time_cost=PASSES,
        memory_cost=MEMORY_KIB,
        parallelism=LANES,
        hash_len=TAG_BYTES,
        type=Type.ID,
    )


# --- second factors --------------------------------------------------------------------------------------------------


def factor_tag(booking: str, index: int, value: str, keys: DeviceKeys) -> bytes:
    """What is kept of a second factor: HMAC-SHA256, of use for this way of this booking only.

    :param index: of the way in the booking.
    :param value: digits; "" (a fingerprint, which an external reader compares) gives b"".
    """
    if not value:
        return b""
    mac = hmac.new(keys.factors, digestmod=hashlib.sha256)
    for part in (booking.encode(), str(index).encode(), value.encode()):
        mac.update(len(part).to_bytes(4, "big"))
        mac.update(part)
    return mac.digest()

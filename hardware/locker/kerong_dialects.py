"""Frames of boards that look like the CU48's and are not: recognised and named, so that nobody mixes them up. No I/O.

Sources: third-party code for KERONG's CU48B and CU16/CU12, Winnsen and "WKLY" boards; no maker's document was seen.
"""

from msgspec import Struct

from hardware.locker.kerong_protocol import COMMAND_AT, ETX, STX, checksum
from hardware.locker.modbus_protocol import EXCEPTION_BYTES, crc

CU48B = {0x60: ("status request with sensors", 6), 0x61: ("unlock", 6), 0x75: ("status reply with sensors", 18)}
CU16 = {
    0x30: ("status request", 5),
    0x31: ("unlock", 5),
    0x32: ("status request to all boards", 5),
    0x33: ("unlock all", 5),
    0x35: ("status reply", 9),
    0x37: ("unlock time", 7),
    0x39: ("delayed unlock", 7),
    0xF0: ("request to all boards", 5),
}
WINNSEN = {(0x90, 0x06, 0x05), (0x90, 0x07, 0x85), (0x90, 0x06, 0x12), (0x90, 0x07, 0x92)}
WKLY = b"WKLY"


class Dialect(Struct, frozen=True):
    """A frame of another board."""

    name: str
    meaning: str
    length: int
    """Of the whole frame, or of what there is of one with an open length."""
    at: int
    """Index of the byte that tells it from a CU48's frame."""
    checksum: int | None
    """That would be right; None: this board has none, or it is not known."""


def recognise(data: bytes) -> Dialect | None:
    """What `data` begins with: a whole frame of another board but for its checksum, or any piece of a CU48B's."""
    if tuple(data[:3]) in WINNSEN:
        length = data[1]
        return Dialect("winnsen", "Winnsen frame", length, 0, None) if data[length - 1 : length] == b"\x03" else None
    if data.startswith(WKLY):
        return Dialect("wkly", "frame with the header WKLY", len(data), 0, None)
    if len(data) >= EXCEPTION_BYTES and crc(data[:-2]) == data[-2:]:
        return Dialect("modbus_rtu", "Modbus RTU frame", len(data), 0, data[-1])
    if data[:1] != bytes((STX,)):
        return None
    for name, commands, at in (("cu48b", CU48B, 3), ("cu16", CU16, 2)):
        meaning, length = commands.get(data[at], ("", 0)) if len(data) > at else ("", 0)
        if length and len(data) >= length and data[length - 2] == ETX:
            return Dialect(name, f"{name.upper()} {meaning}", length, at, checksum(data[: length - 1]))
    if len(data) > COMMAND_AT and data[COMMAND_AT] in CU48B:
        meaning, length = CU48B[data[COMMAND_AT]]
        return Dialect("cu48b", f"CU48B {meaning}, not whole", min(length, len(data)), COMMAND_AT, None)
    return None

"""A person's words for CU48 frames, and for what is wrong with them. No I/O."""

from typing import Any

from hardware.locker.frames import BadFrame, spelled
from hardware.locker.kerong_dialects import Dialect, recognise
from hardware.locker.kerong_protocol import (
    ALL_BOARDS,
    ALL_LOCKS,
    COMMAND_AT,
    ETX,
    LENGTHS,
    LOCKS,
    STATUS,
    STATUS_REPLY,
    STX,
    UNLOCK,
    Frame,
    StatusReply,
    Unlock,
    ends_right,
    unpack,
)


def first_frame(data: bytes) -> tuple[dict[str, Any], int]:
    """Meaning and length of the frame that `data` begins with.

    :raises BadFrame: there is none.
    """
    if dialect := _other_dialect(data):
        raise _as_fault(dialect, data)
    length = LENGTHS.get(data[COMMAND_AT], len(data)) if len(data) > COMMAND_AT and data[0] == STX else len(data)
    piece = data[:length]
    try:
        return _meaning(unpack(piece), piece), length
    except BadFrame as bad:
        if len(data) > length and ends_right(data) and not ends_right(piece):
            unpack(data)  # a whole frame of a wrong length
        if bad.fault == "unknown_command" and (right := _meant_length(data)):
            raise _one_byte_off(data, right) from bad
        raise


def _meant_length(data: bytes) -> int:
    """Of the frame whose command stands one place too early or too late, because a byte before it is missing or too
    many; 0: it is not that."""
    for at in (COMMAND_AT - 1, COMMAND_AT + 1):
        length = LENGTHS.get(data[at], 0) if len(data) > at else 0
        if length and len(data) == length + at - COMMAND_AT and data[-2] == ETX:
            return length
    return 0


def _one_byte_off(data: bytes, length: int) -> BadFrame:
    what = "is missing" if len(data) < length else "is too many"
    return BadFrame(
        "wrong_length",
        f"the frame has {len(data)} bytes in place of {length}; one before the command {what}",
        position=min(len(data), length),
        expected=str(length),
        found=str(len(data)),
    )


def _other_dialect(data: bytes) -> Dialect | None:
    """Not where it is a CU48 frame by its command: a lock's number may look like a CU16's command."""
    if len(data) > COMMAND_AT and data[0] == STX and data[COMMAND_AT] in LENGTHS and data[COMMAND_AT - 1] <= ALL_LOCKS:
        return None
    return recognise(data)


def _as_fault(dialect: Dialect, data: bytes) -> BadFrame:
    found = data[dialect.length - 1]
    if dialect.checksum is None or found == dialect.checksum:
        fault = BadFrame(
            "other_dialect",
            f"this is a frame of another board: {dialect.meaning}",
            position=dialect.at,
            expected="a frame of the KERONG CU48",
            found=spelled(data[: dialect.length]),
        )
    else:
        fault = BadFrame(
            "checksum",
            f"this is a frame of another board ({dialect.meaning}), and its checksum is {found:02X} "
            f"and should be {dialect.checksum:02X}",
            position=dialect.length - 1,
            expected=f"{dialect.checksum:02X}",
            found=f"{found:02X}",
        )
    fault.dialect, fault.has_checksum = dialect.name, dialect.checksum is not None
    return fault


def _meaning(frame: Frame, piece: bytes) -> dict[str, Any]:
    board = "all" if frame.board == ALL_BOARDS else frame.board
    head = {"bytes": spelled(piece), "board": board, "address": f"{frame.board:02X}"}
    if isinstance(frame, StatusReply):
        locked = [lock + 1 for lock in range(LOCKS) if frame.bits >> lock & 1]
        unlocked = [lock + 1 for lock in range(LOCKS) if not frame.bits >> lock & 1]
        return {
            "kind": "status_reply",
            "command": f"{STATUS_REPLY:02X}",
            **head,
            "locked": locked,
            "unlocked": unlocked,
            "locked_indexes": [lock - 1 for lock in locked],
            "data": spelled(piece[4:10]),
            "third_byte": f"{frame.third:02X}",
        }
    every = frame.lock == ALL_LOCKS
    lock = {
        "lock": "all" if every else frame.lock + 1,
        "lock_index": "all" if every else frame.lock,
        "lock_number": f"{frame.lock:02X}",
    }
    if isinstance(frame, Unlock):
        return {"kind": "unlock", "command": f"{UNLOCK:02X}", **head, **lock}
    return {"kind": "status_request", "command": f"{STATUS:02X}", **head, **lock}

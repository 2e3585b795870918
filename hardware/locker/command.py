"""`lotse locker`: what a frame of a lock board means, and how the doors are now. It opens none: custody does."""

import argparse
import json
import time
from collections.abc import Callable, Sequence
from typing import Any

from hardware.host.clock import SystemClock
from hardware.locker.decoding import DECODERS, decode
from hardware.locker.interface import Address, LockerBoards
from hardware.locker.settings import BoardSettings, LockerSettings
from hardware.registry import build


def run(arguments: Sequence[str], *, made: Callable[[LockerSettings], LockerBoards] | None = None) -> int:
    """Entry point. 0: a valid frame, doors were watched; 1: a fault, named as JSON; 2: wrong use."""
    options = _options(arguments)
    if options.what == "decode":
        found = decode(options.protocol, " ".join(options.hex))
        _tell(found)
        return 0 if found["valid"] else 1
    try:
        settings = _settings(options)
    except ValueError as fault:
        _tell({"fault": "settings", "message": str(fault)})
        return 2
    lockers = made(settings) if made else build("locker", settings, clock=SystemClock())
    try:
        return _watch(lockers, options)
    finally:
        lockers.close()


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="lotse locker", description=__doc__)
    kinds = parser.add_subparsers(dest="what", required=True)
    kind = kinds.add_parser("decode", help="print a frame's meaning, or what is wrong with it, as JSON")
    kind.add_argument("--protocol", choices=list(DECODERS), required=True)
    kind.add_argument("hex", nargs="+", help="bytes such as 02 00 00 50 03 55; several frames may follow each other")
    kind = kinds.add_parser("watch", help="print every door, then every change, as a line of JSON")
    _add_bus(kind)
    kind.add_argument("--board", type=int, action="append", required=True, help="address; give it for each board")
    kind.add_argument("--locks", type=int, default=8, help="how many of each board's locks (8)")
    kind.add_argument("--every", type=float, default=0.5, help="seconds between two rounds (0.5)")
    kind.add_argument("--rounds", type=int, help="end after so many; not given: until Ctrl-C")
    return parser.parse_args(arguments)


def _add_bus(kind: argparse.ArgumentParser) -> None:
    kind.add_argument("--protocol", choices=list(DECODERS), required=True)
    kind.add_argument("--port", default="/dev/lotse-locker", help="serial device, or tcp://HOST:PORT")
    kind.add_argument("--baud", type=int)
    kind.add_argument("--closed-when", type=int, choices=(0, 1), help="value of a closed door's bit or input")


def _settings(options: argparse.Namespace) -> LockerSettings:
    """:raises ValueError: the board or lock cannot be."""
    if options.locks < 1:
        raise ValueError("a board has at least one lock")
    return LockerSettings(
        driver="kerong_cu48" if options.protocol == "kerong-cu48" else "modbus_relay",
        port=options.port,
        baud=options.baud,
        boards=tuple(BoardSettings(board=board, locks=options.locks) for board in options.board),
        closed_when=options.closed_when,
    )


def _watch(lockers: LockerBoards, options: argparse.Namespace) -> int:
    known: dict[Address | int, str] = {}
    clock = SystemClock()
    left = options.rounds
    while left is None or left > 0:
        now = {**lockers.doors()}
        states = {board: state.trouble for board, state in lockers.boards().items()}
        at = clock.now().isoformat(timespec="milliseconds")
        for board, trouble in states.items():
            if known.get(board, "") != trouble:
                _tell({"at": at, "board": board, "trouble": trouble})
            known[board] = trouble
        for address, door in now.items():
            if known.get(address) != door:
                _tell({"at": at, **_address(address), "door": door.value})
            known[address] = door
        left = left - 1 if left is not None else None
        if left != 0:
            time.sleep(options.every)
    return 0


def _address(address: Address) -> dict[str, Any]:
    return {"board": address.board, "lock": address.lock + 1, "lock_index": address.lock}


def _tell(what: dict[str, Any]) -> None:
    print(json.dumps(what), flush=True)

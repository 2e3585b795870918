"""Lock boards without a wire: doors that spring open on a pulse and are closed by hand."""

import threading
from collections import Counter
from collections.abc import Mapping
from typing import Literal

from hardware.host.clock import Clock
from hardware.locker import trouble
from hardware.locker.interface import Address, BoardState, Door
from hardware.locker.settings import LockerSettings

Sensor = Literal["works", "unknown", "stuck_open", "stuck_closed"]
"""A cut cable reads as one of the last two, by how its input is wired; "unknown" is for what the kiosk must bear."""


class SimulatedLockers:
    """`LockerBoards`, and on the bench page a `SimulatedDevice` with a switch a door. Any method from any thread."""

    name = "locker"

    def __init__(self, settings: LockerSettings, *, clock: Clock) -> None:
        """All doors are closed."""
        self._settings, self._clock = settings, clock
        self._lock = threading.RLock()
        self._addresses = settings.addresses
        self._open = dict.fromkeys(self._addresses, False)
        self._sensors: dict[Address, Sensor] = dict.fromkeys(self._addresses, "works")
        self._pulses: Counter[Address] = Counter()
        self._jammed: set[Address] = set()
        self._dead: set[int] = set()
        self._heard: dict[int, tuple[float, str]] = {one.board: (float("-inf"), "") for one in settings.boards}
        self._unplugged = self._loses_answers = False
        self._closed = False

    # --- LockerBoards --------------------------------------------------------------------------------------------

    def unlock(self, address: Address) -> None:
        """A pulse: the door springs open, unless it is jammed. A dead board gives none, and nobody can be sure."""
        with self._lock:
            self._check(address)
            if why := self._why_not():
                raise trouble.not_sent(why)
            if address.board in self._dead:
                raise trouble.unsure("the board did not acknowledge it")
            self._pulses[address] += 1
            if address not in self._jammed:
                self._open[address] = True
            if self._loses_answers:
                raise trouble.unsure("the board did not acknowledge it")

    def door(self, address: Address) -> Door:
        """What its sensor says."""
        with self._lock:
            self._check(address)
            return self._sensed(address) if self._answers(address.board) else Door.UNKNOWN

    def doors(self) -> Mapping[Address, Door]:
        """What all sensors say; what a dead board said last is stale at once."""
        with self._lock:
            answering = {board for board in self._heard if self._answers(board)}
            return {one: self._sensed(one) if one.board in answering else Door.UNKNOWN for one in self._addresses}

    def boards(self) -> Mapping[int, BoardState]:
        """See `LockerBoards`."""
        with self._lock:
            now = self._clock.monotonic()
            return {
                board: BoardState(answers=at > float("-inf") and not why, age=now - at, trouble=why)
                for board, (at, why) in self._heard.items()
            }

    def close(self) -> None:
        """Nothing is given any more."""
        with self._lock:
            self._closed = True

    # --- hands at the doors --------------------------------------------------------------------------------------

    def open_by_hand(self, address: Address) -> None:
        """The emergency lever, or a crowbar.

        :raises LookupError: no such lock.
        """
        self._set_open(address, True)

    def close_by_hand(self, address: Address) -> None:
        """Push it to.

        :raises LookupError: no such lock.
        """
        self._set_open(address, False)

    def is_open(self, address: Address) -> bool:
        """The door itself, whatever its sensor says."""
        with self._lock:
            self._check(address)
            return self._open[address]

    def pulses(self, address: Address) -> int:
        """Given since the start."""
        with self._lock:
            self._check(address)
            return self._pulses[address]

    def jam(self, address: Address, on: bool) -> None:
        """Whether a pulse leaves it closed."""
        with self._lock:
            self._check(address)
            (self._jammed.add if on else self._jammed.discard)(address)

    def set_sensor(self, address: Address, how: Sensor) -> None:
        """Cut its cable, or mend it."""
        with self._lock:
            self._check(address)
            self._sensors[address] = how

    # --- the bench page's hands ----------------------------------------------------------------------------------

    def switches(self) -> Mapping[str, bool]:
        """`door_BOARD_LOCK` (lock from 1, as printed on boards) -> whether it is open."""
        with self._lock:
            return {_name("door", address): is_open for address, is_open in self._open.items()}

    def set_switch(self, name: str, on: bool) -> None:
        """Open or close a door by hand.

        :raises KeyError: there is no such door.
        """
        self._set_open(self._by_name("door", name), on)

    def faults(self) -> Mapping[str, bool]:
        """The whole bus, boards, and for every lock `jammed_...` and `sensor_cut_...` (its sensor then reads open)."""
        with self._lock:
            whole = {"unplugged": self._unplugged, "loses_answers": self._loses_answers}
            boards = {f"board_{board}_dead": board in self._dead for board in self._heard}
            jammed = {_name("jammed", one): one in self._jammed for one in self._addresses}
            cut = {_name("sensor_cut", one): how != "works" for one, how in self._sensors.items()}
            return {**whole, **boards, **jammed, **cut}

    def set_fault(self, name: str, on: bool) -> None:
        """Break it, or mend it.

        :raises KeyError: there is no such fault.
        """
        with self._lock:
            if name == "unplugged":
                self._unplugged = on
            elif name == "loses_answers":
                self._loses_answers = on
            elif name in {f"board_{board}_dead" for board in self._heard}:
                (self._dead.add if on else self._dead.discard)(int(name.split("_")[1]))
            elif name.startswith("jammed_"):
                self.jam(self._by_name("jammed", name), on)
            else:
                self.set_sensor(self._by_name("sensor_cut", name), "stuck_open" if on else "works")

    # --- works ---------------------------------------------------------------------------------------------------

    def _check(self, address: Address) -> None:
        if address not in self._open:
            raise LookupError(f"there is no lock {address.lock} on board {address.board} in the settings")

    def _by_name(self, kind: str, name: str) -> Address:
        for address in self._addresses:
            if _name(kind, address) == name:
                return address
        raise KeyError(name)

    def _set_open(self, address: Address, on: bool) -> None:
        with self._lock:
            self._check(address)
            self._open[address] = on

    def _why_not(self) -> str:
        if self._closed:
            return "the lock boards were let go"
        if self._unplugged:
            for board, (at, _) in self._heard.items():
                self._heard[board] = (at, "port.missing")
            return "the simulated bus is unplugged"
        return ""

    def _answers(self, board: int) -> bool:
        if self._why_not():
            return False
        if board in self._dead:
            self._heard[board] = (self._heard[board][0], trouble.NO_ANSWER)
            return False
        self._heard[board] = (self._clock.monotonic(), "")
        return True

    def _sensed(self, address: Address) -> Door:
        how = self._sensors[address]
        if how == "works":
            return Door.OPEN if self._open[address] else Door.CLOSED
        return {"unknown": Door.UNKNOWN, "stuck_open": Door.OPEN, "stuck_closed": Door.CLOSED}[how]


def _name(kind: str, address: Address) -> str:
    return f"{kind}_{address.board}_{address.lock + 1}"

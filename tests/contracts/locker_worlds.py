"""Lock boards and the hands at their doors, the same for simulator and for both drivers with their emulators."""

from pathlib import Path
from typing import Protocol

from hardware.host.clock import Clock
from hardware.locker.interface import Address, LockerBoards
from hardware.locker.kerong_cu48 import KerongCu48
from hardware.locker.modbus_relay import ModbusRelay
from hardware.locker.settings import BoardSettings, LockerSettings
from hardware.locker.simulator import SimulatedLockers
from tests.emulators.kerong_board import KerongBoards
from tests.emulators.lock_bus import LockBus
from tests.emulators.modbus_board import ModbusBoards

BOARDS = (1, 2, 4)
LOCKS = 8


def settings_in(folder: Path) -> LockerSettings:
    """Three boards of eight locks."""
    boards = tuple(BoardSettings(board=number, locks=LOCKS) for number in BOARDS)
    return LockerSettings(port=str(folder / "locker"), baud=115200, boards=boards, gap_ms=0, answer_ms=300)


class World(Protocol):
    """Everything around lock boards."""

    lockers: LockerBoards

    def open_by_hand(self, address: Address) -> None: ...
    def close_by_hand(self, address: Address) -> None: ...
    def is_open(self, address: Address) -> bool: ...
    def pulses(self, address: Address) -> int:
        """Given since the start; returns when all that was said before has been heard."""
        ...

    def jam(self, address: Address) -> None: ...
    def kill_board(self, board: int, on: bool) -> None: ...
    def unplug(self, on: bool) -> None: ...
    def close(self) -> None: ...


class SimulatorWorld:
    """The simulator, by its own hands."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self.simulator = SimulatedLockers(settings_in(folder), clock=clock)
        self.lockers: LockerBoards = self.simulator
        self.open_by_hand, self.close_by_hand = self.simulator.open_by_hand, self.simulator.close_by_hand
        self.is_open, self.pulses = self.simulator.is_open, self.simulator.pulses

    def jam(self, address: Address) -> None:
        self.simulator.jam(address, True)

    def kill_board(self, board: int, on: bool) -> None:
        self.simulator.set_fault(f"board_{board}_dead", on)

    def unplug(self, on: bool) -> None:
        self.simulator.set_fault("unplugged", on)

    def close(self) -> None:
        self.lockers.close()


class EmulatorWorld:
    """A driver and boards on a pseudo-terminal."""

    lockers: LockerBoards
    bus: LockBus

    def open_by_hand(self, address: Address) -> None:
        self.bus.open_door(address.board, address.lock)

    def close_by_hand(self, address: Address) -> None:
        self.bus.close_door(address.board, address.lock)

    def is_open(self, address: Address) -> bool:
        self.lockers.doors()
        return self.bus.is_open(address.board, address.lock)

    def pulses(self, address: Address) -> int:
        self.lockers.doors()  # what was said before has been heard when a board has answered this
        return self.bus.pulses(address.board, address.lock)

    def jam(self, address: Address) -> None:
        self.bus.jam(address.board, address.lock, True)

    def kill_board(self, board: int, on: bool) -> None:
        self.bus.set_dead(board, on)

    def unplug(self, on: bool) -> None:
        self.bus.unplug() if on else self.bus.plug()

    def close(self) -> None:
        self.lockers.close()
        self.bus.close()


class KerongWorld(EmulatorWorld):
    """CU48."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        settings = settings_in(folder)
        self.bus = KerongBoards(Path(settings.port), BOARDS)
        self.lockers = KerongCu48(settings, clock=clock)


class ModbusWorld(EmulatorWorld):
    """Waveshare class."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        settings = settings_in(folder)
        self.bus = ModbusBoards(Path(settings.port), BOARDS, locks=LOCKS)
        self.lockers = ModbusRelay(settings, clock=clock)


class KerongEchoWorld(KerongWorld):
    """With an adapter that hears itself."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        super().__init__(folder, clock)
        self.bus.echo = True


class ModbusEchoWorld(ModbusWorld):
    """With an adapter that hears itself."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        super().__init__(folder, clock)
        self.bus.echo = True

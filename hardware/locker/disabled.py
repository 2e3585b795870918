"""No lock boards: a kiosk without compartments."""

from collections.abc import Mapping

from hardware.host.clock import Clock
from hardware.locker import trouble
from hardware.locker.interface import Address, BoardState, Door
from hardware.locker.settings import LockerSettings


class DisabledLockers:
    """`LockerBoards` where there are none."""

    def __init__(self, settings: LockerSettings, *, clock: Clock) -> None:
        """Takes what every driver takes."""
        self._addresses = settings.addresses

    def unlock(self, address: Address) -> None:
        """Never given."""
        self._check(address)
        raise trouble.not_sent("lock boards are disabled in the settings")

    def door(self, address: Address) -> Door:
        """Nobody knows."""
        self._check(address)
        return Door.UNKNOWN

    def doors(self) -> Mapping[Address, Door]:
        """Nobody knows."""
        return dict.fromkeys(self._addresses, Door.UNKNOWN)

    def boards(self) -> Mapping[int, BoardState]:
        """None: absent, and that is no trouble."""
        return {}

    def close(self) -> None:
        """Nothing to release."""

    def _check(self, address: Address) -> None:
        if address not in self._addresses:
            raise LookupError(f"there is no lock {address.lock} on board {address.board} in the settings")

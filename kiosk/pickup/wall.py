"""The wall of compartments, as the settings describe it."""

from collections.abc import Iterable, Mapping

from hardware.locker.interface import Address
from kiosk.pickup.model import Compartment
from kiosk.pickup.settings import PickupSettings


class WallError(ValueError):
    """The settings describe a wall that cannot be; says what to change."""


class Wall:
    """All compartments by their number."""

    def __init__(self, compartments: Iterable[Compartment]) -> None:
        """:raises WallError: a number or a lock is there twice."""
        self.compartments = tuple(compartments)
        self._by_number: Mapping[str, Compartment] = {one.id: one for one in self.compartments}
        if len(self._by_number) < len(self.compartments):
            raise WallError("two doors have the same number; give each column of the wall its own `first_number`")
        if len({address(one) for one in self.compartments}) < len(self.compartments):
            raise WallError("two doors have the same lock; give each column its own `board` and `first_lock`")

    def __getitem__(self, number: str) -> Compartment:
        """:raises LookupError: there is no such door."""
        try:
            return self._by_number[number]
        except KeyError:
            raise LookupError(f"there is no compartment {number}") from None


def address(compartment: Compartment) -> Address:
    """Its lock."""
    return Address(compartment.board, compartment.lock)


def wall_of(settings: PickupSettings) -> Wall:
    """:raises WallError: see `Wall`; or a column stands where the screen is."""
    doors = []
    for column in settings.columns:
        if column.column == 0:
            raise WallError("column 0 is the screen; columns left of it are -1, -2 ..., right of it 1, 2 ...")
        bottom = column.bottom
        for row, size in enumerate(column.doors):
            height = settings.door_height[size]
            doors.append(
                Compartment(
                    id=str(column.first_number + row),
                    board=column.board,
                    lock=column.first_lock + row,
                    size=size,
                    column=column.column,
                    row=row,
                    bottom=bottom,
                    height=height,
                )
            )
            bottom += height
    return Wall(doors)

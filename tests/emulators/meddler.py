"""A wire on which something happens between two bytes: paper ends, a cover opens, a cable is pulled. Not a device."""

from collections.abc import Callable

from hardware.transport import trouble
from hardware.transport.interface import Wire


class Meddler:
    """`Wire` around another: after so many written bytes of the watched kind it does something, once."""

    def __init__(self, wire: Wire) -> None:
        self._wire = wire
        self._left: int | None = None
        self._do: Callable[[], None] = lambda: None

    def after(self, count: int, do: Callable[[], None]) -> None:
        """When `count` more bytes were written, questions not counted."""
        self._left, self._do = count, do

    def cut(self) -> None:
        """The cable: what follows does not leave."""
        self._wire.close()

    @property
    def is_open(self) -> bool:
        """As the other says."""
        return self._wire.is_open

    def open(self) -> None:
        """As the other does."""
        self._wire.open()

    def write(self, data: bytes) -> None:
        """All, or a part, then what was asked for, then the rest."""
        if self._left is None or data.startswith(b"\x10\x04"):
            self._wire.write(data)
            return
        before, rest = data[: self._left], data[self._left :]
        self._wire.write(before)
        self._left -= len(before)
        if self._left == 0:
            self._left = None
            self._do()
        if rest:
            if not self._wire.is_open:
                raise trouble.lost("the cable", "cut")
            self._wire.write(rest)

    def read(self, seconds: float) -> bytes:
        """As the other reads."""
        return self._wire.read(seconds)

    def close(self) -> None:
        """As the other closes."""
        self._wire.close()

"""What every wire can do. Not responsible for what the bytes mean, nor for when a lost wire is opened again."""

from typing import Protocol


class Wire(Protocol):
    """Bytes to a device and back, used from one thread; `close` may come from any.

    Times here are real time: whoever waits for a wire waits for the world, not for a clock that tests move.
    """

    @property
    def is_open(self) -> bool:
        """Whether it was opened and has not failed since."""
        ...

    def open(self) -> None:
        """Take the wire for this process alone; names (symbolic links, host names) are looked up anew each time.

        :raises HardwareError: `port.missing`, `port.busy`, `port.refused`.
        """
        ...

    def write(self, data: bytes) -> None:
        """Hand over all of `data`.

        :raises HardwareError: `port.lost`, `port.blocked`; a part may have left then. The wire is closed.
        """
        ...

    def read(self, seconds: float) -> bytes:
        """What has come by now; if nothing has, the first bytes within `seconds`, else b"".

        :raises HardwareError: `port.lost`. The wire is closed.
        """
        ...

    def close(self) -> None:
        """Let go; harmless if closed. What was not yet sent is dropped."""
        ...

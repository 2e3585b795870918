"""What every panel's light can do."""

from typing import Protocol

from msgspec import Struct


class DisplayState(Struct, frozen=True, kw_only=True):
    """How the light is."""

    works: bool
    """Whether it obeyed last; False also where there is none to switch."""
    lit: bool = True
    trouble: str = ""
    """A `HardwareError` code; "" = it works, or there is no such device."""


class Display(Protocol):
    """The light of the panel. Calls return within milliseconds and come from one thread."""

    def light(self, on: bool) -> None:
        """Switch. Never raises: a light that does not obey is a state, and the picture goes dark all the same."""
        ...

    def state(self) -> DisplayState:
        """How it is."""
        ...

    def close(self) -> None:
        """Leave it lit."""
        ...

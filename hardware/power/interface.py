"""Starting the machine anew. Not responsible for whether that is a good moment: who asks has to know."""

from typing import Protocol


class Power(Protocol):
    """What can be done to the machine. Called from one worker thread; takes seconds at most."""

    @property
    def can_reboot(self) -> bool:
        """Whether asking makes sense at all; False: nobody gave this process a way to do it."""
        ...

    def reboot(self) -> None:
        """Ask for a restart. On return it was accepted and begins within seconds.

        :raises HardwareError: `power.refused`: not allowed or not possible; the machine goes on.
        """
        ...

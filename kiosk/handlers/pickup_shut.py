"""The compartments where the ledger cannot be opened: nothing is handed out, and everybody is told why."""

from collections.abc import Callable

from kiosk.flows.pickup_effects import PickupEffect
from kiosk.flows.pickup_events import PickupEvent, PickupRefused
from kiosk.pickup.model import TerminalView


class ShutCompartments:
    """`Compartments` that never open. A technician puts ledger and key back and starts the kiosk anew."""

    def __init__(self, *, why: str, post: Callable[[PickupEvent], None]) -> None:
        """:param why: as in `TerminalView.hands_out`."""
        self.view, self._post = TerminalView(fitted=True, hands_out=why), post

    def start(self) -> None:
        """There is nothing to settle."""

    def stop(self) -> None:
        """There is nothing to end."""

    def do(self, effect: PickupEffect) -> None:
        """Whoever came this far is sent to the desk."""
        self._post(PickupRefused(effect.visit, self.view.hands_out))

    def leave(self, visit: str) -> None:
        """Nothing was proven."""

    def look(self, wanted: bool) -> None:
        """No code is read."""

"""What a demonstration of the pickup terminal has besides: two staff cards that are known, and a simulated city."""

from msgspec import Struct

from kiosk.handlers.demo_city import DemoCity
from kiosk.staff.cards import StaffCards


class DemoCard(Struct, frozen=True):
    """A staff card that can be shown on the bench page."""

    name: str
    uid: str

    def __repr__(self) -> str:
        """Without the number."""
        return f"DemoCard({self.name!r})"


CARDS = (DemoCard("K-1", "04A1B2C3D4E501"), DemoCard("K-2", "04A1B2C3D4E502"))
"""Made up. They are known only where a demonstration runs."""


class Demo(Struct, frozen=True, kw_only=True):
    """Shown on the bench page."""

    cards: tuple[DemoCard, ...]
    city: DemoCity


def enrol_demo_cards(cards: StaffCards) -> tuple[DemoCard, ...]:
    """Known from now on, unless staff enrolled cards of their own.

    :returns: those that are known.
    """
    if not cards.all():
        for card in CARDS:
            cards.enrol(card.uid, card.name)
    return tuple(card for card in CARDS if cards.known(card.uid) is not None)

"""How a device reaches its city: two calls, over whatever wire."""

from typing import Protocol

from msgspec import Struct

from content.sync.messages import Outgoing
from content.sync.signing import Signed


class CitySilent(Exception):
    """No answer in time. The city may have taken what was sent: ask again with the same numbers."""


class Conflict(Exception):
    """The city has other events under these numbers: this device was restored from an image."""


class Batch(Struct, frozen=True, kw_only=True):
    """Events of one device. Their key is (device, incarnation, seq)."""

    device: str
    incarnation: str
    """Drawn anew where numbers could be used a second time (restored from an image)."""
    base: int
    """The number before the first event of this incarnation."""
    events: tuple[tuple[int, Outgoing], ...]


class CityLink(Protocol):
    """Both calls may be repeated at any time. They keep their own time-outs."""

    def send(self, batch: Batch) -> int:
        """:returns: the number up to which the city has everything of this incarnation, without a gap.

        :raises CitySilent: no answer.
        :raises Conflict: other events are known under these numbers.
        """
        ...

    def fetch(self, device: str, since: int) -> tuple[Signed, ...]:
        """Messages with a number above `since`, in any order, some perhaps twice or not yet.

        :raises CitySilent: no answer.
        """
        ...

"""Lock boards that can fail in every way, and that call for the police where a pulse is not covered by the ledger."""

from collections.abc import Callable, Mapping, Sequence

from hardware.locker import trouble
from hardware.locker.interface import Address, BoardState, Door
from kiosk.pickup import records as r
from kiosk.pickup.records import Entry


class PowerCut(BaseException):
    """The power goes here."""


class ScriptedBoards:
    """`LockerBoards` over doors that are really open or closed, whatever their sensors say."""

    def __init__(self, addresses: Sequence[Address], *, point: Callable[[], None]) -> None:
        """:param point: called wherever the power may go."""
        self.really_open = dict.fromkeys(addresses, False)
        self.jammed: set[Address] = set()
        self.no_sensor: set[Address] = set()
        self.dead: set[int] = set()
        self.not_sent = False
        self.unsure = ""
        """"" = never; `given` or `none`: what really happened where the driver cannot know."""
        self.entries: Callable[[], Sequence[Entry]] = tuple
        """All entries on disk."""
        self.collecting: Callable[[Address, str], None] = lambda _address, _pickup: None
        """Asked at each pulse for a holder."""
        self.asked: list[str] = []
        """Intents for which a pulse was asked for, over all power cuts."""
        self._point = point

    def unlock(self, address: Address) -> None:
        """One pulse, for the last intent on disk; never a second one for the same."""
        if address not in self.really_open:
            raise LookupError(address)
        last = self.entries()[-1].record
        assert isinstance(last, r.OpenIntended), f"a pulse without an intent on disk, after {last}"
        assert last.intent not in self.asked, "a second pulse for one intent"
        self.asked.append(last.intent)
        if last.purpose == "collect":
            self.collecting(address, last.pickup)
        self._point()
        if self.not_sent:
            raise trouble.not_sent("the bus is unplugged")
        if address.board in self.dead:
            raise trouble.unsure("the board did not acknowledge it")
        if self.unsure != "none" and address not in self.jammed:
            self.really_open[address] = True
        self._point()
        if self.unsure:
            raise trouble.unsure("the board did not acknowledge it")

    def door(self, address: Address) -> Door:
        self._point()
        if self.blind(address):
            return Door.UNKNOWN
        return Door.OPEN if self.really_open[address] else Door.CLOSED

    def doors(self) -> Mapping[Address, Door]:
        return {one: self.door(one) for one in self.really_open}

    def boards(self) -> Mapping[int, BoardState]:
        boards = sorted({one.board for one in self.really_open})
        return {one: BoardState(answers=one not in self.dead, age=0.0) for one in boards}

    def close(self) -> None:
        """Nothing to let go of."""

    def blind(self, address: Address) -> bool:
        """Whether its sensor says nothing."""
        return address in self.no_sensor or address.board in self.dead

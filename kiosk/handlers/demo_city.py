"""The city of a demonstration, behind the bench page: `content.sync`'s city double, with what its holders know.

It keeps nothing: what it knew is gone when the kiosk ends, and the next one counts its messages from 1 again.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from random import Random, SystemRandom
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from content.sync.city_double import DOCUMENTS, CityDouble
from content.sync.letters import Letter
from content.sync.sealing import Sealer

HOURS = "00:00-24:00"


class CityBooking(Struct, frozen=True, kw_only=True):
    """What the city knows of a booking; its holder knows the values."""

    pickup: str
    document: str
    proofs: tuple[tuple[str, str, str], ...]
    """(who, factor, value)."""

    def __repr__(self) -> str:
        """Without the values."""
        return f"CityBooking({self.pickup!r})"


class CityLetter(Struct, frozen=True, kw_only=True):
    """A notification that was opened."""

    pickup: str
    code: str
    text: str

    def __repr__(self) -> str:
        """Without the code."""
        return f"CityLetter({self.pickup!r})"


class DemoCity:
    """From any thread."""

    def __init__(self, device: str, random: Random | None = None) -> None:
        """:param device: name of the terminal. :param random: None: of the system. Only tests use another."""
        self.double = CityDouble(random or SystemRandom())
        self._device = device
        self._bookings: list[CityBooking] = []
        self.seal: Callable[[bytes], bytes] = Sealer(self.double.sealing_key)
        """So that this city alone can read it."""

    def book(self, document: str) -> str:
        """Announce a document; its booking number.

        :raises KeyError: no such kind.
        """
        if document not in DOCUMENTS:
            raise KeyError(document)
        payload = self.double.booking(document)
        ways: Sequence[Mapping[str, Any]] = payload["ways"]
        proofs = tuple((way["who"], way["factor"], value) for way, value in zip(ways, payload["factors"], strict=True))
        self._bookings.append(CityBooking(pickup=payload["id"], document=document, proofs=proofs))
        self.double.say(self._device, "booking", payload)
        return str(payload["id"])

    def bookings(self) -> Sequence[CityBooking]:
        """All it announced, oldest first."""
        return tuple(self._bookings)

    def letters(self) -> Sequence[CityLetter]:
        """All it wrote to holders, oldest first."""
        return tuple(self._letter(one) for one in self.double.notifications(self._device))

    def _letter(self, told: Mapping[str, Any]) -> CityLetter:
        """As the holder reads it; in German where nobody wrote words for the language."""
        booking = next((one for one in self._bookings if one.pickup == told["booking"]), None)
        letter = Letter(
            language=told["language"],
            where=told["terminal"],
            code=told["code"],
            until=datetime.fromisoformat(told["until"]),
            hours=HOURS,
            factor=booking.proofs[0][1] if booking else "birth_date",
        )
        try:
            text = letter.text()
        except KeyError:
            text = replace(letter, language="de").text()
        return CityLetter(pickup=told["booking"], code=told["code"], text=text)

    def told(self) -> Sequence[str]:
        """Kinds of all events it was told, oldest first."""
        return tuple(one.kind for one in self.double.events(self._device))

    def levers(self) -> Mapping[str, bool]:
        """What can be wrong with it, and whether it is."""
        levers = self.double.levers
        return {
            "silent": levers.silent,
            "duplicates": levers.double,
            "reordering": levers.shuffled,
            "replays": levers.replayed,
            "forged": levers.forged > 0,
        }

    def lever(self, name: str, on: bool) -> None:
        """Make it wrong, or right again.

        :raises KeyError: no such lever.
        """
        levers = self.double.levers
        match name:
            case "silent":
                levers.silent = on
            case "duplicates":
                levers.double = on
            case "reordering":
                levers.shuffled = on
            case "replays":
                levers.replayed = on
            case "forged":
                levers.forged = int(on)
            case _:
                raise KeyError(name)

"""Hands before the compartments and the city behind them, over simulated devices: `PickupBench`."""

from collections.abc import Callable, Mapping, Sequence

from hardware.card_reader.simulator import SimulatedReader
from hardware.locker.interface import Address
from hardware.locker.simulator import SimulatedLockers
from hardware.scanner.simulator import SimulatedScanner
from kiosk.bench_page.pickup_parts import BookingCard, DoorCard, Hand, MessageCard, PickupCard
from kiosk.handlers.demo_city import CityBooking, CityLetter, DemoCity
from kiosk.handlers.pickup_demo import DemoCard
from kiosk.pickup.model import CompartmentView, TerminalView

SHOWN = 12
"""Newest bookings on the page."""


class LockerBus:
    """`SimulatedDevice`: the cable and the boards; what is wrong with a single door is told at its door."""

    name = "locker"

    def __init__(self, lockers: SimulatedLockers) -> None:
        self._lockers = lockers

    def faults(self) -> Mapping[str, bool]:
        """Of the whole bus."""
        doors = ("jammed_", "sensor_cut_")
        return {fault: on for fault, on in self._lockers.faults().items() if not fault.startswith(doors)}

    def set_fault(self, name: str, on: bool) -> None:
        """Break it, or mend it.

        :raises KeyError: there is no such fault.
        """
        self._lockers.set_fault(name, on)


class PickupDesk:
    """`PickupBench`. Real devices beside simulated ones are left alone."""

    def __init__(
        self,
        *,
        view: Callable[[], TerminalView],
        lockers: SimulatedLockers,
        reader: SimulatedReader | None,
        scanner: SimulatedScanner | None,
        cards: Sequence[DemoCard],
        city: DemoCity | None,
    ) -> None:
        """:param cards: known to the staff corner of the demonstration."""
        self._view, self._lockers, self._reader, self._scanner = view, lockers, reader, scanner
        self._cards = {card.name: card.uid for card in cards} if reader else {}
        self._city = city

    def look(self) -> PickupCard:
        """See `PickupBench`."""
        view, city = self._view(), self._city
        return PickupCard(
            doors=tuple(self._door(one) for one in view.compartments),
            cards=tuple(self._cards),
            scans=self._scanner.state().looking if self._scanner else None,
            bookings=tuple(_booking(one) for one in reversed(city.bookings()[-SHOWN:])) if city else (),
            messages=tuple(_letter(one) for one in reversed(city.letters())) if city else (),
            levers=city.levers() if city else {},
            alarms=tuple(f"{alarm.code} {alarm.compartment}".rstrip() for alarm in view.alarms),
            hands_out=view.hands_out,
        )

    def _door(self, one: CompartmentView) -> DoorCard:
        compartment, address = one.compartment, Address(one.compartment.board, one.compartment.lock)
        return DoorCard(
            compartment=compartment.id,
            column=compartment.column,
            row=compartment.row,
            size=compartment.size.value,
            open=self._lockers.is_open(address),
            jammed=self._lockers.jammed(address),
            cut=self._lockers.sensor(address) != "works",
            state=one.state.value,
            pickup=one.pickup,
        )

    def hand(self, compartment: str, what: Hand) -> None:
        """See `PickupBench`."""
        found = {one.compartment.id: one.compartment for one in self._view().compartments}[compartment]
        address = Address(found.board, found.lock)
        match what:
            case "open":
                self._lockers.open_by_hand(address)
            case "close":
                self._lockers.close_by_hand(address)
            case "jam" | "free":
                self._lockers.jam(address, what == "jam")
            case "cut" | "mend":
                self._lockers.set_sensor(address, "unknown" if what == "cut" else "works")

    def show_card(self, name: str) -> None:
        """See `PickupBench`."""
        uid = self._cards[name]
        assert self._reader is not None
        self._reader.show(uid)

    def scan(self, text: str) -> None:
        """See `PickupBench`."""
        if self._scanner is None:
            raise KeyError(text)
        self._scanner.scan(text)

    def book(self, document: str) -> str:
        """See `PickupBench`."""
        if self._city is None:
            raise KeyError(document)
        return self._city.book(document)

    def lever(self, name: str, on: bool) -> None:
        """See `PickupBench`."""
        if self._city is None:
            raise KeyError(name)
        self._city.lever(name, on)


def _booking(one: CityBooking) -> BookingCard:
    return BookingCard(pickup=one.pickup, document=one.document, proofs=one.proofs)


def _letter(one: CityLetter) -> MessageCard:
    return MessageCard(pickup=one.pickup, text=one.text, code=one.code)

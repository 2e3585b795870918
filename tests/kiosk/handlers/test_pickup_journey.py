"""A document from the city to its holder on a whole kiosk without a window: real ledger, custody, worker and staff
corner; simulated doors, cards and city.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

import pytest
from msgspec.structs import replace

from hardware.card_reader.simulator import SimulatedReader
from hardware.locker.interface import Address
from hardware.locker.simulator import SimulatedLockers
from hardware.scanner.simulator import SimulatedScanner
from kiosk.demo_settings import demo_settings
from kiosk.flows import events as e
from kiosk.flows import loading_events as ld
from kiosk.flows import pickup_events as p
from kiosk.flows import staff_events as st
from kiosk.flows.session import S
from kiosk.flows.staff_states import St
from kiosk.handlers.demo_city import CityBooking
from kiosk.handlers.pickup_demo import CARDS, Demo
from kiosk.pickup.model import CompartmentState
from kiosk.pickup.secrets import check_digit
from tests.kiosk.world import Kiosk, running


class Hall:
    """The kiosk, and hands before it."""

    def __init__(self, kiosk: Kiosk) -> None:
        assert kiosk.pickup is not None
        assert isinstance(kiosk.pickup.boards, SimulatedLockers)
        assert isinstance(kiosk.pickup.card_reader, SimulatedReader)
        assert isinstance(kiosk.pickup.scanner, SimulatedScanner)
        assert kiosk.pickup.demo is not None
        self.kiosk, self.lockers, self.terminal = kiosk, kiosk.pickup.boards, kiosk.pickup
        self.reader, self.scanner = kiosk.pickup.card_reader, kiosk.pickup.scanner
        self.demo: Demo = kiosk.pickup.demo

    # --- the terminal ------------------------------------------------------------------------------------------------

    @property
    def staff(self) -> St:
        return self.kiosk.corner.staff.state

    def address(self, compartment: str) -> Address:
        found = next(
            one.compartment for one in self.terminal.worker.view.compartments if one.compartment.id == compartment
        )
        return Address(found.board, found.lock)

    def state_of(self, compartment: str) -> CompartmentState:
        return next(one.state for one in self.terminal.worker.view.compartments if one.compartment.id == compartment)

    def until(self, state: S) -> None:
        self.kiosk.until(lambda: self.kiosk.state is state)

    def until_staff(self, state: St) -> None:
        self.kiosk.until(lambda: self.staff is state)

    # --- staff -------------------------------------------------------------------------------------------------------

    def load(self, document: str = "passport") -> tuple[CityBooking, str]:
        """Two cards, the booking's barcode, the door; the booking and its compartment."""
        number = self.demo.city.book(document)
        self.kiosk.until(lambda: number in self.terminal.worker.view.booked)
        self.reader.show(CARDS[0].uid)
        self.until_staff(St.MENU)
        self.kiosk.touch(ld.LockersWanted())
        for card in CARDS:
            self.reader.show(card.uid)
        self.until_staff(St.LOCKERS)
        self.kiosk.conductor.tick()
        self.scanner.scan(number)
        self.until_staff(St.PROPOSED)
        compartment = self.kiosk.corner.staff.lockers.compartment
        self.kiosk.touch(ld.LoadWanted())
        self.until_staff(St.LOCKER_OPEN)
        self.lockers.close_by_hand(self.address(compartment))
        self.until_staff(St.LOCKER_DONE)
        self.kiosk.touch(st.SignedOff())
        self.kiosk.until(lambda: any(one.pickup == number for one in self.demo.city.letters()))
        self.kiosk.conductor.tick()
        return next(one for one in self.demo.city.bookings() if one.pickup == number), compartment

    # --- the holder --------------------------------------------------------------------------------------------------

    def code(self, booking: CityBooking) -> str:
        return next(one.code for one in self.demo.city.letters() if one.pickup == booking.pickup)

    def prove(self, booking: CityBooking) -> None:
        """Code from the message, second factor by heart."""
        self.kiosk.touch(p.PickupOpened(), *(p.PickupDigit(digit) for digit in self.code(booking)), p.CodeOffered())
        self.kiosk.until(lambda: self.kiosk.state in (S.PICKUP_WHO, S.PICKUP_FACTOR))
        if self.kiosk.state is S.PICKUP_WHO:
            self.kiosk.touch(p.WhoChosen("holder"))
        value = booking.proofs[0][2]
        self.kiosk.touch(*(p.PickupDigit(digit) for digit in value), p.FactorOffered())
        self.until(S.PICKUP_DOCUMENTS)

    def hand_in_and_open(self) -> None:
        document = self.kiosk.conductor.session.collecting.document
        if document is not None and document.hand_in:
            self.kiosk.touch(p.HandInAsked(), p.HandedIn())
        self.kiosk.touch(p.OpeningWanted())

    def leave(self) -> None:
        self.kiosk.touch(e.Finished())
        self.kiosk.wait(3)
        assert self.kiosk.state is S.WELCOME


@pytest.fixture(autouse=True)
def _the_city_is_asked_often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("content.sync.agent.PAUSE", 0.05)
    monkeypatch.setattr("kiosk.handlers.demo_city.SystemRandom", lambda: Random(1))  # the same bookings in every run


@contextmanager
def hall_in(folder: Path) -> Iterator[Hall]:
    settings = demo_settings()
    with running(folder, settings=replace(settings, bench_page=None)) as kiosk:
        yield Hall(kiosk)


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    with hall_in(tmp_path) as one:
        yield one


def test_loaded_by_two_and_collected_by_its_holder(hall: Hall) -> None:
    booking, compartment = hall.load()
    assert hall.state_of(compartment) is CompartmentState.LOADED
    hall.prove(booking)
    hall.hand_in_and_open()
    hall.until(S.PICKUP_OPEN)
    hall.kiosk.clock.advance(10)
    hall.lockers.close_by_hand(hall.address(compartment))
    hall.until(S.PICKUP_DONE)
    hall.kiosk.touch(p.ReceiptWanted())
    hall.kiosk.until(lambda: hall.kiosk.conductor.session.collecting.receipt == "printed")
    (paper,) = hall.kiosk.printer.papers()
    assert f"Fach {compartment}" in paper.text
    hall.leave()
    assert hall.state_of(compartment) is CompartmentState.FREE
    assert hall.lockers.pulses(hall.address(compartment)) == 2
    hall.kiosk.until(lambda: hall.demo.city.told()[-1] == "collected")
    assert hall.demo.city.told() == ("loaded", "notification", "collected")


def test_the_code_is_scanned_from_the_phone(hall: Hall) -> None:
    booking, _ = hall.load()
    hall.kiosk.touch(p.PickupOpened())
    hall.kiosk.conductor.tick()
    hall.scanner.scan("LOTSE:" + hall.code(booking))
    hall.kiosk.until(lambda: hall.kiosk.state in (S.PICKUP_WHO, S.PICKUP_FACTOR))
    assert hall.kiosk.conductor.session.collecting.typed == ""


def test_a_collected_document_cannot_be_collected_again(hall: Hall) -> None:
    booking, compartment = hall.load()
    code = hall.code(booking)
    hall.prove(booking)
    hall.hand_in_and_open()
    hall.until(S.PICKUP_OPEN)
    hall.kiosk.clock.advance(10)
    hall.lockers.close_by_hand(hall.address(compartment))
    hall.until(S.PICKUP_DONE)
    hall.leave()
    hall.kiosk.touch(p.PickupOpened(), *(p.PickupDigit(digit) for digit in code), p.CodeOffered())
    hall.kiosk.until(lambda: hall.kiosk.state is not S.PICKUP_CHECKING)
    assert hall.kiosk.conductor.session.collecting.said == "wrong"
    assert hall.lockers.pulses(hall.address(compartment)) == 2


def test_wrong_codes_lock_the_terminal_and_the_right_one_waits(hall: Hall) -> None:
    booking, compartment = hall.load()
    hall.kiosk.touch(p.PickupOpened())
    for n in range(5):
        wrong = f"{n}0000000"
        hall.kiosk.touch(*(p.PickupDigit(digit) for digit in wrong + check_digit(wrong)), p.CodeOffered())
        hall.kiosk.until(lambda: hall.kiosk.state is not S.PICKUP_CHECKING)
    assert hall.kiosk.state is S.PICKUP_LOCKED
    assert hall.kiosk.conductor.session.collecting.minutes == 15
    hall.leave()
    hall.kiosk.touch(p.PickupOpened(), *(p.PickupDigit(digit) for digit in hall.code(booking)), p.CodeOffered())
    hall.until(S.PICKUP_LOCKED)
    hall.leave()
    hall.kiosk.clock.advance(16 * 60)
    hall.prove(booking)
    assert hall.lockers.pulses(hall.address(compartment)) == 1


def test_a_jammed_door_is_tried_again_and_opens(hall: Hall) -> None:
    booking, compartment = hall.load()
    hall.prove(booking)
    hall.lockers.jam(hall.address(compartment), True)
    hall.hand_in_and_open()
    hall.until(S.PICKUP_STUCK)
    hall.lockers.jam(hall.address(compartment), False)
    hall.kiosk.touch(p.OpenAgain())
    hall.until(S.PICKUP_OPEN)
    hall.kiosk.clock.advance(10)
    hall.lockers.close_by_hand(hall.address(compartment))
    hall.until(S.PICKUP_DONE)
    assert hall.lockers.pulses(hall.address(compartment)) == 3


def test_closed_at_once_the_holder_is_asked_and_may_open_again(hall: Hall) -> None:
    booking, compartment = hall.load()
    hall.prove(booking)
    hall.hand_in_and_open()
    hall.until(S.PICKUP_OPEN)
    hall.lockers.close_by_hand(hall.address(compartment))
    hall.until(S.PICKUP_TAKEN)
    hall.kiosk.touch(p.StillInside())
    hall.until(S.PICKUP_OPEN)
    hall.lockers.close_by_hand(hall.address(compartment))
    hall.until(S.PICKUP_TAKEN)
    hall.kiosk.touch(p.TakenTold())
    hall.until(S.PICKUP_DONE)
    assert hall.lockers.pulses(hall.address(compartment)) == 3


def test_an_empty_compartment_calls_staff_and_stays_unclear(hall: Hall) -> None:
    booking, compartment = hall.load()
    hall.prove(booking)
    hall.hand_in_and_open()
    hall.until(S.PICKUP_OPEN)
    hall.kiosk.touch(p.ProblemTold("empty"))
    hall.kiosk.until(lambda: hall.kiosk.conductor.session.collecting.staff_know)
    assert hall.kiosk.state is S.PICKUP_PROBLEM
    hall.lockers.close_by_hand(hall.address(compartment))
    hall.kiosk.until(lambda: hall.state_of(compartment) is CompartmentState.UNCLEAR)
    assert ("compartment_empty", compartment) in [(a.code, a.compartment) for a in hall.terminal.worker.view.alarms]
    hall.kiosk.until(lambda: "problem" in hall.demo.city.told())


def test_a_door_left_open_is_spoken_about_and_then_staff_are_called(hall: Hall) -> None:
    booking, _ = hall.load()
    hall.prove(booking)
    hall.hand_in_and_open()
    hall.until(S.PICKUP_OPEN)
    hall.kiosk.clock.advance(61)
    hall.kiosk.until(lambda: hall.kiosk.conductor.session.collecting.warned == "long")
    hall.kiosk.clock.advance(120)
    hall.kiosk.until(lambda: hall.kiosk.conductor.session.collecting.warned == "staff")
    assert hall.kiosk.state is S.PICKUP_OPEN
    hall.kiosk.until(lambda: "door_left_open" in [alarm.code for alarm in hall.terminal.worker.view.alarms])


def test_without_a_sensor_the_holder_tells(hall: Hall) -> None:
    booking, compartment = hall.load()
    hall.prove(booking)
    hall.lockers.set_sensor(hall.address(compartment), "unknown")
    hall.hand_in_and_open()
    hall.until(S.PICKUP_UNSEEN)
    hall.kiosk.touch(p.OpenTold(), p.ClosedTold())
    hall.until(S.PICKUP_TAKEN)
    hall.kiosk.touch(p.TakenTold())
    hall.until(S.PICKUP_DONE)
    assert hall.state_of(compartment) is CompartmentState.FREE


def test_who_walks_away_from_a_door_without_a_sensor_frees_the_kiosk_and_staff_look(hall: Hall) -> None:
    booking, compartment = hall.load()
    hall.prove(booking)
    hall.lockers.set_sensor(hall.address(compartment), "unknown")
    hall.hand_in_and_open()
    hall.until(S.PICKUP_UNSEEN)
    for _ in range(8):
        hall.kiosk.wait(31)
    hall.until(S.WELCOME)
    hall.kiosk.until(lambda: hall.state_of(compartment) is CompartmentState.UNCLEAR)


def test_a_staff_card_frees_a_kiosk_whose_sensor_never_says_closed(hall: Hall) -> None:
    booking, compartment = hall.load()
    hall.prove(booking)
    hall.hand_in_and_open()
    hall.until(S.PICKUP_OPEN)
    hall.lockers.set_sensor(hall.address(compartment), "stuck_open")
    hall.lockers.close_by_hand(hall.address(compartment))
    hall.kiosk.wait(200)
    hall.until(S.PICKUP_OPEN)
    hall.reader.show(CARDS[0].uid)
    hall.kiosk.until(lambda: hall.kiosk.state is not S.PICKUP_OPEN)
    hall.kiosk.wait(3)
    assert hall.kiosk.state is S.WELCOME
    hall.kiosk.until(lambda: hall.state_of(compartment) is CompartmentState.UNCLEAR)


def test_signing_off_at_an_open_door_waits_and_the_message_goes_out(hall: Hall) -> None:
    number = hall.demo.city.book("passport")
    hall.kiosk.until(lambda: number in hall.terminal.worker.view.booked)
    hall.reader.show(CARDS[0].uid)
    hall.until_staff(St.MENU)
    hall.kiosk.touch(ld.LockersWanted())
    for card in CARDS:
        hall.reader.show(card.uid)
    hall.until_staff(St.LOCKERS)
    hall.kiosk.conductor.tick()
    hall.scanner.scan(number)
    hall.until_staff(St.PROPOSED)
    compartment = hall.kiosk.corner.staff.lockers.compartment
    hall.kiosk.touch(ld.LoadWanted(), st.SignedOff())
    hall.until_staff(St.LOCKER_OPEN)
    hall.kiosk.touch(st.SignedOff())
    assert hall.staff is St.LOCKER_OPEN
    hall.lockers.close_by_hand(hall.address(compartment))
    hall.kiosk.touch(st.SignedOff())
    hall.until_staff(St.LOCKER_DONE)
    hall.kiosk.until(lambda: any(one.pickup == number for one in hall.demo.city.letters()))


def test_a_restart_while_the_door_is_open_opens_nothing_and_staff_look(tmp_path: Path) -> None:
    with hall_in(tmp_path) as hall:
        booking, compartment = hall.load()
        hall.prove(booking)
        hall.hand_in_and_open()
        hall.until(S.PICKUP_OPEN)
        address = hall.address(compartment)
    with hall_in(tmp_path) as again:
        again.kiosk.until(lambda: again.state_of(compartment) is CompartmentState.UNCLEAR)
        assert not again.lockers.is_open(address)
        assert again.lockers.pulses(address) == 0


def test_a_restart_keeps_what_was_loaded(tmp_path: Path) -> None:
    with hall_in(tmp_path) as hall:
        booking, compartment = hall.load()
        code = hall.code(booking)
    with hall_in(tmp_path) as again:
        again.kiosk.until(lambda: again.state_of(compartment) is CompartmentState.LOADED)
        again.kiosk.touch(p.PickupOpened(), *(p.PickupDigit(digit) for digit in code), p.CodeOffered())
        again.kiosk.until(lambda: again.kiosk.state in (S.PICKUP_WHO, S.PICKUP_FACTOR))
        assert again.lockers.pulses(again.address(compartment)) == 0


def test_a_ledger_that_was_edited_keeps_the_compartments_shut(tmp_path: Path) -> None:
    with hall_in(tmp_path) as hall:
        hall.load()
    (tmp_path / "pickup" / "pickups.head").unlink()
    settings = replace(demo_settings(), bench_page=None)
    with running(tmp_path, settings=settings) as kiosk:
        assert kiosk.conductor.world().terminal.hands_out == "ledger_damaged"
        kiosk.touch(p.PickupOpened(), *(p.PickupDigit(digit) for digit in "123456789"), p.CodeOffered())
        kiosk.until(lambda: kiosk.state is S.PICKUP_DESK)

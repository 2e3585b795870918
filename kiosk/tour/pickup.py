"""The tour's chapter at the compartments: two staff load a document, its holder collects it, and a door stays shut."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from hardware.card_reader.simulator import SimulatedReader
from hardware.locker.simulator import SimulatedLockers
from hardware.scanner.simulator import SimulatedScanner
from kiosk.flows.session import S, Session
from kiosk.flows.staff import St
from kiosk.handlers.pickup_demo import CARDS
from kiosk.pickup.wall import address

if TYPE_CHECKING:  # both open the window when they are imported
    from hardware.locker.interface import Address
    from kiosk.handlers.demo_city import CityBooking
    from kiosk.process import KioskProcess
    from kiosk.tour.driver import Driver

See = Callable[[str], None]
LONG_ENOUGH_SECONDS = 65.0
"""A door open for so long is spoken about."""


class PickupChapter:
    """Hands of staff, holder and city."""

    def __init__(
        self,
        *,
        process: "KioskProcess",
        driver: "Driver",
        skip: Callable[[float], None],
        see: See,
        tap: Callable[[str], None],
    ) -> None:
        """:param skip: puts the clock forward.

        :param tap: touches a control, turning pages until it is there.
        """
        assert process.pickup is not None
        assert process.pickup.demo is not None
        self._process, self._driver, self._skip, self._see, self._tap = process, driver, skip, see, tap
        self._terminal, self._city = process.pickup, process.pickup.demo.city

    # --- staff -------------------------------------------------------------------------------------------------------

    def load(self, document: str, look: See) -> "CityBooking":
        """Two cards, a barcode, a door; ends at the welcome screen of the kiosk.

        :raises TourStopped: something is missing.
        """
        number = self._city.book(document)
        self._driver.until(lambda: number in self._terminal.worker.view.booked, "the booking is announced")
        reader, scanner, lockers = self._terminal.card_reader, self._terminal.scanner, self._lockers
        assert isinstance(reader, SimulatedReader)
        assert isinstance(scanner, SimulatedScanner)
        reader.show(CARDS[0].uid)
        self._staff(St.MENU)
        self._driver.tap("staff.lockers")
        look("staff-cards")
        reader.show(CARDS[0].uid)
        self._driver.until(lambda: bool(self._process.corner.staff.lockers.first), "the first card is known")
        look("staff-cards-second")
        reader.show(CARDS[1].uid)
        self._staff(St.LOCKERS)
        look("staff-lockers")
        self._driver.tap("lockers.load")
        look("staff-booking")
        self._driver.tap("lockers.type")
        look("staff-booking-typed")
        scanner.scan(number)
        self._staff(St.PROPOSED)
        look("staff-proposed")
        self._driver.tap("lockers.open")
        self._staff(St.LOCKER_OPEN)
        look("staff-locker-open")
        lockers.close_by_hand(self._address(self._process.corner.staff.lockers.compartment))
        self._staff(St.LOCKER_DONE)
        look("staff-loaded")
        self._driver.tap("bar.sign_off")
        self._driver.until(lambda: any(one.pickup == number for one in self._city.letters()), "the message went out")
        self._driver.until(lambda: self._driver.has("welcome.pickup"), "the welcome screen is back")
        return next(one for one in self._city.bookings() if one.pickup == number)

    # --- the holder --------------------------------------------------------------------------------------------------

    def collect(self, booking: "CityBooking") -> None:
        """From the welcome screen to the receipt.

        :raises TourStopped: something is missing.
        """
        self._prove(booking)
        self._to_the_door()
        self._state(S.PICKUP_OPEN)
        self._see("pickup-open")
        self._skip(LONG_ENOUGH_SECONDS)
        self._driver.until(lambda: self._session.collecting.warned == "long", "the open door is spoken about")
        self._see("pickup-open-long")
        self._tap("pickup.taken")
        self._lockers.close_by_hand(self._address(self._compartment))
        self._state(S.PICKUP_DONE)
        self._see("pickup-done")
        self._tap("pickup.finish")

    def collect_behind_a_stuck_door(self, booking: "CityBooking") -> None:
        """The door stays shut; staff are called.

        :raises TourStopped: something is missing.
        """
        self._prove(booking, quick=True)
        where = self._address(self._compartment)
        self._lockers.jam(where, True)
        self._to_the_door(quick=True)
        self._state(S.PICKUP_STUCK)
        self._see("pickup-stuck")
        self._tap("pickup.jammed")
        self._state(S.PICKUP_PROBLEM)
        self._driver.until(lambda: self._session.collecting.staff_know, "staff know")
        self._see("pickup-problem")
        self._lockers.jam(where, False)
        self._tap("pickup.finish")

    def _prove(self, booking: "CityBooking", quick: bool = False) -> None:
        see: See = (lambda _: None) if quick else self._see
        code = next(one.code for one in self._city.letters() if one.pickup == booking.pickup)
        self._tap("welcome.pickup")
        see("pickup-code")
        if not quick:
            self._tap("pickup.no_code")
            see("pickup-no-code")
            self._tap("bar.back")
            self._type(f"{code[:-1]}{(int(code[-1]) + 1) % 10}")
            self._driver.until(lambda: self._session.collecting.said == "typo", "the typing error is told")
            see("pickup-code-typo")
        self._type(code)
        self._driver.until(lambda: self._session.state in (S.PICKUP_WHO, S.PICKUP_FACTOR), "the code fits")
        if self._session.state is S.PICKUP_WHO:
            see("pickup-who")
            self._tap("pickup.who.holder")
        value = booking.proofs[0][2]
        see("pickup-factor")
        if not quick:
            self._type("0" * len(value))
            self._driver.until(lambda: self._session.collecting.said == "wrong", "the wrong factor is told")
            see("pickup-factor-wrong")
        self._type(value)
        self._state(S.PICKUP_DOCUMENTS)
        see("pickup-document")

    def _to_the_door(self, quick: bool = False) -> None:
        see: See = (lambda _: None) if quick else self._see
        self._tap("pickup.open")
        if self._session.state is S.PICKUP_STATEMENTS:
            see("pickup-statement")
            self._tap("pickup.stated")
        if self._session.state is S.PICKUP_HAND_IN:
            see("pickup-old-document")
            self._tap("pickup.handed_in")

    # --- hands and eyes ----------------------------------------------------------------------------------------------

    @property
    def _session(self) -> Session:
        return self._process.conductor.session

    @property
    def _compartment(self) -> str:
        document = self._session.collecting.document
        assert document is not None
        return document.compartment

    @property
    def _lockers(self) -> SimulatedLockers:
        boards = self._terminal.boards
        assert isinstance(boards, SimulatedLockers)
        return boards

    def _address(self, number: str) -> "Address":
        places = self._terminal.worker.view.compartments
        return address(next(one.compartment for one in places if one.compartment.id == number))

    def _type(self, digits: str) -> None:
        for digit in digits:
            self._driver.tap(f"key.{digit}")
        self._driver.tap("key.go")

    def _state(self, state: S) -> None:
        self._driver.until(lambda: self._session.state is state, f"the screen {state}")

    def _staff(self, state: St) -> None:
        self._driver.until(lambda: self._process.corner.staff.state is state, f"the staff's screen {state}")

"""What staff do with compartments: cards, bookings, doors; custody is scripted, the thread is this one."""

from collections.abc import Callable, Collection, Sequence
from typing import Any

import pytest

from hardware.card_reader.interface import Card
from hardware.scanner.interface import Scan
from kiosk.flows import loading_effects as do
from kiosk.flows import loading_events as ld
from kiosk.flows.events import Event
from kiosk.flows.loading import Purpose
from kiosk.flows.staff import Staff, advance
from kiosk.flows.staff_states import St
from kiosk.handlers.loading import LoadingHandler
from kiosk.pickup.model import Compartment, DoorState, Size, TerminalView
from kiosk.pickup.verdicts import NotOpened, Opened, OpenUnseen, OpenVerdict, Refused
from kiosk.staff.cards import CardsUnusable, StaffCard

CARDS = {"01": StaffCard(name="K-3", tag=""), "02": StaffCard(name="K-7", tag="")}


def compartment(number: str) -> Compartment:
    return Compartment(id=number, board=0, lock=0, size=Size.S, column=1, row=0, bottom=500, height=120)


class Cards:
    """Two known ones."""

    damaged = False

    def known(self, uid: str) -> StaffCard | None:
        if self.damaged:
            raise CardsUnusable("damaged")
        return CARDS.get(uid)


class ScriptedCustody:
    """Says what it was told to, and remembers what it was asked."""

    def __init__(self) -> None:
        self.view = TerminalView(fitted=True, booked=("MU-26-00471", "MU-26-10471", "MU-26-00472"))
        self.verdict: OpenVerdict = Opened(compartment="17")
        self.door: DoorState = "open"
        self.asked: list[tuple[Any, ...]] = []
        self.full = self.fails = False

    def propose(self, booking: str, not_these: Collection[str] = ()) -> Compartment | None:
        return None if self.full else compartment(next(one for one in ("17", "18", "19") if one not in not_these))

    def door_now(self, compartment: str) -> DoorState:
        return self.door

    def inventory(self) -> Sequence[tuple[str, str]]:
        return (("6", "open"),)

    def __getattr__(self, name: str) -> Callable[..., Any]:
        if name.startswith("__"):
            raise AttributeError(name)

        def note(*what: object) -> OpenVerdict | None:
            if self.fails:
                raise RuntimeError("the disk")
            self.asked.append((name, *what))
            return self.verdict if name.startswith("open_") else None

        return note


class Bench:
    """The handler with the table of the staff corner around it."""

    def __init__(self, state: St = St.CARDS) -> None:
        self.custody, self.cards, self.staff = ScriptedCustody(), Cards(), Staff(state=state, role="staff")
        self.signed_in: list[str] = []
        self.handler = LoadingHandler(
            custody=self.custody,
            cards=self.cards,
            run=lambda work: work(),
            post=self.take,
            state=lambda: self.staff.state,
            sign_in=lambda card: self.signed_in.append(card.name),
        )

    def take(self, event: Event) -> None:
        before = self.staff
        self.staff, effects = advance(before, event)
        if self.staff.state is not before.state:
            self.handler.entered(self.staff.state)
        for effect in effects:
            if isinstance(effect, do.LockerEffect):
                self.handler.carry_out(effect)

    def show(self, uid: str) -> None:
        self.handler.card(Card(uid))

    @property
    def state(self) -> St:
        return self.staff.state

    @property
    def said(self) -> str:
        return self.staff.said.key if self.staff.said else ""


@pytest.fixture
def bench() -> Bench:
    """Both cards shown."""
    bench = Bench()
    bench.show("01")
    bench.show("02")
    return bench


def test_two_different_cards_lead_to_the_compartments() -> None:
    bench = Bench()
    bench.show("99")
    assert (bench.state, bench.said) == (St.CARDS, "staff.cards.unknown")
    bench.show("01")
    assert bench.staff.lockers.first == "K-3"
    bench.show("01")
    assert (bench.state, bench.said) == (St.CARDS, "staff.cards.same")
    bench.show("02")
    assert bench.state is St.LOCKERS
    assert (bench.staff.lockers.first, bench.staff.lockers.second) == ("K-3", "K-7")


def test_a_damaged_list_of_cards_knows_nobody() -> None:
    bench = Bench()
    bench.cards.damaged = True
    bench.show("01")
    assert (bench.state, bench.said) == (St.CARDS, "staff.cards.unknown")


def test_after_leaving_both_cards_are_wanted_again(bench: Bench) -> None:
    from kiosk.flows import staff_events as e

    bench.take(e.MenuWanted())
    bench.take(ld.LockersWanted())
    assert bench.state is St.CARDS
    bench.show("02")
    assert bench.state is St.CARDS
    bench.handler.carry_out(do.OpenLocker("load", "MU-26-00472", "17"))
    assert bench.custody.asked == []


def test_a_card_on_the_welcome_screen_signs_in_and_elsewhere_does_nothing() -> None:
    bench = Bench(St.CLOSED)
    bench.show("99")
    bench.show("02")
    assert bench.signed_in == ["K-7"]
    busy = Bench(St.TICKETS)
    busy.show("02")
    assert (busy.signed_in, busy.state) == ([], St.TICKETS)


@pytest.mark.parametrize("text", ["MU-26-00472", "472", "00472", " MU-26-00472\r"])
def test_a_booking_is_scanned_or_typed_and_loaded(bench: Bench, text: str) -> None:
    bench.take(ld.BookingWanted())
    if text.isdigit():
        bench.take(ld.BookingTypingWanted())
        for digit in text:
            bench.take(ld.BookingDigit(digit))
        bench.take(ld.BookingOffered())
    else:
        assert bench.handler.scan(Scan(text))
    assert (bench.state, bench.staff.lockers.compartment) == (St.PROPOSED, "17")
    bench.take(ld.OtherCompartmentWanted())
    assert bench.staff.lockers.compartment == "18"
    bench.take(ld.LoadWanted())
    assert bench.custody.asked == [("open_to_load", ("K-3", "K-7"), "MU-26-00472", "18")]
    assert bench.state is St.LOCKER_OPEN
    bench.handler.look()
    assert bench.state is St.LOCKER_OPEN
    bench.custody.door = "closed"
    bench.handler.look()
    assert bench.custody.asked[1:] == [("finish_loading", ("K-3", "K-7"), "MU-26-00472", True, False)]
    assert (bench.state, bench.said) == (St.LOCKER_DONE, "staff.lockers.loaded")
    bench.handler.look()
    assert len(bench.custody.asked) == 2


def test_scans_count_only_where_a_booking_is_wanted(bench: Bench) -> None:
    assert bench.handler.scan(Scan("MU-26-00472"))
    assert bench.state is St.PROPOSED
    assert not bench.handler.scan(Scan("MU-26-00471"))
    assert bench.staff.lockers.booking == "MU-26-00472"


@pytest.mark.parametrize(
    ("typed", "key"),
    [("471", "staff.lockers.several"), ("999", "staff.lockers.no_booking"), ("XY", "staff.lockers.no_booking")],
)
def test_a_number_that_is_not_clear_is_told(bench: Bench, typed: str, key: str) -> None:
    bench.take(ld.BookingChosen(typed))
    assert (bench.state, bench.said) == (St.BOOKING, key)


def test_a_full_terminal_says_so(bench: Bench) -> None:
    bench.custody.full = True
    bench.take(ld.BookingChosen("MU-26-00472"))
    assert (bench.state, bench.said) == (St.BOOKING, "staff.lockers.full")


@pytest.mark.parametrize(
    ("verdict", "key"),
    [
        (NotOpened(compartment="17", code="door.stays_closed", again=True), "staff.lockers.not_opened"),
        (Refused(why="disk_full"), "staff.lockers.refused"),
    ],
)
def test_a_door_that_stays_closed_is_told_and_nothing_is_finished(bench: Bench, verdict: OpenVerdict, key: str) -> None:
    bench.custody.verdict = verdict
    bench.take(ld.TakeOutWanted("MU-26-00001"))
    assert (bench.state, bench.said) == (St.LOCKERS, key)
    bench.custody.door = "closed"
    bench.handler.look()
    assert [name for name, *_ in bench.custody.asked] == ["open_to_take_out"]


def test_without_a_sensor_staff_tell_that_it_is_shut(bench: Bench) -> None:
    bench.custody.verdict, bench.custody.door = OpenUnseen(compartment="17"), "unknown"
    bench.take(ld.TakeOutWanted("MU-26-00001"))
    assert bench.staff.lockers.unseen
    bench.handler.look()
    bench.take(ld.LockerTellsShut())
    assert bench.custody.asked[-1] == ("finish_take_out", ("K-3", "K-7"), "MU-26-00001", "returned", True)
    assert bench.state is St.LOCKER_DONE


def test_nothing_put_in_is_given_up(bench: Bench) -> None:
    bench.take(ld.BookingChosen("MU-26-00472"))
    bench.take(ld.LoadWanted())
    bench.take(ld.NothingPutIn())
    bench.custody.door = "closed"
    bench.handler.look()
    assert bench.custody.asked[-1] == ("finish_loading", ("K-3", "K-7"), "MU-26-00472", False, False)
    assert bench.said == "staff.lockers.given_up"


def test_a_door_opened_again_while_it_is_written_down_is_waited_for(bench: Bench) -> None:
    bench.take(ld.BookingChosen("MU-26-00472"))
    bench.take(ld.LoadWanted())
    bench.take(ld.LockerShut())  # the sensor bounced: it is open again when custody asks
    assert bench.state is St.LOCKER_OPEN
    assert [name for name, *_ in bench.custody.asked] == ["open_to_load"]


@pytest.mark.parametrize(
    ("event", "opened", "finished"),
    [
        (ld.MoveWanted("MU-26-00001"), "open_to_move", "finish_move"),
        (ld.InspectWanted("4"), "open_to_inspect", "finish_inspect"),
    ],
)
def test_moving_and_looking_inside(bench: Bench, event: Event, opened: str, finished: str) -> None:
    bench.take(event)
    bench.custody.door = "closed"
    bench.handler.look()
    assert [name for name, *_ in bench.custody.asked] == [opened, finished]
    assert bench.state is St.LOCKER_DONE


@pytest.mark.parametrize(
    ("what", "asked"),
    [
        ("out_of_order", ("set_out_of_order", ("K-3", "K-7"), "4", "staff")),
        ("in_order", ("set_in_order", ("K-3", "K-7"), "4")),
        ("empty", ("settle", ("K-3", "K-7"), "4", "empty")),
        ("release", ("release_lock", "4", "K-3")),
    ],
)
def test_what_is_only_noted(bench: Bench, what: Any, asked: tuple[object, ...]) -> None:
    bench.take(ld.LockerTold("4", what))
    assert bench.custody.asked == [asked]
    assert bench.said == "staff.lockers.noted"


def test_the_inventory_shows_what_does_not_agree(bench: Bench) -> None:
    bench.take(ld.InventoryWanted())
    assert bench.staff.lockers.findings == (("6", "open"),)


def test_a_sensor_that_falls_silent_at_an_open_door_lets_staff_tell(bench: Bench) -> None:
    bench.take(ld.TakeOutWanted("MU-26-00001"))
    assert not bench.staff.lockers.unseen
    bench.custody.door = "unknown"
    bench.handler.look()
    assert bench.staff.lockers.unseen
    bench.custody.door = "open"
    bench.handler.look()
    assert not bench.staff.lockers.unseen
    bench.custody.door = "unknown"
    bench.handler.look()
    bench.take(ld.LockerTellsShut())
    assert bench.state is St.LOCKER_DONE


def test_a_door_that_will_not_shut_can_be_left(bench: Bench) -> None:
    bench.take(ld.TakeOutWanted("MU-26-00001"))
    bench.take(ld.LockerLeft())
    assert bench.custody.asked[-1] == ("abandon", "17")
    assert (bench.state, bench.said) == (St.LOCKERS, "staff.lockers.left")
    bench.custody.door = "closed"
    bench.handler.look()
    assert len(bench.custody.asked) == 2


def test_nothing_inside_is_told(bench: Bench) -> None:
    bench.take(ld.TakeOutWanted("MU-26-00001"))
    bench.take(ld.NothingPutIn())
    bench.custody.door = "closed"
    bench.handler.look()
    assert bench.custody.asked[-1] == ("finish_take_out", ("K-3", "K-7"), "MU-26-00001", "empty", False)
    assert bench.said == "staff.lockers.was_gone"


def test_what_cannot_be_written_down_can_be_tried_again_or_left(bench: Bench) -> None:
    bench.take(ld.TakeOutWanted("MU-26-00001"))
    bench.custody.door, bench.custody.fails = "closed", True
    bench.handler.look()
    assert (bench.state, bench.said) == (St.LOCKER_OPEN, "staff.lockers.failed")
    bench.custody.fails = False
    bench.take(ld.LockerTellsShut())
    assert bench.state is St.LOCKER_DONE


@pytest.mark.parametrize("purpose", ["load", "take_out"])
def test_a_fault_in_custody_is_told_and_ends_where_staff_can_go_on(bench: Bench, purpose: Purpose) -> None:
    bench.custody.fails = True
    bench.take(ld.BookingChosen("MU-26-00472"))
    if purpose == "load":
        bench.take(ld.LoadWanted())
    else:
        bench.take(ld.OverviewWanted())
        bench.take(ld.TakeOutWanted("MU-26-00001"))
    assert (bench.state, bench.said) == (St.LOCKERS, "staff.lockers.failed")

"""Hands before the compartments: doors, cards, scanner and city, over simulated devices and real HTTP."""

import json
from collections.abc import Callable
from random import Random
from typing import Any

import pytest

from content.sync.link import Batch
from content.sync.messages import Outgoing
from hardware.card_reader.interface import Card
from hardware.card_reader.settings import CardReaderSettings
from hardware.card_reader.simulator import SimulatedReader
from hardware.host.clock import FakeClock
from hardware.locker.interface import Address, Door
from hardware.locker.settings import BoardSettings, LockerSettings
from hardware.locker.simulator import SimulatedLockers
from hardware.scanner.interface import Scan
from hardware.scanner.settings import ScannerSettings
from hardware.scanner.simulator import SimulatedScanner
from kiosk.bench_page.pickup_desk import LockerBus, PickupDesk
from kiosk.handlers.demo_city import DemoCity
from kiosk.handlers.pickup_demo import DemoCard
from kiosk.pickup.model import Alarm, Compartment, CompartmentState, CompartmentView, Size, TerminalView
from tests.kiosk.bench_page.conftest import Browser
from tests.kiosk.bench_page.world import TEN

FIRST, SECOND = Address(0, 0), Address(0, 1)


def compartment(number: int, state: CompartmentState = CompartmentState.FREE, pickup: str = "") -> CompartmentView:
    place = Compartment(
        id=str(number), board=0, lock=number - 1, size=Size.M, column=1, row=number - 1, bottom=400, height=240
    )
    return CompartmentView(compartment=place, state=state, door="closed", pickup=pickup)


class Place:
    """Everything before and behind the page."""

    def __init__(self) -> None:
        clock = FakeClock(TEN)
        self.lockers = SimulatedLockers(
            LockerSettings(driver="simulator", boards=(BoardSettings(locks=2),)), clock=clock
        )
        self.reader = SimulatedReader(CardReaderSettings(driver="simulator"), clock=clock)
        self.scanner = SimulatedScanner(ScannerSettings(driver="simulator"), clock=clock)
        self.cards: list[Card] = []
        self.scans: list[Scan] = []
        self.reader.start(self.cards.append)
        self.scanner.start(self.scans.append)
        self.city = DemoCity("T-1", Random(7))
        self.view = TerminalView(
            fitted=True,
            compartments=(compartment(1, CompartmentState.LOADED, "MU-26-00000"), compartment(2)),
            alarms=(Alarm(code="door_left_open", compartment="2", since=TEN), Alarm(code="clock_back", since=TEN)),
            hands_out="disk_full",
        )
        self.desk = PickupDesk(
            view=lambda: self.view,
            lockers=self.lockers,
            reader=self.reader,
            scanner=self.scanner,
            cards=(DemoCard("K-1", "04A1"), DemoCard("K-2", "04A2")),
            city=self.city,
        )


@pytest.fixture
def place() -> Place:
    return Place()


@pytest.fixture
def page(place: Place, serve: Callable[..., Browser]) -> Browser:
    return serve(pickup=place.desk)


def shown(page: Browser) -> dict[str, Any]:
    state: dict[str, Any] = next(page.events())["pickup"]
    return state


def test_the_wall_as_it_is(page: Browser) -> None:
    state = shown(page)
    assert state["doors"][0] == {
        "compartment": "1",
        "column": 1,
        "row": 0,
        "size": "M",
        "open": False,
        "jammed": False,
        "cut": False,
        "state": "loaded",
        "pickup": "MU-26-00000",
    }
    assert (state["alarms"], state["hands_out"]) == (["door_left_open 2", "clock_back"], "disk_full")
    assert (state["cards"], state["scans"]) == (["K-1", "K-2"], False)


def test_hands_at_a_door(page: Browser, place: Place) -> None:
    def at(what: str) -> None:
        assert page.act({"type": "door", "compartment": "2", "what": what})[0] == 200

    place.lockers.unlock(SECOND)
    assert shown(page)["doors"][1]["open"]
    at("close")
    assert not place.lockers.is_open(SECOND)
    at("jam")
    place.lockers.unlock(SECOND)
    assert not place.lockers.is_open(SECOND)
    at("free")
    at("cut")
    assert shown(page)["doors"][1]["cut"]
    place.lockers.unlock(SECOND)
    assert (place.lockers.is_open(SECOND), place.lockers.door(SECOND)) == (True, Door.UNKNOWN)
    at("mend")
    assert place.lockers.door(SECOND) is Door.OPEN
    at("close")
    at("open")
    assert place.lockers.is_open(SECOND)
    assert not place.lockers.is_open(FIRST)


def test_cards_are_shown_by_their_names(page: Browser, place: Place) -> None:
    assert page.act({"type": "card", "name": "K-2"})[0] == 200
    assert place.cards == [Card("04A2")]
    assert "04A2" not in repr(DemoCard("K-2", "04A2"))


def test_the_scanner_reads_while_it_looks(page: Browser, place: Place) -> None:
    page.act({"type": "scan", "text": "LOTSE:1"})
    place.scanner.look(True)
    assert shown(page)["scans"]
    page.act({"type": "scan", "text": "LOTSE:123456789"})
    assert place.scans == [Scan("LOTSE:123456789")]


def notification(city: DemoCity, booking: str) -> Outgoing:
    inside = {"booking": booking, "code": "123456789", "language": "de", "until": "2026-12-01T00:00", "terminal": "T-1"}
    return Outgoing("notification", {"booking": booking, "sealed": city.seal(json.dumps(inside).encode()).hex()})


def test_the_city_announces_and_writes(page: Browser, place: Place) -> None:
    status, answer = page.act({"type": "book", "document": "passport"})
    first = answer["said"]
    assert (status, first[:2]) == (200, "B-")
    second = page.act({"type": "book", "document": "certificate"})[1]["said"]
    state = shown(page)
    assert [one["pickup"] for one in state["bookings"]] == [second, first]
    assert state["bookings"][1]["proofs"][0][:2] == ["holder", "birth_date"]
    assert state["messages"] == []
    of_before = notification(DemoCity("T-1", Random(1)), first)
    events = ((1, of_before), (2, notification(place.city, first)))
    place.city.double.send(Batch(device="T-1", incarnation="x", base=0, events=events))
    (message,) = shown(page)["messages"]
    assert (message["pickup"], message["code"]) == (first, "123456789")
    assert "Ihr Abhol-Code: 123 456 789" in message["text"]
    assert "01.12.2026" in message["text"]


@pytest.mark.parametrize("lever", ["silent", "duplicates", "reordering", "replays", "forged"])
def test_the_city_can_be_wrong(page: Browser, place: Place, lever: str) -> None:
    for on in (True, False):
        assert page.act({"type": "lever", "name": lever, "on": on})[0] == 200
        assert shown(page)["levers"] == {**dict.fromkeys(place.city.levers(), False), lever: on}


@pytest.mark.parametrize(
    ("action", "status"),
    [
        ({"type": "door", "compartment": "99", "what": "open"}, 404),
        ({"type": "door", "compartment": "1", "what": "burn"}, 400),
        ({"type": "card", "name": "K-9"}, 404),
        ({"type": "book", "document": "ship"}, 404),
        ({"type": "lever", "name": "rain", "on": True}, 404),
    ],
)
def test_what_is_not_there(page: Browser, action: dict[str, Any], status: int) -> None:
    assert page.act(action)[0] == status


def test_a_page_of_a_machine_without_compartments(serve: Callable[..., Browser]) -> None:
    plain = serve()
    assert next(plain.events())["pickup"] is None
    assert plain.act({"type": "card", "name": "K-1"})[0] == 404


def test_real_devices_are_left_alone(place: Place, serve: Callable[..., Browser]) -> None:
    desk = PickupDesk(
        view=lambda: place.view,
        lockers=place.lockers,
        reader=None,
        scanner=None,
        cards=(DemoCard("K-1", "1"),),
        city=None,
    )
    page = serve(pickup=desk)
    state = shown(page)
    assert (state["cards"], state["scans"], state["bookings"], state["levers"]) == ([], None, [], {})
    for action in (
        {"type": "card", "name": "K-1"},
        {"type": "scan", "text": "x"},
        {"type": "book", "document": "passport"},
        {"type": "lever", "name": "silent", "on": True},
    ):
        assert page.act(action)[0] == 404


def test_the_bus_can_be_unplugged_and_a_board_can_die(place: Place, serve: Callable[..., Browser]) -> None:
    page = serve(devices=[LockerBus(place.lockers)])
    card = next(page.events())["devices"][0]
    assert (card["name"], set(card["faults"])) == ("locker", {"unplugged", "loses_answers", "board_0_dead"})
    page.act({"type": "fault", "device": "locker", "fault": "unplugged", "on": True})
    assert place.lockers.door(FIRST) is Door.UNKNOWN

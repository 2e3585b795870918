"""The desk over a real ledger: what staff see, and that writes happen in the ledger's own thread."""

import queue
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hardware.host.clock import FakeClock
from kiosk.bench_page import ticket_desk
from kiosk.bench_page.parts import DeskRefused
from kiosk.bench_page.ticket_desk import TicketDesk
from kiosk.ticketing.model import TicketState
from tests.kiosk.ticketing.scripted_printer import Does
from tests.kiosk.ticketing.world import MORNING, House


class Worker:
    """A thread that does one thing after the other, like the one at the printer."""

    def __init__(self) -> None:
        self.work: queue.Queue[Callable[[], None] | None] = queue.Queue()
        self.thread = threading.Thread(target=self._run)
        self.thread.start()

    def _run(self) -> None:
        while (work := self.work.get()) is not None:
            work()

    def stop(self) -> None:
        self.work.put(None)
        self.thread.join()


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    made = House(tmp_path, FakeClock(MORNING))
    yield made
    made.ledger.close()


@pytest.fixture
def worker() -> Iterator[Worker]:
    made = Worker()
    yield made
    made.stop()


def desk_of(house: House, run: Callable[[Callable[[], None]], None]) -> TicketDesk:
    return TicketDesk(
        queues=house.queues,
        issuer=house.issuer,
        ledger=house.ledger,
        clock=house.clock,
        concerns=lambda: house.concerns,
        in_ledger_thread=run,
    )


def test_queues_are_shown_in_order_with_their_people(house: House, worker: Worker) -> None:
    house.hours.shut.add("urgent")
    house.drawn_and_printed("visit-1", "car")
    desk = desk_of(house, worker.work.put)
    passport, car, urgent = desk.queues()
    assert (car.concern, car.title, car.waiting, car.rooms) == ("car", {"de": "car"}, 1, ("0.03", "0.04"))
    assert (passport.waiting, urgent.open, urgent.reason) == (0, False, "closed")


def test_calling_is_done_by_the_ledgers_thread(house: House, worker: Worker) -> None:
    ticket = house.drawn_and_printed("visit-1", "car")
    threads: list[threading.Thread] = []
    call = house.queues.call_next

    def watched(concern: str | None, room: str) -> object:
        threads.append(threading.current_thread())
        return call(concern, room)

    house.queues.call_next = watched  # type: ignore[method-assign, assignment]
    desk = desk_of(house, worker.work.put)
    assert desk.call_next("car", "0.04") == ticket.label
    assert desk.call_next("car", "0.04") is None
    assert threads == [worker.thread] * 2
    assert desk.queues()[1].last_called == ((ticket.label, "0.04"),)


@pytest.mark.parametrize(("concern", "room"), [("car", "1.07"), ("boat", "0.03")])
def test_only_a_desk_of_the_queue_calls_it(house: House, worker: Worker, concern: str, room: str) -> None:
    with pytest.raises(DeskRefused, match=f"No desk of room {room}"):
        desk_of(house, worker.work.put).call_next(concern, room)


def test_an_uncertain_paper_is_listed_and_settled(house: House, worker: Worker) -> None:
    house.printer.does = Does.DIES_HALFWAY
    ticket = house.drawn_and_printed("visit-1")
    desk = desk_of(house, worker.work.put)
    (open_ticket,) = desk.unsettled()
    assert (open_ticket.label, open_ticket.why) == (ticket.label, "maybe_on_paper")
    assert "printed" in open_ticket.choices
    desk.settle(open_ticket.ticket, "printed")
    assert desk.unsettled() == ()
    assert house.ticket(ticket).state is TicketState.PRINTED


def test_what_cannot_be_settled_is_told_in_a_sentence(house: House, worker: Worker) -> None:
    ticket = house.drawn_and_printed("visit-1")
    desk = desk_of(house, worker.work.put)
    for identity, how in ((ticket.id, "eaten"), ("unknown", "void")):
        with pytest.raises(DeskRefused, match=r"\w+ \w+ .*\."):
            desk.settle(identity, how)
    assert house.ticket(ticket).state is TicketState.PRINTED


def test_a_busy_printer_means_nothing_was_done_now_or_later(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    house.drawn_and_printed("visit-1", "car")
    monkeypatch.setattr(ticket_desk, "PATIENCE_SECONDS", 0.0)
    waiting: list[Callable[[], None]] = []
    with pytest.raises(DeskRefused, match="busy"):
        desk_of(house, waiting.append).call_next("car", "0.03")
    waiting[0]()  # the printer is free again
    assert house.queues.queue_states()["car"].waiting == 1


def test_a_fault_of_ours_is_not_hidden(house: House, worker: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_concern: str | None, _room: str) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr(house.queues, "call_next", broken)
    with pytest.raises(RuntimeError, match="a bug"):
        desk_of(house, worker.work.put).call_next("car", "0.03")

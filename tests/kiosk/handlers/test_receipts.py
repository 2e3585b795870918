"""The receipt of a collected document: on the kiosk's own printer, in the visitor's language, without a name."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.flows import pickup_events as p
from kiosk.flows.pickup_effects import PrintReceipt
from kiosk.handlers.receipts import Receipts
from tests.kiosk.handlers.scripted_custody import PASSPORT
from tests.kiosk.world import Kiosk, running

V = "visit-1"


@pytest.fixture
def kiosk(tmp_path: Path) -> Iterator[Kiosk]:
    with running(tmp_path) as one:
        yield one


def receipts(kiosk: Kiosk, told: list[p.PickupEvent]) -> Receipts:
    return Receipts(
        library=kiosk.library,
        clock=kiosk.clock,
        terminal="TERMINAL-1",
        printer=kiosk.switched,
        in_printer_thread=kiosk.worker.do,
        post=told.append,
    )


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", ("Quittung", "Reisepass", "Abgeholt: 25.11.2026, 10:42 Uhr", "Abholstation TERMINAL-1, Fach 17")),
        ("en", ("Receipt", "passport", "Collected: 25/11/2026, 10:42", "compartment 17")),
        ("ar", ("Quittung", "Reisepass")),
    ],
)
def test_what_it_says(kiosk: Kiosk, language: str, words: tuple[str, ...]) -> None:
    told: list[p.PickupEvent] = []
    receipts(kiosk, told).print(PrintReceipt(V, PASSPORT.pickup, language), PASSPORT)
    kiosk.until(lambda: bool(told))
    assert told == [p.ReceiptPrinted(V)]
    (paper,) = kiosk.printer.papers()
    for one in words:
        assert one.lower() in paper.text.lower()
    assert PASSPORT.pickup not in paper.text


def test_without_paper_the_visitor_is_told(kiosk: Kiosk) -> None:
    told: list[p.PickupEvent] = []
    kiosk.printer.set_fault("paper_out", True)
    receipts(kiosk, told).print(PrintReceipt(V, PASSPORT.pickup, "de"), PASSPORT)
    kiosk.until(lambda: bool(told))
    assert told == [p.ReceiptNotPrinted(V, "printer.paper_out")]


def test_each_is_a_paper_of_its_own(kiosk: Kiosk) -> None:
    told: list[p.PickupEvent] = []
    made = receipts(kiosk, told)
    for _ in range(2):
        made.print(PrintReceipt(V, PASSPORT.pickup, "de"), PASSPORT)
    kiosk.until(lambda: len(told) == 2)
    assert len(list(kiosk.printer.papers())) == 2

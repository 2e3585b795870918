"""The driver on a printer that speaks the wire: what is on paper, what the driver says of it, and never two papers."""

import io
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from hardware.host.clock import SystemClock
from hardware.printer.escpos import EscposPrinter
from hardware.printer.interface import Line, Logo, Outcome, Paper, PrintJob, Qr
from hardware.printer.settings import PrinterSettings
from tests.emulators.escpos_printer import EscposEmulator
from tests.hardware.printer.papers import CODE, codes_in, ticket


def settled(printer: EscposPrinter) -> None:
    """Look until the printer holds nothing; the driver waits for answers by itself, so few looks are needed."""
    for _ in range(20):
        status = printer.status()
        if status.answers and not status.holds_job:
            return
    raise AssertionError("the printer holds its job for ever")


def test_a_ticket_with_umlauts_and_code(printer: EscposPrinter, emulator: EscposEmulator) -> None:
    result = printer.print(ticket())
    assert result.outcome is Outcome.PRINTED
    assert result.status.ready
    (paper,) = emulator.papers
    assert paper.text.splitlines() == [
        "Rathaus Musterstadt",
        "A042",
        "Reisepass für",
        "Müßiggänger",
        "-" * 48,
        "Größe, Öl, Übermaß, ÄÖÜ äöü ß – „so“ kostet 5 €",
        "",
        "",
        "Nur heute",
    ]
    assert codes_in(paper.png) == [CODE]
    assert (emulator.machine.unknown, emulator.machine.too_wide, emulator.machine.strip) == ([], 0, [])


def test_the_logo_on_paper_is_the_logo(settings: PrinterSettings, emulator: EscposEmulator, tmp_path: Path) -> None:
    mark = Image.new("L", (80, 150), 255)
    mark.paste(0, (0, 0, 40, 150))
    mark.save(tmp_path / "mark.png")
    with_logo = PrinterSettings(port=settings.port, logo=tmp_path / "mark.png")
    printer = EscposPrinter(with_logo, clock=SystemClock())
    assert printer.print(PrintJob("job", (Logo(), Line("A042")))).outcome is Outcome.PRINTED
    printer.close()
    with Image.open(io.BytesIO(emulator.papers[0].png)) as paper:
        box = paper.point(lambda value: 255 - value).crop((0, 60, 640, 210)).getbbox()
    assert box == (280, 0, 320, 150), "black, in the middle, at the top"


def test_every_job_sets_the_code_page_anew(printer: EscposPrinter, emulator: EscposEmulator) -> None:
    printer.print(ticket("job-1"))
    emulator.power_off()
    emulator.power_on(noise=b"\x00\x00")
    assert printer.print(ticket("job-2")).outcome is Outcome.PRINTED
    assert emulator.papers[0].text == emulator.papers[1].text


@pytest.mark.parametrize(
    ("fault", "paper", "online"),
    [
        ("near_end", Paper.LOW, True),
        ("paper_out", Paper.OUT, False),
        ("cover_open", Paper.OK, False),
        ("offline", Paper.OK, False),
        ("cutter", Paper.OK, False),
    ],
)
def test_what_the_printer_says(
    printer: EscposPrinter, emulator: EscposEmulator, fault: str, paper: Paper, online: bool
) -> None:
    emulator.set(**{fault: True})
    status = printer.status()
    assert (status.answers, status.paper, status.online) == (True, paper, online)
    assert (status.cover_open, status.fault) == (fault == "cover_open", "cutter" if fault == "cutter" else "")
    result = printer.print(ticket())
    assert result.outcome is (Outcome.PRINTED if online else Outcome.NOT_SENT)
    emulator.set(**{fault: False})
    assert printer.print(ticket()).outcome is Outcome.PRINTED, "a job that was not sent may come again"
    assert len(emulator.papers) == 1


@pytest.mark.parametrize("rows", [1, 3, 7])
def test_paper_ends_in_mid_job(printer: EscposPrinter, emulator: EscposEmulator, rows: int) -> None:
    emulator.run_out_after(rows)
    result = printer.print(ticket())
    assert result.outcome is Outcome.UNCONFIRMED
    assert (result.status.paper, result.status.holds_job) == (Paper.OUT, True)
    assert printer.print(ticket("job-2", "A043")).outcome is Outcome.NOT_SENT, "nothing is sent behind a held job"
    assert printer.print(ticket()).outcome is Outcome.UNCONFIRMED, "and the held one not again"
    assert printer.late_results() == ()
    emulator.refill()
    emulator.wait_for(lambda: len(emulator.papers) == 1)
    assert printer.status().ready
    assert [(late.job_id, late.outcome) for late in printer.late_results()] == [("job-1", Outcome.PRINTED)]
    assert printer.late_results() == ()
    assert printer.print(ticket()).outcome is Outcome.PRINTED, "known by now, and not sent again"
    assert printer.print(ticket("job-2", "A043")).outcome is Outcome.PRINTED
    assert ["A042" in paper.text for paper in emulator.papers] == [True, False]


def test_the_cover_is_opened_in_mid_job(printer: EscposPrinter, emulator: EscposEmulator) -> None:
    emulator.run_out_after(2)
    results = []
    worker = threading.Thread(target=lambda: results.append(printer.print(ticket())))
    worker.start()
    emulator.wait_for(lambda: emulator.visible_rows == 2)
    emulator.set(cover_open=True)
    emulator.set(paper_out=False)
    worker.join()
    assert results[0].outcome is Outcome.UNCONFIRMED
    assert results[0].status.cover_open
    emulator.set(cover_open=False)
    emulator.wait_for(lambda: len(emulator.papers) == 1)
    settled(printer)
    assert [late.outcome for late in printer.late_results()] == [Outcome.PRINTED]


def test_a_power_cut_in_mid_job_loses_the_rest(printer: EscposPrinter, emulator: EscposEmulator) -> None:
    emulator.run_out_after(4)
    assert printer.print(ticket()).outcome is Outcome.UNCONFIRMED
    emulator.power_off()
    assert not printer.status().answers
    emulator.refill()
    emulator.power_on(noise=b"\x00")
    settled(printer)
    assert printer.late_results() == (), "whether it came out is not known"
    assert printer.print(ticket()).outcome is Outcome.UNCONFIRMED
    assert printer.print(ticket("job-2", "A043")).outcome is Outcome.PRINTED
    torn, whole = emulator.papers
    assert "Rathaus" in torn.text
    assert "Nur heute" not in torn.text
    assert whole.text.startswith("Rathaus Musterstadt\nA043"), "half a ticket does not hang on the next one"


def test_a_cable_pulled_after_the_job_does_not_hide_the_paper(printer: EscposPrinter, emulator: EscposEmulator) -> None:
    emulator.run_out_after(3)
    assert printer.print(ticket()).outcome is Outcome.UNCONFIRMED
    emulator.unplug()
    assert not printer.status().answers
    emulator.plug()
    status = printer.status()
    assert (status.paper, status.holds_job) == (Paper.OUT, True)
    emulator.refill()
    emulator.wait_for(lambda: "A042" in [paper.text.splitlines()[1] for paper in emulator.papers])
    settled(printer)
    assert [late.outcome for late in printer.late_results()] == [Outcome.PRINTED]
    assert sum("A042" in paper.text for paper in emulator.papers) == 1


def test_a_fence_lost_in_a_pulled_cable_is_never_taken_for_one(
    printer: EscposPrinter, emulator: EscposEmulator
) -> None:
    emulator.run_out_after(3)
    printer.print(ticket())
    emulator.unplug()
    assert not printer.status().answers
    emulator.refill()  # the paper comes, its fence goes nowhere
    emulator.plug()
    settled(printer)
    assert printer.late_results() == ()
    assert sum("A042" in paper.text for paper in emulator.papers) == 1


LENGTH = 12 + 11 + 345
"""Questions, preamble, body and fence."""
SOME = {*range(0, 24, 5), *range(22, LENGTH, 31), 271, 336}
"""The last two are in the middle of a command's length."""
ANYWHERE = [count if count in SOME else pytest.param(count, marks=pytest.mark.long) for count in range(LENGTH)]


@pytest.mark.parametrize("count", ANYWHERE)
def test_unplugged_at_any_byte(printer: EscposPrinter, emulator: EscposEmulator, count: int) -> None:
    assert printer.status().ready
    emulator.unplug_after(count)
    result = printer.print(ticket())
    if result.outcome is Outcome.NOT_SENT:
        assert emulator.visible_rows == 0
        assert not emulator.machine.papers
    emulator.unplug()
    emulator.plug()
    settled(printer)
    again = printer.print(ticket())
    assert again.outcome is (Outcome.PRINTED if result.outcome is Outcome.NOT_SENT else result.outcome)
    assert sum("A042" in paper.text for paper in emulator.papers) <= 1
    assert printer.print(ticket("job-2", "A043")).outcome is Outcome.PRINTED
    last = emulator.papers[-1]
    assert last.text.startswith("Rathaus Musterstadt\nA043"), "the next ticket is whole and alone"
    assert codes_in(last.png) == [CODE]


@pytest.mark.parametrize("place", [12, 14, 20, 60, 200, 260, 300, 330])
@pytest.mark.parametrize("byte", [None, 0x1D])
def test_a_byte_lost_or_wrong_on_the_line(
    printer: EscposPrinter, emulator: EscposEmulator, place: int, byte: int | None
) -> None:
    assert printer.status().ready
    emulator.garble({place: byte})
    result = printer.print(ticket())
    assert result.outcome in (Outcome.PRINTED, Outcome.UNCONFIRMED)
    settled(printer)
    assert printer.print(ticket("job-2", "A043")).outcome is Outcome.PRINTED
    assert sum("A043" in paper.text for paper in emulator.papers) == 1
    assert codes_in(emulator.papers[-1].png)[-1] == CODE


def test_a_printer_that_falls_silent_in_mid_job(printer: EscposPrinter, emulator: EscposEmulator) -> None:
    assert printer.status().ready
    emulator.run_out_after(2)
    results = []
    worker = threading.Thread(target=lambda: results.append(printer.print(ticket())))
    worker.start()
    emulator.wait_for(lambda: emulator.visible_rows == 2)
    emulator.set(cable_out=True)
    worker.join()
    assert (results[0].outcome, results[0].status.answers) == (Outcome.UNCONFIRMED, False)
    emulator.refill()
    emulator.set(cable_out=False)
    settled(printer)
    assert sum("A042" in paper.text for paper in emulator.papers) == 1


def test_a_printer_that_answers_no_fence_gets_nothing(printer: EscposPrinter, emulator: EscposEmulator) -> None:
    emulator.machine.fences = False
    assert printer.print(ticket()).outcome is Outcome.NOT_SENT
    assert printer.status().holds_job
    assert emulator.visible_rows == 0


def test_a_printer_that_never_answers_gets_nothing(printer: EscposPrinter, emulator: EscposEmulator) -> None:
    emulator.set(mute=True)
    for _ in range(3):
        assert printer.print(ticket()).outcome is Outcome.NOT_SENT
    emulator.set(mute=False)
    assert printer.print(ticket()).outcome is Outcome.PRINTED
    assert len(emulator.papers) == 1


def test_automatic_status_is_not_taken_for_an_answer(printer: EscposPrinter, emulator: EscposEmulator) -> None:
    assert printer.status().ready
    emulator.machine.asb = True
    emulator.set(near_end=True)
    emulator.run_out_after(3)
    assert printer.print(ticket()).outcome is Outcome.UNCONFIRMED
    assert printer.late_results() == (), "no byte of an automatic status was counted as a fence"


def test_a_job_of_an_earlier_process_is_waited_for(
    printer: EscposPrinter, settings: PrinterSettings, emulator: EscposEmulator
) -> None:
    emulator.run_out_after(3)
    printer.print(ticket())
    printer.close()
    later = EscposPrinter(settings, clock=SystemClock())
    status = later.status()
    assert (status.paper, status.holds_job) == (Paper.OUT, False), "nobody knows of a job"
    emulator.refill()
    settled(later)
    assert later.late_results() == ()
    assert later.print(ticket("job-2", "A043")).outcome is Outcome.PRINTED
    assert [paper.text.splitlines()[1] for paper in emulator.papers] == ["A042", "A043"]
    later.close()


def test_the_port_belongs_to_one_driver(
    printer: EscposPrinter, settings: PrinterSettings, emulator: EscposEmulator
) -> None:
    assert printer.status().ready
    second = EscposPrinter(settings, clock=SystemClock())
    assert not second.status().answers
    assert second.print(ticket()).outcome is Outcome.NOT_SENT
    second.close()
    assert printer.status().ready


def test_a_code_that_is_too_long_is_refused_before_anything_is_sent(
    printer: EscposPrinter, emulator: EscposEmulator
) -> None:
    with pytest.raises(ValueError, match="too many"):
        printer.print(PrintJob("job", (Qr("x" * 2400),)))
    assert not emulator.received


def test_close_ends_the_waiting(settings: PrinterSettings, emulator: EscposEmulator) -> None:
    patient = EscposPrinter(PrinterSettings(port=settings.port, print_seconds=60.0), clock=SystemClock())
    assert patient.status().ready
    emulator.set(mute=False)
    results = []
    emulator.garble({12 + 9 + 342: None, 12 + 9 + 343: None, 12 + 9 + 344: None})
    emulator.run_out_after(1)
    worker = threading.Thread(target=lambda: results.append(patient.print(ticket())))
    worker.start()
    emulator.wait_for(lambda: emulator.visible_rows == 1)
    patient.close()
    worker.join(10)
    assert results[0].outcome is Outcome.UNCONFIRMED
    assert not patient.status().answers


@pytest.fixture
def descriptors() -> Iterator[None]:
    """None is left open."""
    before = len(list(Path("/proc/self/fd").iterdir()))
    yield
    assert len(list(Path("/proc/self/fd").iterdir())) == before


def test_many_losses_leave_no_descriptor_open(
    descriptors: None, printer: EscposPrinter, emulator: EscposEmulator
) -> None:
    for _ in range(5):
        assert printer.status().answers
        emulator.unplug()
        assert not printer.status().answers
        emulator.plug()
    assert printer.status().ready
    printer.close()
    emulator.close()

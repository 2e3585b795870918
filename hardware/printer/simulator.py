"""A printer without a printer: draws its paper, and can be broken and mended by hand. Not responsible for any wire."""

import threading
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cached_property
from pathlib import Path

from hardware.host.clock import Clock
from hardware.printer.interface import JobResult, Outcome, Paper, PrinterStatus, PrintJob
from hardware.printer.settings import PrinterSettings
from hardware.printer.typesetting import Row, TextRow, lay_out

FAULTS = (
    "paper_low",
    "paper_out",
    "paper_out_mid_job",
    "cover_open",
    "cutter",
    "offline",
    "unplugged",
    "power_off",
    "dies_mid_job",
)
"""What can be wrong. The two `..._mid_job` wait for the next job and become `paper_out` and `power_off` then."""
KEEPS_SILENT = ("unplugged", "power_off")


class SimulatedPaper:
    """A piece of paper that came out."""

    def __init__(
        self, job_id: str, at: datetime, rows: Sequence[Row], settings: PrinterSettings, *, torn: bool = False
    ) -> None:
        self.job_id, self.at, self.rows, self.torn = job_id, at, tuple(rows), torn
        self._settings = settings

    @property
    def text(self) -> str:
        """Its words, line by line."""
        return "\n".join(row.text for row in self.rows if isinstance(row, TextRow))

    @cached_property
    def png(self) -> bytes:
        """Its picture, drawn when somebody looks."""
        from hardware.printer.rendering import png  # imaging libraries are needed only where somebody looks

        return png(self.rows, self._settings, torn=self.torn)


class SimulatedPrinter:
    """`Printer`, and the bench page's `SimulatedDevice`. Its own methods come from one thread, the page's from any."""

    def __init__(self, settings: PrinterSettings, *, clock: Clock, folder: Path | None = None) -> None:
        """:param folder: where pictures are written as `JOB.png`; None: kept in memory only."""
        self.name = "printer"
        self._settings, self._clock, self._folder = settings, clock, folder
        self._lock, self._closed = threading.RLock(), threading.Event()
        self._faults = dict.fromkeys(FAULTS, False)
        self._papers: list[SimulatedPaper] = []
        self._taken: dict[str, Outcome] = {}
        self._held: tuple[PrintJob, tuple[Row, ...]] | None = None
        self._late: list[JobResult] = []

    # --- Printer -------------------------------------------------------------------------------------------------

    def status(self) -> PrinterStatus:
        """As a printer in this state would answer."""
        with self._lock:
            is_on = self._faults
            holds = self._held is not None
            if any(is_on[name] for name in KEEPS_SILENT):
                return PrinterStatus(answers=False, holds_job=holds)
            stopped = is_on["paper_out"] or is_on["cover_open"] or is_on["cutter"] or is_on["offline"]
            return PrinterStatus(
                answers=True,
                online=not stopped,
                paper=Paper.OUT if is_on["paper_out"] else Paper.LOW if is_on["paper_low"] else Paper.OK,
                cover_open=is_on["cover_open"],
                fault="cutter" if is_on["cutter"] else "",
                holds_job=holds,
            )

    def print(self, job: PrintJob) -> JobResult:
        """Draw the paper, unless something is wrong."""
        rows = lay_out(job, self._settings)
        status = self.status()
        with self._lock:
            if job.job_id in self._taken:
                return JobResult(job.job_id, self._taken[job.job_id], status)
        if not status.ready:
            return JobResult(job.job_id, Outcome.NOT_SENT, status)
        self._closed.wait(self._settings.simulated_seconds)
        with self._lock:
            outcome = self._taken[job.job_id] = self._work(job, rows)
            return JobResult(job.job_id, outcome, self.status())

    def late_results(self) -> tuple[JobResult, ...]:
        """Each once."""
        with self._lock:
            late, self._late = tuple(self._late), []
            return late

    def close(self) -> None:
        """Prints no slower than the process ends."""
        self._closed.set()

    def _work(self, job: PrintJob, rows: tuple[Row, ...]) -> Outcome:
        if self._faults["dies_mid_job"]:
            self._faults.update(dies_mid_job=False, power_off=True)
            self._cut(job.job_id, rows[: len(rows) // 2], torn=True)
            return Outcome.UNCONFIRMED
        if self._faults["paper_out_mid_job"]:
            self._faults.update(paper_out_mid_job=False, paper_out=True)
        self._held = (job, rows)
        self._release()
        return self._taken.get(job.job_id, Outcome.UNCONFIRMED)

    def _release(self) -> None:
        """What is held comes out if it can; a fence is heard only through a cable."""
        is_on = self._faults
        stopped = ("paper_out", "cover_open", "cutter", "offline", "power_off")
        if self._held is None or any(is_on[name] for name in stopped):
            return
        (job, rows), self._held = self._held, None
        self._cut(job.job_id, rows)
        if not is_on["unplugged"]:
            if job.job_id in self._taken:
                self._late.append(JobResult(job.job_id, Outcome.PRINTED, self.status()))
            self._taken[job.job_id] = Outcome.PRINTED

    def _cut(self, job_id: str, rows: tuple[Row, ...], *, torn: bool = False) -> None:
        paper = SimulatedPaper(job_id, self._clock.now(), rows, self._settings, torn=torn)
        self._papers.append(paper)
        if self._folder is not None:
            self._folder.mkdir(parents=True, exist_ok=True)
            (self._folder / f"{job_id}.png").write_bytes(paper.png)

    # --- the bench page's hands ----------------------------------------------------------------------------------

    def faults(self) -> Mapping[str, bool]:
        """Everything that can be wrong, and whether it is."""
        with self._lock:
            return dict(self._faults)

    def set_fault(self, name: str, on: bool) -> None:
        """Break it, or mend it; what it held comes out then.

        :raises KeyError: no such fault.
        """
        with self._lock:
            if name not in self._faults:
                raise KeyError(name)
            self._faults[name] = on
            if name == "power_off" and on:
                self._held = None
            self._release()

    def refill(self) -> None:
        """A new roll."""
        with self._lock:
            self._faults.update(paper_out=False, paper_low=False, paper_out_mid_job=False)
            self._release()

    def papers(self) -> Sequence[SimulatedPaper]:
        """All that came out, oldest first."""
        with self._lock:
            return tuple(self._papers)

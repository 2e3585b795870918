"""A printer that does what it is told. What paper came out stands in a folder: the world outlives the process."""

import os
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from hardware.printer.interface import JobResult, Outcome, Paper, PrinterStatus, PrintJob


class Does(StrEnum):
    """What the device does with the next jobs."""

    WORKS = "works"
    HAS_NO_PAPER = "has_no_paper"
    """Found before a byte was sent."""
    DOES_NOT_ANSWER = "does_not_answer"
    RUNS_OUT = "runs_out"
    """In mid-job: the job is held and comes out with new paper, and the fence with it."""
    DIES_HALFWAY = "dies_halfway"
    """Power cut in mid-job: half a paper, no fence ever."""
    LOSES_JOB = "loses_job"
    """Power cut before the first line: no paper, no fence ever."""
    LOSES_FENCE = "loses_fence"
    """Cable pulled after the last byte: the paper comes, the fence does not."""
    FAULTY_DRIVER = "faulty_driver"
    """The paper comes, the driver raises."""
    REFUSES_JOB = "refuses_job"
    """The driver raises ValueError."""


class PrinterStep(StrEnum):
    """Where the process can die inside a job."""

    BEFORE_BYTES = "before_bytes"
    HALF_THE_BYTES = "half_the_bytes"
    ALL_BYTES = "all_bytes"
    FENCE_READ = "fence_read"


class ScriptedPrinter:
    """`Printer`, with a script."""

    def __init__(self, folder: Path, step: Callable[[PrinterStep], None] = lambda _: None) -> None:
        self._folder, self._step = folder, step
        folder.mkdir(parents=True, exist_ok=True)
        self.does = Does.WORKS
        self.asked = 0
        self._late: list[JobResult] = []

    # --- the world ---------------------------------------------------------------------------------------------------

    @property
    def papers(self) -> list[str]:
        """Job ids of all pieces of paper, half ones too, in the order they came."""
        return self._lines("paper")

    def held(self) -> list[str]:
        """Jobs in the device's own buffer."""
        gone = self._lines("gone")
        return [job for job in self._lines("held") if job not in gone]

    def refill(self) -> None:
        """New paper: what is held comes out, and its fences are heard by whoever listens."""
        self.does = Does.WORKS
        for job in self.held():
            self._write("gone", job)
            self._write("paper", job)
            self._late.append(JobResult(job, Outcome.PRINTED, self.status()))

    def report(self, job: str) -> None:
        """Say later that a job came out."""
        self._late.append(JobResult(job, Outcome.PRINTED, self.status()))

    def power_cycle(self) -> None:
        """The buffer is empty, nothing comes of it."""
        self.does = Does.WORKS
        for job in self.held():
            self._write("gone", job)

    def _lines(self, name: str) -> list[str]:
        path = self._folder / name
        return path.read_text().split() if path.exists() else []

    def _write(self, name: str, job: str) -> None:
        with (self._folder / name).open("a") as file:
            file.write(f"{job}\n")
            file.flush()
            os.fsync(file.fileno())

    # --- Printer -----------------------------------------------------------------------------------------------------

    def status(self) -> PrinterStatus:
        """As a device in that state answers."""
        self.asked += 1
        empty = self.does in (Does.HAS_NO_PAPER, Does.RUNS_OUT)
        return PrinterStatus(
            answers=self.does is not Does.DOES_NOT_ANSWER,
            online=self.does is not Does.DOES_NOT_ANSWER and not empty,
            paper=Paper.OUT if empty else Paper.OK,
            holds_job=bool(self.held()),
        )

    def print(self, job: PrintJob) -> JobResult:
        """By the script."""
        self._step(PrinterStep.BEFORE_BYTES)
        if self.does in (Does.HAS_NO_PAPER, Does.DOES_NOT_ANSWER) or self.held():
            return JobResult(job.job_id, Outcome.NOT_SENT, self.status())
        if self.does is Does.REFUSES_JOB:
            raise ValueError("the QR code is too long")
        self._bytes_leave(job.job_id)
        if self.does is Does.FAULTY_DRIVER:
            raise RuntimeError("index out of range")
        outcome = Outcome.PRINTED if self.does is Does.WORKS else Outcome.UNCONFIRMED
        self._step(PrinterStep.FENCE_READ)
        return JobResult(job.job_id, outcome, self.status())

    def _bytes_leave(self, job: str) -> None:
        if self.does is Does.RUNS_OUT:
            self._write("held", job)
        elif self.does is not Does.LOSES_JOB:
            self._write("paper", job)
        self._step(PrinterStep.HALF_THE_BYTES)
        self._step(PrinterStep.ALL_BYTES)

    def late_results(self) -> tuple[JobResult, ...]:
        """Each once."""
        late, self._late = tuple(self._late), []
        return late

    def close(self) -> None:
        """Nothing to release."""

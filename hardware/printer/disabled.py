"""No printer: for kiosks that only show numbers. Everything stays unsent, nothing is ever on paper."""

from hardware.host.clock import Clock
from hardware.printer.interface import JobResult, Outcome, PrinterStatus, PrintJob
from hardware.printer.settings import PrinterSettings

ABSENT = PrinterStatus(answers=False)


class DisabledPrinter:
    """`Printer` where there is none."""

    def __init__(self, settings: PrinterSettings, *, clock: Clock) -> None:
        """Takes what every driver takes, and needs none of it."""

    def status(self) -> PrinterStatus:
        """Does not answer."""
        return ABSENT

    def print(self, job: PrintJob) -> JobResult:
        """Not sent."""
        return JobResult(job.job_id, Outcome.NOT_SENT, ABSENT)

    def late_results(self) -> tuple[JobResult, ...]:
        """None."""
        return ()

    def close(self) -> None:
        """Nothing to release."""

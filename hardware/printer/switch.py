"""A printer that staff can take out of service: it rests, and says so. Not responsible for remembering it."""

from hardware.printer.interface import JobResult, Outcome, Printer, PrinterStatus, PrintJob

RESTING = "out_of_service"
"""The fault it reports while it rests."""


class SwitchedPrinter:
    """`Printer` over another one."""

    def __init__(self, printer: Printer, *, resting: bool) -> None:
        """:param resting: whether it is out of service at the start."""
        self._printer = printer
        self.resting = resting
        """May be set from any thread; a job under way comes to its end."""

    def status(self) -> PrinterStatus:
        """That of the printer, with a fault while it rests."""
        status = self._printer.status()
        if not self.resting:
            return status
        return PrinterStatus(answers=True, paper=status.paper, fault=RESTING, holds_job=status.holds_job)

    def print(self, job: PrintJob) -> JobResult:
        """Nothing is sent while it rests."""
        if self.resting:
            return JobResult(job.job_id, Outcome.NOT_SENT, self.status())
        return self._printer.print(job)

    def late_results(self) -> tuple[JobResult, ...]:
        """A ticket from before may still come out."""
        return self._printer.late_results()

    def close(self) -> None:
        """Release the port."""
        self._printer.close()

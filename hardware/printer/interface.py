"""What every ticket printer can do, and what a job consists of. Knows no wire and no ticket."""

from enum import StrEnum
from typing import Literal, Protocol

from msgspec import Struct


class Line(Struct, frozen=True, tag="line"):
    """One paragraph; the driver wraps it at the paper's width, at blanks and hyphens."""

    text: str
    size: Literal[1, 2, 3, 4, 6, 8] = 1
    """Times the height and width of the printer's font A (24 x 12 dots)."""
    bold: bool = False
    align: Literal["left", "center"] = "left"


class Qr(Struct, frozen=True, tag="qr"):
    """A QR code drawn by the printer itself (`GS ( k`)."""

    data: str
    module: int = 6
    """Dots per module, 3 to 8."""


class Rule(Struct, frozen=True, tag="rule"):
    """A line across the paper."""


class Space(Struct, frozen=True, tag="space"):
    """Empty lines."""

    lines: int = 1


class Logo(Struct, frozen=True, tag="logo"):
    """The town's mark, from the driver's settings; nothing where none is set."""


Block = Line | Qr | Rule | Space | Logo


class PrintJob(Struct, frozen=True):
    """One piece of paper: blocks from top to bottom; the driver adds feed and cut."""

    job_id: str
    """The ticket's own id; the driver puts it into its journal and refuses a job it has already taken."""
    blocks: tuple[Block, ...]


class Paper(StrEnum):
    """What the paper sensors say."""

    OK = "ok"
    LOW = "low"
    OUT = "out"
    UNKNOWN = "unknown"


class PrinterStatus(Struct, frozen=True, kw_only=True):
    """What the printer answered when it was asked."""

    answers: bool
    """False: no valid answer within the deadline (unplugged, switched off, no cable)."""
    online: bool = False
    paper: Paper = Paper.UNKNOWN
    cover_open: bool = False
    fault: str = ""
    """Stable code of an error the printer reports: "cutter", "unrecoverable", "recoverable"; "" = none."""
    holds_job: bool = False
    """True: a job was sent whose fence has not come back; its paper may still come out."""

    @property
    def ready(self) -> bool:
        """Whether a job may be sent now."""
        return (
            self.answers
            and self.online
            and self.paper in (Paper.OK, Paper.LOW)
            and not (self.cover_open or self.fault or self.holds_job)
        )


class Outcome(StrEnum):
    """What is known about a job."""

    PRINTED = "printed"
    """The fence came back: every byte before it is on paper."""
    NOT_SENT = "not_sent"
    """No byte of the job left the computer: no paper can come of it, it may be sent again."""
    UNCONFIRMED = "unconfirmed"
    """Bytes left, no fence: paper may have come, may come later, may be half. Never send this job again by yourself."""


class JobResult(Struct, frozen=True):
    """How a job ended, with the status seen last."""

    job_id: str
    outcome: Outcome
    status: PrinterStatus


class Printer(Protocol):
    """A ticket printer. Calls block up to their deadline and come from one worker thread; `close` may come from any."""

    def status(self) -> PrinterStatus:
        """Ask the device now. Never raises: a printer that cannot be reached is a status (`answers=False`)."""
        ...

    def print(self, job: PrintJob) -> JobResult:
        """Check, send, and wait for the fence. Never raises for a device's trouble; see `Outcome`.

        :raises ValueError: the job itself is wrong (a QR code too long for the printer).
        """
        ...

    def late_results(self) -> tuple[JobResult, ...]:
        """Unconfirmed jobs that the device itself has settled since (a late fence after new paper)."""
        ...

    def close(self) -> None:
        """Release the port."""
        ...

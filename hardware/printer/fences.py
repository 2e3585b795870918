"""Which answers a printer still owes for the job it may hold, and what their number says. Pure: no port, no clock.

A fence (GS r 1) is answered in turn, so behind a job its answer means that the job is on paper. Where contact was lost
in between, a second fence (a probe) tells the cases apart: two answers, the job was printed; one, the printer has
nothing left, and whether the job came out is not known.
"""

from enum import StrEnum

FILLINGS = 8
"""Attempts to fill up a torn command after contact was lost: a printer without paper keeps what it is sent."""
MOST_FILLER = 16384
"""Bytes."""


class Verdict(StrEnum):
    """What is known about the held job."""

    OPEN = "open"
    """The printer may still print it."""
    PRINTED = "printed"
    GONE = "gone"
    """The printer holds nothing any more; the paper may have come or not."""


class Fences:
    """At most one job is held: nothing is sent before it is settled."""

    def __init__(self) -> None:
        self.job: str | None = None
        self.whole = False
        """All bytes and the fence behind them were handed over."""
        self.doubtful = False
        """Contact was lost, or the fence is overdue: a probe is needed."""
        self.probes = 0
        self._came = 0
        self._filler = 0
        self._fillings_left = 0

    def begin(self, job: str, filler: int) -> None:
        """The first bytes that can become visible are about to leave.

        :param filler: bytes that end any command of this job that is cut short.
        """
        self.job, self._filler = job, filler
        self._fillings_left = 0
        self.whole = self.doubtful = False
        self.probes = self._came = 0

    def complete(self) -> None:
        """The whole job and its fence were handed over."""
        self.whole = True

    def contact_lost(self) -> None:
        """The port was lost, or the printer does not answer."""
        if self.job is not None:
            self.doubtful, self._fillings_left = True, self._fillings_left or FILLINGS

    def contact_found(self) -> None:
        """It answers."""
        self._fillings_left = 0

    def filler_before_question(self) -> int:
        """Bytes to send before the next question: one that lands in the length of a torn command makes it endless."""
        if not self._fillings_left:
            return 0
        self._fillings_left -= 1
        return self._filler

    def filler_before_probe(self) -> int:
        """Bytes to send before the next probe: more each time, where bytes were lost on the line unnoticed."""
        return int(min(MOST_FILLER, self._filler * 8**self.probes))

    def probed(self) -> None:
        """Another fence was sent, behind the job."""
        self.probes += 1

    def came(self, answers: int) -> None:
        """Fences were answered; without a job they are of an earlier process and say nothing."""
        if self.job is not None:
            self._came += answers

    @property
    def owed(self) -> int:
        """Answers that would say the job is on paper."""
        return self.probes + (1 if self.whole else 0)

    @property
    def answered(self) -> bool:
        """Something came."""
        return self._came > 0

    def verdict(self, *, quiet_and_ready: bool) -> Verdict:
        """:param quiet_and_ready: no answer for a while, and the printer says that it could print."""
        if self.job is not None and self.whole and self._came >= self.owed:
            return Verdict.PRINTED
        if quiet_and_ready and self.probes and self._came:
            return Verdict.GONE
        return Verdict.OPEN

    def clear(self) -> None:
        """The job is settled."""
        self.job = None
        self.whole = self.doubtful = False
        self.probes = self._came = self._filler = self._fillings_left = 0

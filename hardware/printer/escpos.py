"""A real ESC/POS printer: asks it, sends a job once, waits until it says that the paper is out.

Not responsible for numbers, nor for trying again: a job whose bytes may have left is never sent a second time, by
nobody and for no reason (docs/adr/0003). What the printer settles later by itself is told by `late_results`.
"""

import logging
import threading
import time
from collections import OrderedDict

import msgspec

from hardware.errors import HardwareError
from hardware.host.clock import Clock
from hardware.printer.commands import Commands, commands, filler_bytes
from hardware.printer.conversation import SILENT, Conversation
from hardware.printer.fences import Fences, Verdict
from hardware.printer.interface import JobResult, Outcome, PrinterStatus, PrintJob
from hardware.printer.protocol import CUT_OFF, FENCE, FILLER, RESET
from hardware.printer.settings import PrinterSettings
from hardware.printer.typesetting import lay_out
from hardware.transport.interface import Wire
from hardware.transport.opening import Reopener, wire_for

log = logging.getLogger(__name__)

LOOK_SECONDS = 0.5
"""How often the printer is asked while a fence is awaited, so that nobody waits in vain for a printer without paper."""
BAD_LOOKS = 2
"""So many bad answers in a row end the waiting; one alone may be a passing state."""
PROBE_SECONDS = 1.0
"""How long an answer to a probe is awaited at once; later ones are heard at the next look."""
BETWEEN_FENCES_SECONDS = 0.3
"""Two fences one behind the other are answered within this time."""
PROBE_AGAIN_SECONDS = 20.0
"""A printer that is ready and owes an answer for so long is probed again."""
EARLIER = ""
"""Stands for a job of an earlier process, which the printer may still hold when this one begins."""
EARLIER_FILLER = 256
"""Bytes; its longest command is not known, and a ticket's code is shorter."""
JOBS_KEPT = 1024
"""Jobs that were sent, remembered so that none is sent twice."""
CLOSE_SECONDS = 3.0


class EscposPrinter:
    """`Printer` on a serial line, in the network or on USB."""

    def __init__(self, settings: PrinterSettings, *, clock: Clock, wire: Wire | None = None) -> None:
        """Opens nothing yet.

        :param wire: instead of the one that the settings name.
        """
        self._settings, self._clock = settings, clock
        wire = wire or wire_for(
            settings.port, baud=settings.baud, write_seconds=settings.write_seconds, flow=settings.flow
        )
        reopener = Reopener(wire, clock, longest_seconds=settings.reopen_seconds)
        self._talk = Conversation(wire, reopener, answer_seconds=settings.answer_seconds)
        self._fences, self._fenced_at = Fences(), clock.monotonic()
        self._fences.begin(EARLIER, EARLIER_FILLER)
        self._fences.contact_lost()
        self._sent: OrderedDict[str, Outcome] = OrderedDict()
        self._late: list[JobResult] = []
        self._lock, self._closed = threading.Lock(), threading.Event()

    # --- Printer -------------------------------------------------------------------------------------------------

    def status(self) -> PrinterStatus:
        """Ask now; settles a held job where the printer's answers allow it."""
        with self._lock:
            return self._look()

    def print(self, job: PrintJob) -> JobResult:
        """See `Printer`."""
        rows = lay_out(job, self._settings)
        made = commands(rows, self._settings)
        with self._lock:
            status = self._look()
            if job.job_id in self._sent:
                log.warning("job %s was sent before and is not sent again", job.job_id)
                return JobResult(job.job_id, self._sent[job.job_id], status)
            if not status.ready:
                return JobResult(job.job_id, Outcome.NOT_SENT, status)
            return self._send(job.job_id, made, filler_bytes(rows, self._settings))

    def late_results(self) -> tuple[JobResult, ...]:
        """Each once; found by `status`, which asks and listens."""
        with self._lock:
            late, self._late = tuple(self._late), []
            return late

    def close(self) -> None:
        """End what is waited for and release the port."""
        self._closed.set()
        owned = self._lock.acquire(timeout=CLOSE_SECONDS)
        try:
            self._talk.close()
        finally:
            if owned:
                self._lock.release()

    # --- a job ---------------------------------------------------------------------------------------------------

    def _send(self, job_id: str, made: Commands, filler: int) -> JobResult:
        try:
            self._talk.send(made.preamble)
        except HardwareError as fault:
            log.warning("job %s: nothing of it was sent (%s)", job_id, fault.code)
            return JobResult(job_id, Outcome.NOT_SENT, SILENT)
        self._remember(job_id, Outcome.UNCONFIRMED)
        self._fences.begin(job_id, filler)
        self._fenced_at = self._clock.monotonic()
        try:
            self._talk.send(made.body + FENCE)
            self._fences.complete()
            status = self._awaited()
        except HardwareError as fault:
            log.warning("job %s: the printer was lost (%s)", job_id, fault.code)
            self._fences.contact_lost()
            status = SILENT
        if self._fences.verdict(quiet_and_ready=False) is Verdict.PRINTED:
            self._remember(job_id, Outcome.PRINTED)
            self._fences.clear()
        else:
            log.warning("job %s: sent, not confirmed", job_id)
        return JobResult(job_id, self._sent[job_id], self._with_hold(status))

    def _awaited(self) -> PrinterStatus:
        """Wait for the fence; ends early where the printer says that none will come now.

        :raises HardwareError: the port was lost.
        """
        begun = time.monotonic()
        bad, next_look = 0, begun + LOOK_SECONDS
        while time.monotonic() - begun < self._settings.print_seconds and not self._closed.is_set():
            self._talk.listen(next_look - time.monotonic())
            self._count()
            if self._printed():
                return self._ask()
            if time.monotonic() < next_look:
                continue
            status = self._ask()
            if self._printed():
                return status
            bad = 0 if _could_print(status) else bad + 1
            if bad == BAD_LOOKS:
                return status
            next_look = time.monotonic() + LOOK_SECONDS
        self._fences.doubtful = True
        return self._ask()

    def _remember(self, job_id: str, outcome: Outcome) -> None:
        self._sent[job_id] = outcome
        while len(self._sent) > JOBS_KEPT:
            self._sent.popitem(last=False)

    # --- the printer's state, and a job that it may hold ---------------------------------------------------------

    def _look(self) -> PrinterStatus:
        status = self._ask()
        if self._fences.job is not None:
            status = self._settle(status)
        return self._with_hold(status)

    def _ask(self) -> PrinterStatus:
        if self._closed.is_set():
            return SILENT
        status = self._talk.ask(FILLER * self._fences.filler_before_question())
        self._count()
        if status.answers:
            self._fences.contact_found()
        else:
            self._fences.contact_lost()
        return status

    def _count(self) -> None:
        self._fences.came(self._talk.take_fences())

    def _printed(self) -> bool:
        return self._fences.verdict(quiet_and_ready=False) is Verdict.PRINTED

    def _settle(self, status: PrinterStatus) -> PrinterStatus:
        """Find out what became of the held job, without printing anything."""
        if not self._printed() and _could_print(status):
            try:
                self._probe()
            except HardwareError:
                self._fences.contact_lost()
                return SILENT
            status = self._ask()
        verdict = self._fences.verdict(quiet_and_ready=_could_print(status))
        job = self._fences.job
        if verdict is Verdict.OPEN or job is None:
            return status
        self._fences.clear()
        if verdict is Verdict.PRINTED:
            log.info("job %s: on paper, told late", job)
            self._remember(job, Outcome.PRINTED)
            self._late.append(JobResult(job, Outcome.PRINTED, status))
        elif job != EARLIER:
            log.warning("job %s: the printer holds it no more; whether it came out is not known", job)
        return status

    def _probe(self) -> None:
        """Send another fence if it is time for one, and hear what comes.

        What a lost connection may have left unfinished is ended first, once: filler completes a command that was cut
        short, and half a ticket is cut off, so that it does not hang on the next visitor's. If the ticket was whole, an
        empty stub of paper comes.
        """
        now = self._clock.monotonic()
        if (self._fences.doubtful and not self._fences.probes) or now - self._fenced_at >= PROBE_AGAIN_SECONDS:
            cut_off = b"" if self._fences.probes or self._fences.job == EARLIER else RESET + CUT_OFF
            filler = FILLER * self._fences.filler_before_probe()
            self._fences.probed()
            self._fenced_at = now
            self._talk.send(filler + cut_off + FENCE)
        if not self._fences.probes:
            return
        deadline = time.monotonic() + PROBE_SECONDS
        while time.monotonic() < deadline and not self._printed() and not self._closed.is_set():
            self._talk.listen(deadline - time.monotonic())
            self._count()
            if self._fences.answered:
                deadline = min(deadline, time.monotonic() + BETWEEN_FENCES_SECONDS)

    def _with_hold(self, status: PrinterStatus) -> PrinterStatus:
        """A job of an earlier process counts only once the printer could print it: before, nobody knows of any."""
        job = self._fences.job
        holds = job is not None and (job != EARLIER or _could_print(status))
        return msgspec.structs.replace(status, holds_job=holds)


def _could_print(status: PrinterStatus) -> bool:
    return msgspec.structs.replace(status, holds_job=False).ready

"""Questions and answers between the computer and an ESC/POS printer. Not responsible for jobs and their outcome."""

import logging
import time

from hardware.errors import HardwareError
from hardware.host.journal import Changes
from hardware.printer.interface import Paper, PrinterStatus
from hardware.printer.protocol import (
    Answers,
    Question,
    Sorter,
    error_byte,
    offline_byte,
    paper_byte,
    printer_byte,
    question,
)
from hardware.transport.interface import Wire
from hardware.transport.opening import Reopener

log = logging.getLogger(__name__)

SILENT = PrinterStatus(answers=False)
QUESTIONS: tuple[Question, ...] = (1, 2, 3, 4)
QUIET_SECONDS = 0.05
"""So long nothing comes before a line counts as quiet."""
NOISY_SECONDS = 0.5
"""Longest wait for a line to become quiet."""
ROUNDS = 2
"""Attempts at a full set of answers; asking changes nothing, so it may be repeated."""
SILENT_ROUNDS = 2
"""After so many rounds without an answer the wire is opened anew (a network connection may be half open)."""


class _TooMany(Exception):
    """Two answers to one question: one of them belongs to an earlier question."""


class Conversation:
    """Owns the wire. Used from one thread."""

    def __init__(self, wire: Wire, reopener: Reopener, *, answer_seconds: float) -> None:
        self._wire, self._reopener, self._answer_seconds = wire, reopener, answer_seconds
        self._sorter, self._changes = Sorter(), Changes(log)
        self._fences = 0
        self._silent_rounds = 0

    def ask(self, first: bytes = b"") -> PrinterStatus:
        """The printer's state now, all but `holds_job`. Never raises.

        :param first: sent before the questions.
        """
        try:
            status = self._asked(first)
        except HardwareError as fault:
            self._changes.note("printer's port", fault.code, logging.WARNING)
            self._fences = 0
            return SILENT
        self._changes.note("printer's port", "answers" if status.answers else "silent")
        self._silent_rounds = 0 if status.answers else self._silent_rounds + 1
        if self._silent_rounds == SILENT_ROUNDS:
            self._wire.close()
        return status

    def send(self, data: bytes) -> None:
        """Hand over.

        :raises HardwareError: a part of it may have left.
        """
        self._wire.write(data)

    def listen(self, seconds: float) -> None:
        """Take in what comes; returns with the first bytes, or after `seconds`.

        :raises HardwareError: the port was lost.
        """
        self._heard(seconds)

    def take_fences(self) -> int:
        """Answered fences since the last call."""
        count, self._fences = self._fences, 0
        return count

    def close(self) -> None:
        """Let go of the wire."""
        self._wire.close()

    def _asked(self, first: bytes) -> PrinterStatus:
        if self._reopener.open() or self._silent_rounds:
            self._drop_what_is_old()
        else:
            while self._heard(0.0) is not None:
                continue
        if first:
            self._wire.write(first)
        for _ in range(ROUNDS):
            try:
                answers = [self._answer(which) for which in QUESTIONS]
            except _TooMany:
                self._wait_for_quiet()
                continue
            except TimeoutError:
                return SILENT
            return _status(*answers)
        return SILENT

    def _answer(self, which: Question) -> int:
        """:raises TimeoutError: none came."""
        self._wire.write(question(which))
        deadline = time.monotonic() + self._answer_seconds
        while True:
            answers = self._heard(deadline - time.monotonic())
            if answers is not None and len(answers.statuses) > 1:
                raise _TooMany
            if answers is not None and answers.statuses:
                return answers.statuses[0]
            if time.monotonic() >= deadline:
                raise TimeoutError

    def _heard(self, seconds: float) -> Answers | None:
        came = self._wire.read(max(0.0, seconds))
        if not came:
            return None
        answers = self._sorter.sort(came)
        self._fences += answers.fences
        return answers

    def _wait_for_quiet(self) -> None:
        deadline = time.monotonic() + NOISY_SECONDS
        while self._heard(QUIET_SECONDS) is not None and time.monotonic() < deadline:
            continue

    def _drop_what_is_old(self) -> None:
        """A printer that is switched on makes noise on the line, and it may look like a fence."""
        fences = self._fences
        self._wait_for_quiet()
        self._fences = fences
        self._sorter.forget()


def _status(first: int, second: int, third: int, fourth: int) -> PrinterStatus:
    offline = offline_byte(second)
    paper = Paper.OUT if offline.stopped_by_paper_end else paper_byte(fourth).paper
    return PrinterStatus(
        answers=True,
        online=not printer_byte(first).offline,
        paper=paper,
        cover_open=offline.cover_open,
        fault=error_byte(third).fault or ("recoverable" if offline.error else ""),
    )

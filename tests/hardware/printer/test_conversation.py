"""Questions and answers on a wire that answers late, twice, or with noise."""

from collections import deque
from datetime import UTC, datetime

from hardware.host.clock import FakeClock
from hardware.printer.conversation import Conversation
from hardware.printer.interface import Paper
from hardware.transport.opening import Reopener

FINE = b"\x12"


class Script:
    """A wire whose answers to each question are written down before."""

    def __init__(self, *answers: bytes) -> None:
        self.is_open = False
        self.answers, self.waiting = deque(answers), bytearray()
        self.asked = 0
        self.closed = 0

    def open(self) -> None:
        self.is_open = True

    def write(self, data: bytes) -> None:
        self.asked += 1
        self.waiting += self.answers.popleft() if self.answers else b""

    def read(self, seconds: float) -> bytes:
        came, self.waiting = bytes(self.waiting), bytearray()
        return came

    def close(self) -> None:
        self.is_open = False
        self.closed += 1


def conversation(wire: Script) -> Conversation:
    """With a deadline that is over soon."""
    clock = FakeClock(datetime(2026, 11, 24, tzinfo=UTC))
    return Conversation(wire, Reopener(wire, clock, longest_seconds=1.0), answer_seconds=0.01)


def test_four_questions_make_a_state() -> None:
    status = conversation(Script(b"\x1a", b"\x32", FINE, b"\x7e")).ask()
    assert (status.answers, status.online, status.paper) == (True, False, Paper.OUT)


def test_no_answer_to_one_question_is_no_answer() -> None:
    wire = Script(FINE, FINE, b"", FINE)
    assert not conversation(wire).ask().answers
    assert wire.asked == 3, "an answer to the fourth could be a late one to the third"


def test_a_late_answer_is_not_taken_for_the_next_one() -> None:
    wire = Script(b"", FINE, FINE, FINE, FINE)
    talk = conversation(wire)
    assert not talk.ask().answers
    wire.waiting += b"\x1a"  # comes when nobody waits for it any more
    status = talk.ask()
    assert (status.answers, status.online) == (True, True)


def test_two_answers_to_one_question_are_asked_again() -> None:
    wire = Script(FINE, b"\x1a\x12", FINE, b"\x16", FINE, FINE)
    status = conversation(wire).ask()
    assert (status.answers, status.online, status.cover_open) == (True, True, True)
    assert wire.asked == 6


def test_a_printer_that_always_answers_twice_is_not_believed() -> None:
    assert not conversation(Script(*[b"\x12\x12"] * 8)).ask().answers


def test_noise_and_automatic_status_are_no_answers() -> None:
    wire = Script(b"\xff\x10\x00\x00\x00\x12", b"\x80\x12", FINE, b"\x1e")
    talk = conversation(wire)
    status = talk.ask()
    assert (status.answers, status.online, status.paper) == (True, True, Paper.LOW)
    assert talk.take_fences() == 0


def test_fences_are_heard_between_questions_and_before_them() -> None:
    wire = Script(FINE, b"\x00\x12", FINE, FINE, FINE, FINE, FINE, FINE)
    talk = conversation(wire)
    talk.ask()
    assert talk.take_fences() == 1
    wire.waiting += b"\x03"
    talk.ask()
    assert (talk.take_fences(), talk.take_fences()) == (1, 0)


def test_what_lay_on_a_line_that_was_opened_is_no_fence() -> None:
    wire = Script(FINE, FINE, FINE, FINE)
    wire.waiting += b"\x00\x00"
    talk = conversation(wire)
    assert talk.ask().answers
    assert talk.take_fences() == 0


def test_a_silent_line_is_opened_anew() -> None:
    wire = Script()
    talk = conversation(wire)
    for expected in (0, 1, 1):
        assert not talk.ask().answers
        assert wire.closed == expected

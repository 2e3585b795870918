"""A custody that answers as it is told, writes down what it was asked, and checks that one thread alone asks it."""

import threading
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Literal

from msgspec.structs import replace

from kiosk.pickup.model import Alarm, DoorState, TerminalView
from kiosk.pickup.verdicts import (
    CodeAccepted,
    CodeVerdict,
    FactorAccepted,
    FactorVerdict,
    Opened,
    OpenVerdict,
)
from kiosk.pickup.words import Document, Statement, Way, Who

TEN = datetime(2026, 11, 25, 10, 0, tzinfo=UTC)
HOLDER = Way(who="holder", factor="birth_date")
PASSPORT = Document(pickup="B-1001", kind="passport", compartment="17", contents=("document",))
LETTER = Document(pickup="B-1002", kind="certificate", compartment="18", contents=("letter",))


class ScriptedCustody:
    """`Custody` of the worker."""

    def __init__(self) -> None:
        self.view = TerminalView(fitted=True)
        self.calls: list[tuple[object, ...]] = []
        self.code: CodeVerdict = CodeAccepted(pickup="B-1001", ways=(HOLDER,))
        self.factor: FactorVerdict = FactorAccepted(documents=(PASSPORT,))
        self.opening: OpenVerdict = Opened(compartment="17")
        self.door: DoorState = "open"
        self.closing: Literal["done", "ask"] = "done"
        self.left: tuple[Document, ...] = ()
        self.breaks: set[str] = set()
        self.threads: set[str] = set()

    def _called(self, *call: object) -> None:
        self.threads.add(threading.current_thread().name)
        self.calls.append(call)
        if call[0] in self.breaks:
            raise OSError("the disk is full")

    def asked(self, name: str) -> list[tuple[object, ...]]:
        return [call[1:] for call in self.calls if call[0] == name]

    def alarm(self, code: str) -> None:
        self.view = replace(self.view, alarms=(Alarm(code=code, compartment="17", since=TEN),))

    def start(self) -> None:
        self._called("start")

    def tick(self) -> None:
        self._called("tick")

    def check_code(self, visit: str, text: str) -> CodeVerdict:
        self._called("check_code", visit, text)
        return self.code

    def check_factor(self, visit: str, who: Who, index: int, value: str) -> FactorVerdict:
        self._called("check_factor", visit, who, index, value)
        return self.factor

    def leave(self, visit: str) -> None:
        self._called("leave", visit)

    def state_(self, visit: str, pickup: str, statements: Sequence[Statement]) -> None:
        self._called("state_", visit, pickup, tuple(statements))

    def hand_in(self, visit: str, pickup: str) -> None:
        self._called("hand_in", visit, pickup)

    def open_to_collect(self, visit: str, pickup: str, again: bool = False) -> OpenVerdict:
        self._called("open_to_collect", visit, pickup, again)
        if isinstance(self.opening, Opened):
            self.door = "open"
        return self.opening

    def door_now(self, compartment: str) -> DoorState:
        self._called("door_now", compartment)
        return self.door

    def told_door(self, visit: str, pickup: str, said: Literal["open", "closed"]) -> None:
        self._called("told_door", visit, pickup, said)

    def closed_after_collect(self, visit: str, pickup: str) -> Literal["done", "ask"]:
        self._called("closed_after_collect", visit, pickup)
        return self.closing

    def confirm_taken(self, visit: str, pickup: str, told: bool) -> tuple[Document, ...]:
        self._called("confirm_taken", visit, pickup, told)
        return self.left

    def report(self, visit: str, pickup: str, problem: str) -> None:
        self._called("report", visit, pickup, problem)

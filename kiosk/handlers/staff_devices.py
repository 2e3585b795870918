"""What the staff corner knows of the ticket printer and of the content."""

from collections.abc import Callable
from datetime import datetime

from content.model.content import Problem
from hardware.host.clock import Clock
from hardware.printer.interface import Block, Line, Logo, Outcome, Printer, PrintJob, Rule, Space
from hardware.printer.switch import RESTING, SwitchedPrinter
from kiosk.flows.staff_events import Answered
from kiosk.handlers.devices import Done
from kiosk.handlers.ticket_worker import TicketWorker, trouble_of
from kiosk.presenters.staff.frame import moment_in_words
from kiosk.presenters.staff.world import DeviceAction, DeviceView
from kiosk.staff.kept import Keeper
from kiosk.texts import say_staff

KNOWN = ("paper_low", "paper_out", "cover_open", "no_answer", "cutter", "holds_job", "offline")
"""Troubles with words of their own; others are called a fault."""


class PrinterDevice:
    """`Device`: the ticket printer. Everything it does is done in the ticket worker's thread."""

    id = "printer"

    def __init__(
        self,
        *,
        worker: TicketWorker,
        printer: SwitchedPrinter,
        keeper: Keeper,
        clock: Clock,
        printed_since: Callable[[datetime], int],
        kiosk: str,
        language: str,
    ) -> None:
        """:param printed_since: how many tickets came out since a moment."""
        self._worker, self._printer, self._keeper, self._clock = worker, printer, keeper, clock
        self._printed_since, self._kiosk, self._language = printed_since, kiosk, language

    def view(self, language: str) -> DeviceView:
        """As the worker saw it last."""
        seen = self._worker.printer
        trouble = seen.trouble or ("printer.paper_low" if seen.paper_low else "")
        key, tone = "staff.device.ready", "ok"
        advice = [say_staff("staff.device.well", language)]
        if self._printer.resting or trouble == f"printer.{RESTING}":
            trouble, key, tone = "", "staff.device.off", "warn"
            advice = [say_staff(f"{key}.{part}", language) for part in ("what", "do")]
        elif trouble:
            key, tone = trouble_key(trouble), "warn" if trouble == "printer.paper_low" else "fault"
            advice = [say_staff(f"{key}.{part}", language) for part in ("what", "do")]
        else:
            advice += self._roll(language)
        return DeviceView(
            id=self.id,
            icon="printer" if tone == "ok" else "printer-alert",
            name=say_staff("staff.printer", language),
            state=say_staff(key, language),
            tone=tone,  # type: ignore[arg-type]  # one of those above
            trouble=trouble,
            advice=tuple(advice),
            actions=self._actions(language),
        )

    def do(self, action: str, done: Done) -> None:
        """ "refilled", "test", "out" or "in"."""
        work = {"refilled": self._refilled, "test": self._test, "out": self._out, "in": self._in}[action]
        self._worker.do(lambda: done(work()))

    def _actions(self, language: str) -> tuple[DeviceAction, ...]:
        resting = self._printer.resting
        needs_roll = self._worker.printer.paper_low or self._worker.printer.trouble == "printer.paper_out"
        switch = DeviceAction(
            id="in" if resting else "out",
            label=say_staff("staff.printer.in" if resting else "staff.printer.out", language),
            icon="play" if resting else "pause",
            primary=resting,
        )
        off = say_staff("staff.device.off", language) if resting else ""
        refilled = say_staff("staff.printer.refilled", language)
        test = say_staff("staff.printer.test", language)
        return (
            DeviceAction(id="refilled", label=refilled, icon="receipt-text", primary=needs_roll and not resting),
            DeviceAction(id="test", label=test, icon="printer", locked=off),
            switch,
        )

    def _roll(self, language: str) -> list[str]:
        since = self._keeper.now.roll_since
        if since is None:
            return []
        when = moment_in_words(since, self._clock.now(), language)
        return [say_staff("staff.printer.roll", language, n=self._printed_since(since), since=when)]

    # --- in the worker's thread --------------------------------------------------------------------------------------

    def _refilled(self) -> Answered:
        """The roll counts anew; whether there is paper, the printer itself says."""
        self._keeper.change(roll_since=self._clock.now())
        trouble = self._asked(self._printer)
        if trouble:
            return Answered("staff.printer.refill_not_seen", "warn", self._words(trouble))
        return Answered("staff.printer.refill_seen")

    def _test(self) -> Answered:
        now = self._clock.now()
        job = PrintJob(f"test-{now:%Y%m%dT%H%M%S%f}", test_page(self._kiosk, now, self._language))
        outcome = self._printer.print(job).outcome
        trouble = self._asked(self._printer)
        if outcome is Outcome.PRINTED:
            return Answered("staff.printer.tested")
        if outcome is Outcome.UNCONFIRMED:
            return Answered("staff.printer.test_unsure", "warn")
        return Answered("staff.printer.not_tested", "fault", self._words(trouble or "printer.other"))

    def _out(self) -> Answered:
        self._keeper.set_service(self.id, out=True)
        self._printer.resting = True
        self._worker.look()
        return Answered("staff.printer.now_out", "warn")

    def _in(self) -> Answered:
        self._keeper.set_service(self.id, out=False)
        self._printer.resting = False
        trouble = self._asked(self._printer)
        if trouble:
            return Answered("staff.printer.refill_not_seen", "warn", self._words(trouble))
        return Answered("staff.printer.now_in")

    def _asked(self, printer: Printer) -> str:
        self._worker.look()
        return trouble_of(printer.status())

    def _words(self, trouble: str) -> str:
        resting = trouble == f"printer.{RESTING}"
        return say_staff("staff.device.off" if resting else trouble_key(trouble), self._language)


def trouble_key(code: str) -> str:
    """The key of the words for a printer's trouble."""
    short = code.partition(".")[2]
    return f"staff.trouble.{short if short in KNOWN else 'other'}"


def test_page(kiosk: str, now: datetime, language: str) -> tuple[Block, ...]:
    """Shows that everything prints: date, kiosk, umlauts. Never a number, so that nobody can wait with it."""
    return (
        Logo(),
        Line(say_staff("staff.test.title", language), size=3, bold=True),
        Line(say_staff("staff.test.no_number", language), bold=True),
        Rule(),
        Line(kiosk, size=2),
        Line(f"{now.day:02}.{now.month:02}.{now.year}  {now.hour:02}:{now.minute:02}", size=2),
        Line(say_staff("staff.test.letters", language)),
        Line("0123456789 ABCDEFGHIJKLM abcdefghijklm"),
        Space(),
    )


class ContentDevice:
    """`Device`: the content in use. Nothing can be done about it here."""

    id = "content"

    def __init__(
        self, *, since: Callable[[], datetime], problems: Callable[[], tuple[Problem, ...]], clock: Clock
    ) -> None:
        self._since, self._problems, self._clock = since, problems, clock

    def view(self, language: str) -> DeviceView:
        """In use since when, and whether newer content was rejected."""
        rejected = any(problem.serious for problem in self._problems())
        base = "staff.content.device"
        state = say_staff(f"{base}.in_use", language, since=moment_in_words(self._since(), self._clock.now(), language))
        advice: tuple[str, ...] = (say_staff("staff.content.well", language),)
        if rejected:
            state = say_staff(f"{base}.rejected", language)
            advice = tuple(say_staff(f"{base}.rejected.{part}", language) for part in ("what", "do"))
        return DeviceView(
            id=self.id,
            icon="file-document-outline",
            name=say_staff(base, language),
            state=state,
            tone="warn" if rejected else "ok",
            trouble="content.rejected" if rejected else "",
            advice=advice,
        )

    def do(self, action: str, done: Done) -> None:
        """There is nothing to do."""
        done(Answered("staff.failed", "fault"))

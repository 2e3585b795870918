"""A device, a desk and a screen that really change when they are used; the page's partners in its tests."""

import io
import threading
from datetime import UTC, datetime, timedelta

from msgspec import Struct
from PIL import Image, ImageDraw

from kiosk.bench_page.parts import DeskRefused, Finger, OpenTicket, Picture, QueueLine

TEN = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)


class Sheet(Struct, frozen=True):
    """A paper with its words painted."""

    at: datetime
    text: str

    @property
    def png(self) -> bytes:
        image = Image.new("L", (576, 60 + 26 * len(self.text.splitlines())), 255)
        ImageDraw.Draw(image).multiline_text((30, 30), self.text, fill=0, font_size=22)
        out = io.BytesIO()
        image.save(out, "PNG")
        return out.getvalue()


class RollPrinter:
    """A printer with a roll of three papers."""

    def __init__(self, name: str = "printer") -> None:
        self.name, self.left = name, 3
        self.broken = {"cover_open": False, "unplugged": False, "dies_mid_job": False}
        self.sheets: list[Sheet] = []

    def faults(self) -> dict[str, bool]:
        return {"paper_out": self.left == 0, **self.broken}

    def set_fault(self, name: str, on: bool) -> None:
        if name == "paper_out":
            self.left = 0 if on else 3
        else:
            self.broken[name] = on

    def refill(self) -> None:
        self.left = 3

    def papers(self) -> tuple[Sheet, ...]:
        return tuple(self.sheets)

    def print(self, text: str) -> None:
        self.sheets.append(Sheet(TEN + timedelta(minutes=len(self.sheets)), text))
        self.left -= 1


class Mat:
    """Something that notices somebody; it uses nothing up."""

    name = "mat"

    def __init__(self) -> None:
        self.somebody = False

    def faults(self) -> dict[str, bool]:
        return {"unplugged": False}

    def set_fault(self, name: str, on: bool) -> None:
        raise KeyError(name)

    def switches(self) -> dict[str, bool]:
        return {"somebody": self.somebody}

    def set_switch(self, name: str, on: bool) -> None:
        self.somebody = on


class Desk:
    """Two queues; `A` has people."""

    def __init__(self, waiting: int = 2) -> None:
        self.waiting, self.called = waiting, 0
        self.open: dict[str, OpenTicket] = {}

    def queues(self) -> tuple[QueueLine, ...]:
        called = tuple((f"A{n:03}", "E.10") for n in range(self.called, max(0, self.called - 3), -1))
        return (
            QueueLine(
                concern="passport",
                title={"de": "Ausweis und Pass", "en": "Identity card, passport"},
                open=True,
                reason="",
                waiting=self.waiting,
                wait_minutes=8 * self.waiting,
                last_called=called,
                rooms=("E.10", "E.11"),
            ),
            QueueLine(
                concern="wedding",
                title={"de": "Heiraten"},
                open=False,
                reason="closed",
                waiting=0,
                wait_minutes=None,
                last_called=(),
                rooms=("1.20",),
            ),
        )

    def unsettled(self) -> tuple[OpenTicket, ...]:
        return tuple(self.open.values())

    def call_next(self, concern: str, room: str) -> str | None:
        if concern != "passport" or room not in ("E.10", "E.11"):
            raise DeskRefused("There is no such desk.")
        if not self.waiting:
            return None
        self.waiting, self.called = self.waiting - 1, self.called + 1
        return f"A{self.called:03}"

    def settle(self, ticket: str, how: str) -> None:
        if ticket not in self.open or how not in self.open[ticket].choices:
            raise DeskRefused("That ticket is not open.")
        del self.open[ticket]


class Canvas:
    """A screen that shows where it was touched and what was typed."""

    def __init__(self, size: tuple[int, int] = (270, 480)) -> None:
        self.size = size
        self.fingers: list[tuple[Finger, float, float]] = []
        self.keys: list[str] = []
        self.version, self._news = 1, threading.Condition()

    def picture(self, after: int, patience: float) -> Picture | None:
        with self._news:
            if not self._news.wait_for(lambda: self.version != after, patience):
                return None
            return Picture(self.version, self._paint())

    def touch(self, finger: Finger, x: float, y: float) -> None:
        with self._news:
            self.fingers.append((finger, x, y))
            self.version += 1
            self._news.notify_all()

    def key(self, name: str) -> None:
        with self._news:
            self.keys.append(name)
            self.version += 1
            self._news.notify_all()

    def _paint(self) -> bytes:
        image = Image.new("RGB", self.size, "#FAF8F3")
        draw = ImageDraw.Draw(image)
        draw.text((20, 20), f"{len(self.fingers)} {''.join(self.keys)}", fill="#10262B", font_size=30)
        for _, x, y in self.fingers:
            draw.circle((x * self.size[0], y * self.size[1]), 6, fill="#00565E")
        out = io.BytesIO()
        image.save(out, "JPEG")
        return out.getvalue()

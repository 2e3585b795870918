"""The journey of somebody who cannot see: finds a service, reads it, gets the way, draws a number. By AT-SPI alone.

Run by `kiosk.tour.at_spi.world` as `python3 -m kiosk.tour.at_spi.walk LANGUAGE IDLE_SECONDS`. Prints a JSON report.
"""

import json
import sys
from collections.abc import Callable, Sequence
from typing import Any

from kiosk.tour.at_spi.reader import Reader, Stopped, Thing

TYPED = {"de": "personalausweis", "en": "identity card"}
"""Languages with letters on the keyboard; in others the service is found by topics."""
SERVICE, TOPIC = "personalausweis-beantragen", "pass"
LOCKED_SERVICE, LOCKED_TOPIC = "fiktionsbescheinigung", "neu"
"""Its queue is closed on a Wednesday."""
MOST_PAGES = 20


class Walk:
    """One visit after the other; what was read is in `report`."""

    def __init__(self, reader: Reader, language: str, idle_seconds: float) -> None:
        self._reader, self._language, self._idle_seconds = reader, language, idle_seconds
        self.report: dict[str, Any] = {"language": language, "screens": {}, "stopped": ""}

    def walk(self) -> None:
        """All of it.

        :raises Stopped: something is missing.
        """
        chapters: list[Callable[[], None]] = [
            self._locked,
            self._find_by_typing if self._language in TYPED else self._find_by_topic,
            self._service,
            self._way,
            self._number,
            self._forgotten,
            self._time_out,
        ]
        for chapter in chapters:
            chapter()

    def _locked(self) -> None:
        """A number that is not to be had now: the control says so, and why."""
        self._see("welcome", "welcome.topics")
        self._by_topic(LOCKED_TOPIC, LOCKED_SERVICE)
        self._see("locked", "service.draw")
        draw = self._reader.see("service.draw")
        self.report["locked"] = {"name": draw.name, "reason": draw.note, "pressable": draw.pressable}
        self._end()

    def _find_by_typing(self) -> None:
        self._reader.press("welcome.search")
        for letter in TYPED[self._language]:
            self._reader.press("key.space" if letter == " " else f"key.{letter}")
        self._reader.until(self._typed, "the field holds what was typed")
        self._see("search", f"service.{SERVICE}")
        self.report["typed"] = self._reader.see("field").text
        self._reader.press(f"service.{SERVICE}")

    def _typed(self) -> bool:
        field = self._reader.find("field")
        return field is not None and field.text == TYPED[self._language]

    def _find_by_topic(self) -> None:
        self._by_topic(TOPIC, SERVICE)

    def _by_topic(self, topic: str, service: str) -> None:
        self._reader.press("welcome.topics")
        self._see("topics", "bar.back")
        self._page_to(f"topic.{topic}")
        self._page_to(f"service.{service}")

    def _page_to(self, id: str) -> None:
        """Press a tile or row, pages later if need be."""
        start = id.partition(".")[0] + "."
        self._reader.until(lambda: self._ids(start), f"there is any {start}")
        for _ in range(MOST_PAGES):
            if self._reader.has(id):
                break
            self._turn(start)
        self._reader.press(id)

    def _turn(self, start: str) -> None:
        before = self._ids(start)
        self._reader.press("page.later")
        self._reader.until(lambda: self._ids(start) not in ([], before), "the page is turned")

    def _ids(self, start: str) -> list[str]:
        return [one.id for one in self._reader.things() if one.id.startswith(start)]

    def _service(self) -> None:
        things = self._see("service", "service.way")
        self.report["title"] = _of(things, "title")[0].name
        self.report["facts"] = [one.name for one in _of(things, "fact.")]
        self.report["papers"] = [one.name for one in _of(things, "paper.")]
        self._reader.press("paper.0")
        self._reader.until(lambda: "checked" in self._reader.see("paper.0").states, "the paper is ticked")

    def _way(self) -> None:
        self._reader.press("service.way")
        things = self._see("way", "step.1")
        self.report["map"] = _of(things, "map")[0].name
        steps = [self._step()]
        while self._reader.has("way.next"):
            self._reader.press("way.next")
            steps.append(self._reader.until(lambda: self._step_after(steps[-1]), "the next step"))
        self.report["steps"] = steps
        self._reader.press("bar.back")
        self._reader.see("service.way")

    def _step(self) -> str:
        """The current step: the one whose change is told."""
        return next((one.name for one in _of(self._reader.things(), "step.") if one.role == "status bar"), "")

    def _step_after(self, step: str) -> str:
        found = self._step()
        return "" if found == step else found

    def _number(self) -> None:
        self._reader.press("service.draw")
        things = self._see("ticket", "ticket.done")
        self.report["number"] = _of(things, "number")[0].name
        self.report["concern"] = _of(things, "concern")[0].name
        self.report["lines"] = [one.name for one in _of(things, "line.")]
        self._reader.press("ticket.done")

    def _forgotten(self) -> None:
        """What was typed and drawn is nowhere in the tree of the next visitor."""
        things = self._see("after", "welcome.search")
        words = " ".join(f"{one.name} {one.note} {one.text}".casefold() for one in things)
        said = (self.report.get("typed", ""), self.report["number"], self.report["title"])
        self.report["left_behind"] = [word for word in said if word and word.casefold() in words]

    def _time_out(self) -> None:
        """The question is told at once and answered by one press; the screen stays."""
        if not self._idle_seconds:
            return
        self._reader.press("welcome.topics")
        self._reader.see("bar.back")
        heard = len(self._reader.heard)
        self._reader.see("idle.yes", self._idle_seconds + 20)
        things = self._see("question", "idle.yes")
        self.report["question"] = {
            "dialog": next((one.name for one in things if one.role == "alert"), ""),
            "interrupts": [words for words, at_once in self._reader.heard[heard:] if at_once],
        }
        self._reader.press("idle.yes")
        self._reader.until(lambda: not self._reader.has("idle.yes") and self._reader.has("bar.back"), "it is answered")
        self._end()

    def _end(self) -> None:
        self._reader.press("bar.finish")
        self._reader.see("welcome.search")

    def _see(self, name: str, id: str) -> list[Thing]:
        """Wait for a thing; keep all that is there then."""
        self._reader.see(id)
        things = self._reader.until(self._reader.things, "a screen")
        self.report["screens"][name] = [one._asdict() for one in things]
        return things


def _of(things: Sequence[Thing], start: str) -> list[Thing]:
    found = [one for one in things if one.id == start or (start.endswith(".") and one.id.startswith(start))]
    if not found:
        raise Stopped(f"no {start} among {[one.id for one in things]}")
    return found


def main(arguments: Sequence[str]) -> int:
    """0: all done; 1: stopped, the report says where."""
    language, idle_seconds = arguments
    report: dict[str, Any] = {"stopped": ""}
    try:
        reader = Reader()
        walk = Walk(reader, language, float(idle_seconds))
        report = walk.report
        try:
            walk.walk()
        finally:
            report["heard"] = reader.heard
    except Stopped as stop:
        report["stopped"] = str(stop)
    sys.stdout.write(json.dumps(report) + "\n")
    return 1 if report["stopped"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""The journey of the tour: what a visitor touches, screen by screen, with good days and bad ones of the printer."""

from collections.abc import Callable

from msgspec.structs import replace

from hardware.printer.simulator import SimulatedPrinter
from kiosk.flows.session import S, Session
from kiosk.flows.view import TEXT_SCALES
from kiosk.process import KioskProcess
from kiosk.texts import GERMAN, PSEUDO, say
from kiosk.tour.clock import TourClock
from kiosk.tour.driver import Driver
from kiosk.tour.pickup import PickupChapter
from kiosk.tour.staff import staff_chapter
from kiosk.tour.walks import Walk

PLACE = "Registratur"
"""A room that has steps before it."""
SERVICE, MISSPELT_SERVICE = "personalausweis-beantragen", "reisepass-beantragen"
ONLINE_SERVICE = "wohnung-anmelden"
CONCERN, CLOSED_CONCERN = "ausweis", "aufenthalt"
PAGERS = ("paper.more", "page.later", "more")
"""Controls that show what found no room."""
MOST_PAGES = 12
LAYERS = 3
ENOUGH_LETTERS = 18


def typed(words: str) -> str:
    """As much of a title as people type: small letters, no signs."""
    plain = words.casefold().replace("i̇", "i")
    return "".join(letter for letter in plain if letter.isalpha() or letter == " ")[:ENOUGH_LETTERS].strip()


def misspelt(words: str) -> str:
    """The first word of a title with a letter forgotten."""
    first = max(typed(words).split(), key=len)
    return first[:4] + first[5:]


class Journey:
    """Walks the kiosk by touch and keeps a picture of every screen."""

    def __init__(self, *, process: KioskProcess, driver: Driver, clock: TourClock, walk: Walk) -> None:
        self._process, self._driver, self._clock, self._walk = process, driver, clock, walk
        self._language = walk.language
        self._count = 0
        self.faults: list[str] = []
        """What the audit found, each with the picture's name."""
        self.pictures: list[str] = []

    def walk(self) -> None:
        """All of it.

        :raises TourStopped: something is missing.
        """
        chapters: list[Callable[[], None]] = [
            self._welcome,
            self._search,
            self._service,
            self._way,
            self._ticket,
            self._online,
            self._topics,
            self._places,
            self._no_steps,
            self._queues,
            self._paper_out,
            self._unsure,
            self._time_out,
            self._pickup,
        ]
        # staff see it as the settings have it, in the kiosk's language
        if self._walk.text_scale == 1.0 and not self._walk.low_reach and self._language == GERMAN:
            chapters.append(lambda: staff_chapter(self._process, self._driver, self._see))
        for chapter in chapters:
            chapter()

    # --- chapters ------------------------------------------------------------------------------------------------

    def _welcome(self) -> None:
        self._see("welcome")
        if self._driver.has("welcome.languages"):
            self._tap("welcome.languages")
            self._see("languages")
            self._tap("bar.back")
        self._begin()
        self._see("welcome-as-wanted")
        self._tap("bar.view")
        self._see("view")
        while self._driver.has("page.later"):
            self._tap("page.later")
            self._see("view-later")
        self._tap("bar.back")

    def _search(self) -> None:
        self._tap("welcome.search")
        self._see("search-empty")
        typed = self._type(misspelt(self._title(MISSPELT_SERVICE)))
        self._driver.until(lambda: bool(self._rows("service.")), "services are found")
        self._see("search-misspelt")
        self._tap("key.down")
        self._see("search-second-row")
        self._erase(typed)
        self._type("xqxq")
        self._see("search-nothing-found")
        self._tap("bar.help")
        self._see("help")
        self._tap("help.go_on")
        self._home()

    def _service(self) -> None:
        self._tap("welcome.search")
        self._type(self._title(SERVICE))
        self._driver.until(lambda: self._driver.has(f"service.{SERVICE}"), "the service is found")
        self._tap(f"service.{SERVICE}")
        self._see("service")
        self._tap("paper.0")
        self._tap("paper.1")
        self._see("service-ticked")
        if self._driver.has("paper.more"):
            self._tap("paper.more")
            self._see("service-more-papers")
        if self._driver.has("service.details"):
            self._tap("service.details")
            self._see("details")
            while self._driver.has("more"):
                self._tap("more")
                self._see("details-further")
                break
            self._tap("bar.back")

    def _way(self) -> None:
        self._tap("service.way")
        self._driver.until(lambda: self._driver.has("way.next"), "the way is found")
        self._see("way")
        self._tap("way.print")
        self._driver.until(lambda: self._state().way_paper == "printed", "the way is printed")
        self._see("way-printed")
        self._tap("way.next")
        self._see("way-step-2")
        for level in self._rows("level."):
            self._tap(level)
            self._see(f"way-{level.replace('.', '-')}")
        while self._driver.has("way.next"):
            self._tap("way.next")
        self._see("way-last-step")
        self._tap("way.step_free")
        self._see("way-step-free")
        self._tap("bar.back")

    def _ticket(self) -> None:
        self._tap("service.draw" if self._driver.has("service.draw") else "service.ticket")
        self._driver.until(lambda: self._state().state is S.PRINTING, "the number is on its way to the paper")
        self._see("ticket-printing")
        self._driver.until(lambda: self._state().state is S.TICKET, "the number is printed")
        self._see("ticket")
        self._tap("ticket.phone")
        self._see("ticket-phone")
        self._tap("bar.back")
        self._tap("ticket.way")
        self._see("ticket-way")
        self._tap("bar.back")
        if self._driver.has("ticket.papers"):
            self._tap("ticket.papers")
            self._see("ticket-papers")
            self._tap("bar.back")
        self._tap("ticket.done")
        self._see("deleted")
        self._fresh()

    def _topics(self) -> None:
        self._tap("welcome.topics")
        self._see("topics")
        if self._driver.has("page.later"):
            self._tap("page.later")
            self._see("topics-later")
            self._tap("page.earlier")
        self._tap("topic.umzug")
        self._see("topic")
        if self._driver.has("page.later"):
            self._tap("page.later")
            self._see("topic-later")
        self._tap(self._rows("service.")[0])
        self._see("topic-service")
        self._home()

    def _places(self) -> None:
        self._tap("welcome.way")
        self._see("places")
        self._type(say("way.toilets", GERMAN if self._language == PSEUDO else self._language))
        self._driver.until(lambda: bool(self._rows("place.")), "places are found")
        self._see("places-found")
        self._tap(self._rows("place.")[0])
        self._driver.until(lambda: bool(self._rows("level.") or self._driver.has("way.print")), "the way is found")
        self._see("place-way")
        self._home()

    def _no_steps(self) -> None:
        self._tap("welcome.way")
        self._type(self._place(PLACE))
        self._driver.until(lambda: bool(self._rows("place.")), "the room is found")
        self._tap(self._rows("place.")[0])
        self._driver.until(lambda: self._driver.has("way.step_free"), "the way is found")
        self._see("way-with-steps")
        self._tap("way.step_free")
        self._see("way-not-step-free")
        self._home()

    def _queues(self) -> None:
        self._tap("welcome.tickets")
        self._see("tickets")
        if self._driver.has("page.later"):
            self._tap("page.later")
            self._see("tickets-later")
        for _ in range(MOST_PAGES):
            if self._driver.has(f"concern.{CLOSED_CONCERN}") or not self._driver.has("page.later"):
                break
            self._tap("page.later")
        if self._driver.has(f"concern.{CLOSED_CONCERN}"):
            self._tap(f"concern.{CLOSED_CONCERN}")
            self._driver.until(lambda: self._state().state not in (S.TICKETS, S.DRAWING, S.PRINTING), "an answer")
            if self._state().state is S.TICKET:
                self._tap("ticket.done")
                self._fresh()
                return
            self._see("no-number")
        self._home()

    def _paper_out(self) -> None:
        self._printer.set_fault("paper_out", True)
        self._draw()
        self._driver.until(lambda: self._state().state is S.NO_PAPER, "it is known that no paper came")
        self._see("no-paper")
        self._printer.refill()
        self._driver.until(lambda: self._offers("ticket.print_again"), "it may be printed now")
        self._see("no-paper-refilled")
        self._tap("ticket.print_again")
        self._driver.until(lambda: self._state().state is S.TICKET, "the number is printed")
        self._see("printed-after-refill")
        self._tap("ticket.done")
        self._fresh()

    def _unsure(self) -> None:
        self._printer.set_fault("dies_mid_job", True)
        self._draw()
        self._driver.until(lambda: self._state().state is S.UNSURE, "the printer did not confirm")
        self._see("unsure")
        self._tap("ticket.missing")
        self._see("unsure-missing")
        self._tap("ticket.remembered")
        self._fresh()
        self._printer.set_fault("power_off", False)

    def _time_out(self) -> None:
        self._tap("welcome.topics")
        self._clock.skip(61)
        self._driver.until(lambda: self._driver.has("idle.yes"), "the kiosk asks whether somebody is there")
        self._see("time-out")
        self._tap("idle.yes")
        self._clock.skip(61)
        self._driver.until(lambda: self._driver.has("idle.yes"), "the kiosk asks again")
        self._clock.skip(31)
        self._driver.until(lambda: self._state().state in (S.CLEARED, S.WELCOME), "everything is deleted")
        self._fresh()
        self._see("welcome-again")

    def _online(self) -> None:
        self._tap("welcome.search")
        self._type(self._title(ONLINE_SERVICE))
        self._driver.until(lambda: self._driver.has(f"service.{ONLINE_SERVICE}"), "the service is found")
        self._tap(f"service.{ONLINE_SERVICE}")
        self._see("service-with-online-way")
        self._tap("service.details")
        self._tap("details.online")
        self._see("online")
        self._home()

    def _pickup(self) -> None:
        """Loaded by staff in the kiosk's language, collected in the visitor's."""
        chapter = PickupChapter(
            process=self._process, driver=self._driver, skip=self._clock.skip, see=self._see, tap=self._tap
        )
        as_usual = self._walk.text_scale == 1.0 and not self._walk.low_reach and self._language == GERMAN
        self._driver.until(lambda: self._driver.has("welcome.search"), "the welcome screen is back")
        booking = chapter.load("identity_card", self._see if as_usual else lambda _: None)
        self._begin()
        chapter.collect(booking)
        self._fresh()
        stuck = chapter.load("passport", lambda _: None)
        self._begin()
        chapter.collect_behind_a_stuck_door(stuck)
        self._fresh()

    # --- hands and eyes ------------------------------------------------------------------------------------------

    @property
    def _printer(self) -> SimulatedPrinter:
        printer = self._process.printer
        assert isinstance(printer, SimulatedPrinter)
        return printer

    def _state(self) -> Session:
        return self._process.conductor.session

    def _rows(self, start: str) -> list[str]:
        return [one for one in self._driver.stage.test_ids() if one.startswith(start)]

    def _tap(self, test_id: str) -> None:
        """Touch it, turning pages until it is there."""
        for _ in range(MOST_PAGES):
            pager = next((one for one in PAGERS if self._driver.has(one)), None)
            if self._driver.has(test_id) or pager is None:
                break
            self._driver.tap(pager)
        self._driver.tap(test_id)

    def _begin(self) -> None:
        """The visitor's language, and how they want the screen."""
        if self._language not in (GERMAN, PSEUDO):
            if not self._driver.has(f"language.{self._language}"):
                self._tap("welcome.languages")
            self._tap(f"language.{self._language}")
        walk = self._walk
        if walk.low_reach or walk.text_scale != 1.0:
            self._tap("bar.view")
            if walk.low_reach:
                self._tap("view.low")
            if walk.text_scale != 1.0:
                if self._driver.has("page.earlier"):
                    self._tap("page.earlier")
                self._tap(f"view.text.{TEXT_SCALES.index(walk.text_scale) + 1}")
            self._tap("bar.back")

    def _offers(self, test_id: str) -> bool:
        """Whether the screen has it, on whatever page."""
        actions = getattr(self._driver.stage.content, "actions", ())
        return any(action.test_id == test_id for action in actions)

    def _title(self, service: str) -> str:
        """What a visitor would type to find it."""
        content = self._process.library.content
        return content.services[service].title.in_language(self._language)

    def _place(self, name: str) -> str:
        """The room's name in the visitor's language."""
        spaces = self._process.library.content.building.spaces
        found = next(space for space in spaces if name in (space.ref, *space.names.values()))
        return found.names.get(self._language) or name

    def _type(self, words: str) -> int:
        """Type words on the keyboard, turning its layers where a letter is not on this one. How many keys were hit."""
        letters = typed(words)
        for letter in letters:
            key = "key.space" if letter == " " else f"key.{letter}"
            for _ in range(LAYERS):
                if self._driver.has(key):
                    break
                self._tap("key.turn")
            self._tap(key)
        return len(letters)

    def _erase(self, count: int) -> None:
        for _ in range(count):
            self._tap("key.erase")

    def _draw(self) -> None:
        self._tap("welcome.tickets")
        self._tap(f"concern.{CONCERN}")

    def _home(self) -> None:
        """By "Beenden", or by "Zurück" where there is nothing to end."""
        self._tap("bar.finish" if self._driver.has("bar.finish") else "bar.back")
        self._fresh()

    def _fresh(self) -> None:
        self._driver.until(lambda: self._state().state is S.WELCOME, "the welcome screen is back")
        self._begin()

    def _see(self, name: str) -> None:
        self._count += 1
        self._picture(f"{self._count:02}-{name}.png")
        stage = self._driver.stage
        view = stage.view
        for theme in self._walk.themes:
            stage.restyle(replace(view, theme=theme))
            self._picture(f"{self._count:02}-{name}-{theme.replace('_', '-')}.png")
        stage.restyle(view)

    def _picture(self, file: str) -> None:
        self._driver.frames(2)
        found = self._driver.picture(self._walk.folder / file)
        self.pictures.append(file)
        self.faults += [f"{file}: {fault}" for fault in found]

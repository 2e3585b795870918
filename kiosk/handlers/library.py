"""The content in use for one kiosk, with what is derived from it; changed as a whole while nobody is there."""

import gc
import logging
import threading
from collections.abc import Callable
from datetime import date

from content.model.content import Content
from content.releases.current import CurrentContent
from content.wayfinding.route import NoWay
from hardware.host.clock import Clock
from kiosk.flows.session import Session
from kiosk.handlers.knowledge import ContentKnowledge
from kiosk.handlers.todays_content import TodaysContent
from kiosk.presenters.world import Knowledge
from kiosk.texts import say
from kiosk.ticketing.model import Ticket
from kiosk.widgets.memory import give_back

log = logging.getLogger(__name__)

LOOK_EVERY_SECONDS = 3.0
"""How often the files are looked at while nobody is there."""


class KioskLibrary:
    """Hands out content and knowledge, and renews both when staff changed the files or a notice closes a way."""

    def __init__(
        self,
        *,
        current: CurrentContent,
        clock: Clock,
        kiosk: str,
        language: str,
        phone_number: Callable[[Ticket, str], str],
        today: TodaysContent | None = None,
    ) -> None:
        """:param kiosk: id in town.yaml.

        :param language: most visitors' language: its search is made before anybody types.

        :param phone_number: (ticket, language) -> data of the phone's code.
        :param today: lays over the content what staff changed for today; None: nothing.
        :raises ValueError: the content knows no such kiosk.
        """
        self._today = today
        self._current, self._clock, self._kiosk, self._phone_number = current, clock, kiosk, phone_number
        self._language = language
        self._looked = clock.monotonic()
        self._knowledge = self._derive()

    @property
    def content(self) -> Content:
        """The content the screen shows, with today's other hours."""
        usual = self._knowledge.content
        return self._today.of(usual) if self._today else usual

    @property
    def usual(self) -> Content:
        """The content as it stands in the folder."""
        return self._knowledge.content

    def knowledge(self) -> Knowledge:
        """Search and ways of that content."""
        return self._knowledge

    def ways(self) -> ContentKnowledge:
        """Names of places and ways, for papers."""
        return self._knowledge

    def prepare(self) -> None:
        """Make search and ways in a thread, so that the first visitor does not wait for them."""
        threading.Thread(target=self._prepare, args=(self._knowledge,), name="prepare-content", daemon=True).start()

    def _prepare(self, knowledge: ContentKnowledge) -> None:
        knowledge.prepare(self._language)
        gc.collect()  # what making left over
        give_back()

    def renew(self) -> bool:
        """Take newer content, or today's closed ways, if something changed; problems are logged, the old one stays."""
        now = self._clock.monotonic()
        if now - self._looked < LOOK_EVERY_SECONDS:
            return False
        self._looked = now
        if self._current.look():
            self._tell()
        if self._current.content is self._knowledge.content and self._closed() == self._knowledge.closed:
            return False
        self._knowledge = self._derive()
        self.prepare()
        return True

    def _tell(self) -> None:
        for problem in self._current.problems:
            log.log(logging.ERROR if problem.serious else logging.WARNING, "content: %s", problem)
        serious = any(problem.serious for problem in self._current.problems)
        log.info("content: %s", "the one of before stays" if serious else f"now {self._current.content.version}")

    def phone_payload(self, session: Session, ticket: Ticket | None) -> str:
        """The number as a code, or the way where no number was drawn."""
        if ticket is not None:
            return self._phone_number(ticket, session.language)
        route = self._knowledge.way(session.place, session.step_free)
        if isinstance(route, NoWay):
            return ""
        place = self._knowledge.place_name(session.place, session.language)
        lines = [say("way.title", session.language, place=place)]
        lines += [
            f"{number}. {text}" for number, text in enumerate(self._knowledge.directions(route, session.language), 1)
        ]
        return "\n".join(lines)

    def _derive(self) -> ContentKnowledge:
        content = self._current.content
        kiosk = next((place for place in content.town.kiosks if place.id == self._kiosk), None)
        if kiosk is None:
            known = ", ".join(place.id for place in content.town.kiosks)
            raise ValueError(f"the content has no kiosk {self._kiosk!r}; it has {known}: set `kiosk` in the settings")
        return ContentKnowledge(content, self._current.graph, kiosk, self._closed())

    def _closed(self) -> frozenset[str]:
        today: date = self._clock.now().date()
        return frozenset(
            part
            for notice in self._current.content.notices
            if notice.first <= today <= (notice.last or notice.first)
            for part in notice.closes
        )

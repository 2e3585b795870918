"""Services as entries of the search: their titles, what people call them, who does them and where."""

from collections import Counter
from collections.abc import Iterator

from content.answers.entry import ALIAS_WEIGHT, TEXT_WEIGHT, TITLE_WEIGHT, Entry, Words
from content.model.content import Content
from content.model.services import Service
from content.model.text import Text

OFFICE_WEIGHT, QUEUE_WEIGHT, SITUATION_WEIGHT, PAPER_WEIGHT, ROOM_WEIGHT = 0.6, 0.8, 0.6, 0.3, 1.0
MAIN_SERVICE = 0.2
"""What the first service of a queue gains; the second half of it, and so on."""
OTHER_LANGUAGE = 0.7
"""Share of words in a language that is not on the screen."""
UNDERSTOOD = ("de", "en")
"""Languages in which one may type, besides that on the screen: many visitors know only the German word."""


def service_entries(content: Content, language: str) -> tuple[Entry, ...]:
    """All services, in the order of the files: of each queue the first ones are what most people come for."""
    before: Counter[str] = Counter()
    entries = []
    for service in content.services.values():
        queue = service.concern or service.office or ""
        prior = 1.0 + MAIN_SERVICE / (1 + before[queue]) if queue else 1.0
        before[queue] += 1
        title, shown = service.title.in_language(language), service.title.shown_in(language)
        words = tuple(_words(service, content, language))
        entries.append(Entry(service.id, title, words, shown, prior=prior))
    return tuple(entries)


def _words(service: Service, content: Content, language: str) -> Iterator[Words]:
    shown = service.title.shown_in(language)
    for other in dict.fromkeys((language, *UNDERSTOOD)):
        share = share_of(other, language)
        if other != shown and service.title.has(other):
            yield Words(service.title.in_language(other), share * TITLE_WEIGHT, other, name=True)
        for name in service.also_called.get(other, ()):
            yield Words(name, share * ALIAS_WEIGHT, other, name=True)
    yield from in_languages(service.summary, language, TEXT_WEIGHT)
    for paper in service.papers:
        yield in_language(paper.what, language, PAPER_WEIGHT)
    yield from _surroundings(service, content, language)


def _surroundings(service: Service, content: Content, language: str) -> Iterator[Words]:
    """Where it is done, by whom, in which situation."""
    concern = content.concerns.get(service.concern or "")
    office = content.offices.get(service.office or "")
    if concern:
        yield in_language(concern.title, language, QUEUE_WEIGHT)
    if office:
        yield in_language(office.name, language, OFFICE_WEIGHT)
    if service.elsewhere:
        yield in_language(service.elsewhere.who, language, OFFICE_WEIGHT)
    for situation in service.life_situations:
        if situation in content.life_situations:
            yield from in_languages(content.life_situations[situation].title, language, SITUATION_WEIGHT)
    rooms = (service.room,) if service.room else (concern.rooms if concern else office.rooms[:1] if office else ())
    for room in rooms:
        yield Words(room, ROOM_WEIGHT, language)


def share_of(spoken: str, language: str) -> float:
    """What a word counts in an index of `language`; easy German and German are one."""
    same = spoken == language or (spoken == "de" and language == "de-simple")
    return 1.0 if same else OTHER_LANGUAGE


def in_language(text: Text, language: str, weight: float) -> Words:
    """A text in `language`, or in German."""
    return Words(text.in_language(language), weight, text.shown_in(language))


def in_languages(text: Text, language: str, weight: float) -> Iterator[Words]:
    """A text in all languages in which one may type."""
    for other in dict.fromkeys((language, *UNDERSTOOD)):
        if text.has(other):
            yield Words(text.in_language(other), weight * share_of(other, language), other)

"""The mark on what exists only in German: nobody shall think the kiosk changed the language by mistake."""

from collections.abc import Iterable, Sequence

from kiosk.presenters.contents import IconLine
from kiosk.texts import say
from kiosk.texts.shown import language_of

EASY = "de-simple"


def page_mark(language: str, main: Sequence[str], others: Iterable[str] = ()) -> IconLine | None:
    """For a page about one thing: all German where its `main` texts are, partly where some text is.

    Easy German is only told apart by the main texts: "3 Wochen" is as easy as any.
    """
    german = [bool(language_of(words)) for words in main]
    if german and all(german):
        return _mark("german.only", language)
    if language != EASY and (any(german) or any(language_of(words) for words in others)):
        return _mark("german.partly", language)
    return None


def list_mark(language: str, titles: Sequence[str]) -> IconLine | None:
    """For rows or tiles; none in easy German, where a short title says the same."""
    return None if language == EASY else page_mark(language, titles)


def partly_mark(language: str, words: str) -> IconLine | None:
    """For one text among others, such as a notice."""
    return _mark("german.partly", language) if language_of(words) else None


def _mark(key: str, language: str) -> IconLine:
    return IconLine(icon="translate-off", rest=say(key, language))

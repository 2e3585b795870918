"""What can be found: an entry with its title and other words. Not responsible for where the words come from."""

from msgspec import Struct

TITLE_WEIGHT = 3.0
ALIAS_WEIGHT = 2.5
TEXT_WEIGHT = 0.8


class Words(Struct, frozen=True):
    """Some words of an entry."""

    text: str
    weight: float = TEXT_WEIGHT
    """How much a hit here counts; a title counts 3."""
    language: str = "de"
    name: bool = False
    """The whole is something people call the entry: it is completed, and typed in full it leads straight here."""


class Entry(Struct, frozen=True):
    """One service or place."""

    id: str
    title: str
    """As it is shown."""
    words: tuple[Words, ...] = ()
    """Besides the title."""
    language: str = ""
    """Of the title; "": that of the index."""
    number: str = ""
    """Of a room, as on its door."""
    prior: float = 1.0
    """How much more (or less) often than others it is what people come for; multiplies its score."""
    order: float = 0.0
    """Among equals with the same title the smaller one comes first."""


class Hit(Struct, frozen=True):
    """One entry that was found."""

    id: str
    title: str
    score: float
    """Only comparable within one search."""


class SearchResult(Struct, frozen=True):
    """What was found, best first."""

    hits: tuple[Hit, ...] = ()
    corrected: str = ""
    """The words that were searched instead of those typed; "" where nothing had to be corrected."""

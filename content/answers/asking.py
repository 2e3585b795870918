"""From typed words to what is looked up: per word the terms it may stand for. Not responsible for scores of entries."""

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from content.answers.analysis import LONGEST_WORD, plain, tokens
from content.answers.correction import Correction
from content.answers.index import PART_SHARE, Index
from content.answers.light_words import LIGHT, function_words, light_words
from content.answers.likeness import Likeness
from content.answers.thesaurus import stems_of, synonyms, words_meaning
from content.answers.verbs import rejoined

LONGEST_QUERY = 300
"""Letters; the kiosk sends at most 60, a spoken question may be longer."""
MOST_WORDS = 24
SYNONYM_SHARE, MENDED_SHARE, ALIKE_SHARE = 0.45, 0.8, 0.35
PART_WEIGHT = 0.5
TORN_SHORTEST, TORN_MENDED_SHORTEST = 6, 9
"""Letters of two words together that may be one: "personal ausweis"."""
UNFINISHED = re.compile(r"[^\W_]$|\d[.,]$")
LETTER_DIGIT = re.compile(r"([^\W\d_]{3,})(\d)")

Group = tuple[tuple[str, float], ...]
"""Terms that count together, each with its share."""


class Unit(Struct, frozen=True):
    """One thing that was asked for: the best of its groups counts for an entry."""

    weight: float
    groups: tuple[Group, ...]
    extra: bool = False
    """Added by us: an entry without it lacks nothing."""


class Asked(Struct, frozen=True):
    """A query, taken apart."""

    typed: tuple[str, ...] = ()
    """Folded words."""
    meant: tuple[tuple[str, ...], ...] = ()
    """The same with misspelt ones mended, the likeliest first; empty where nothing is misspelt."""
    unfinished: bool = False
    """The last word may go on."""
    units: tuple[Unit, ...] = ()
    """One a typed word, in order, then the extra ones."""
    corrected: str = ""


class Asking:
    """Understands queries to one index."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._correction = Correction(index.vocabulary, words_meaning(index.postings))
        self._likeness = Likeness(index.vocabulary)

    def ask(self, query: str) -> Asked:
        """Anything may be typed."""
        query = LETTER_DIGIT.sub(r"\1 \2", query[:LONGEST_QUERY])
        found = tokens(query)[:MOST_WORDS]
        if not found:
            return Asked()
        unfinished = UNFINISHED.search(query) is not None
        typed = tuple(word for word, _ in found)
        only_light = all(word in light_words() for word in typed)
        units: list[Unit] = []
        extra: list[Unit] = []
        choices: list[tuple[str, ...]] = []
        written: list[str] = []
        for place, (word, as_written) in enumerate(found):
            open_end = unfinished and place == len(found) - 1
            groups, mended = self._groups(word, as_written, open_end)
            light = word in light_words() and not only_light
            units.append(Unit((0.5 if open_end else LIGHT) if light else 1.0, groups))
            extra += self._parts(mended[0] if mended else word)
            choices.append(mended or (word,))
            written.append(self._index.vocabulary.written(mended[0]) if mended else as_written)
        extra += self._torn(typed, unfinished)
        extra += [Unit(1.0, self._known(word), extra=True) for verb in rejoined(query) for word, _ in tokens(verb)]
        meant = _meant(typed, choices)
        return Asked(typed, meant, unfinished, (*units, *extra), " ".join(written) if meant else "")

    def mended(self, word: str) -> Iterator[str]:
        """Folded words that an unfinished, misspelt word may become."""
        if not self._known(word):
            yield from (one.word for one in self._correction.mend(word, unfinished=True))

    def _groups(self, word: str, written: str, open_end: bool) -> tuple[tuple[Group, ...], tuple[str, ...]]:
        """What a word may stand for, and what it may have been meant to be, if it is misspelt."""
        groups = self._known(word)
        if open_end:
            groups += self._beginnings(word, 0.6 if groups else 1.0)
        if word in light_words():
            return groups, ()
        if groups:
            return groups + self._alike(word), ()
        mended = self._correction.mend(word, unfinished=open_end)
        mended = mended or self._correction.mend(plain(written)[:LONGEST_WORD], unfinished=open_end)
        if mended:
            groups = tuple(_scaled(group, MENDED_SHARE) for one in mended for group in self._known(one.word))
            return groups, tuple(one.word for one in mended)
        return self._beginnings(word, 0.8) or self._alike(word), ()

    def _known(self, word: str) -> tuple[Group, ...]:
        """The word itself, its parts, its synonyms."""
        postings, stems = self._index.postings, stems_of(word, self._index.language)
        terms = dict.fromkeys((*stems, *self._index.vocabulary.terms(word)))
        groups: list[Group] = [((term, 1.0),) for term in terms if term in postings]
        parts = [part for part in self._index.splitter.parts(word) if part not in function_words()]
        share = PART_SHARE if not groups else PART_SHARE / 2
        together = tuple((form, share) for part in parts for form in stems_of(part)[:1] if form in postings)
        if together:
            groups.append(together)
        like = [term for term in synonyms(stems) if term in postings]
        groups += [((term, SYNONYM_SHARE),) for term in dict.fromkeys(like)]
        return tuple(groups)

    def _parts(self, word: str) -> Iterator[Unit]:
        """What the parts of a compound mean that is no word of the content: "Autoanmeldung"."""
        if word not in self._index.vocabulary:
            for part in self._index.splitter.parts(word):
                if part not in light_words():
                    yield Unit(PART_WEIGHT, self._known(part), extra=True)

    def _beginnings(self, word: str, share: float) -> tuple[Group, ...]:
        found = self._index.vocabulary.beginning_with(word, names_only=len(word) < 3)
        return tuple(
            ((term, share * (0.55 + 0.45 * len(word) / len(longer))),)
            for longer in found
            for term in self._index.vocabulary.terms(longer)
        )

    def _alike(self, word: str) -> tuple[Group, ...]:
        """Known words with many of its letters in a row."""
        return tuple(
            ((term, ALIKE_SHARE * share),)
            for other, share in self._likeness.like(word)
            for term in self._index.vocabulary.terms(other)
        )

    def _torn(self, typed: tuple[str, ...], unfinished: bool) -> Iterator[Unit]:
        """Neighbours that are one word when written together."""
        for place, (first, second) in enumerate(pairwise(typed)):
            joined = first + second
            if first in light_words() and second in light_words():
                continue
            groups: tuple[Group, ...] = ()
            if joined in self._index.vocabulary:
                groups = tuple(((term, 1.0),) for term in self._index.vocabulary.terms(joined))
            elif len(joined) >= TORN_SHORTEST and unfinished and place == len(typed) - 2:
                groups = self._beginnings(joined, 0.8)
            if not groups and len(joined) >= TORN_MENDED_SHORTEST:
                mended = self._correction.mend(joined)
                groups = tuple(
                    ((term, MENDED_SHARE),) for one in mended for term in self._index.vocabulary.terms(one.word)
                )
            if groups:
                yield Unit(1.0, groups, extra=True)


def _scaled(group: Group, share: float) -> Group:
    return tuple((term, share * own) for term, own in group)


def _meant(typed: tuple[str, ...], choices: list[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """The n-th reading takes the n-th choice of every word that has so many."""
    readings = range(max(len(words) for words in choices))
    found = (tuple(words[min(place, len(words) - 1)] for words in choices) for place in readings)
    return tuple(one for one in found if one != typed)

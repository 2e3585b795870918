"""Whole names of entries: what was typed is one, or begins one. Not responsible for single words."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from content.answers.analysis import spelt, stem, words
from content.answers.entry import Entry
from content.answers.light_words import light_words
from content.answers.thesaurus import concept

TITLE, ALIAS = 100.0, 30.0
"""What was typed is the title, or another name."""
TITLE_BEGINS, ALIAS_BEGINS = 14.0, 7.0
INSIDE_WORD = 0.6
"""Share where what was typed ends within a word of the name."""
SYNONYM_SHARE = 0.6
"""Share where it is the same with other words: "Kfz anmelden" and "Auto zulassen"."""
TITLE_MEANT, ALIAS_MEANT = 18.0, 9.0
"""Without light words and endings it is the same: "Reisepass" and "Reisepass beantragen"."""
LAST = "\U0010ffff"


class Phrases:
    """All names of all entries."""

    def __init__(self, entries: Sequence[Entry], language: str) -> None:
        self._typed_in = tuple(dict.fromkeys(("de", "en", language)))
        names: set[tuple[str, int, bool]] = set()
        meant: dict[tuple[str, int], float] = {}
        for number, entry in enumerate(entries):
            own = [(entry.title, entry.language or language, True)]
            own += [(one.text, one.language, False) for one in entry.words if one.name]
            for text, written_in, title in own:
                folded = words(spelt(text, written_in))
                names.add((" ".join(folded), number, title))
                for means, share in meanings(folded, written_in):
                    gain = share * (TITLE_MEANT if title else ALIAS_MEANT)
                    meant[means, number] = max(meant.get((means, number), 0.0), gain)
        self._meanings = sorted((means, number, gain) for (means, number), gain in meant.items() if means)
        self._names = sorted(name for name in names if name[0])

    def bonus(self, typed: Sequence[str], *, unfinished: bool) -> dict[int, float]:
        """What entries gain because of their names.

        :param typed: folded words.
        """
        found: dict[int, float] = {}
        text = " ".join(typed)
        if not text:
            return found
        for language in self._typed_in:
            for means, share in meanings(typed, language):
                for number, gain in self._meaning(means):
                    found[number] = max(found.get(number, 0.0), share * gain)
        start = bisect_left(self._names, (text,))  # a shorter tuple sorts before
        for name, number, title in self._names[start:]:
            if not name.startswith(text):
                break
            found[number] = max(found.get(number, 0.0), _gain(name, text, title, unfinished))
        return found

    def _meaning(self, means: str) -> Iterator[tuple[int, float]]:
        start = bisect_left(self._meanings, (means,)) if means else len(self._meanings)
        for other, number, gain in self._meanings[start:]:
            if other != means:
                return
            yield number, gain

    def next_words(self, typed: Sequence[str]) -> Iterable[str]:
        """Folded words that follow `typed` in a name, in the order of the names."""
        text = " ".join(typed) + " "
        start = bisect_left(self._names, (text,))
        for name, _, _ in self._names[start:]:
            if not name.startswith(text):
                return
            yield name[len(text) :].partition(" ")[0]


def _gain(name: str, text: str, title: bool, unfinished: bool) -> float:
    if name == text:
        return TITLE if title else ALIAS
    gain = TITLE_BEGINS if title else ALIAS_BEGINS
    if name[len(text)] == " ":
        return gain
    return gain * INSIDE_WORD if unfinished else 0.0


def meanings(folded: Sequence[str], language: str) -> Iterator[tuple[str, float]]:
    """The words that matter, in any order: by their stems, and with one name for all that mean the same."""
    stems = {stem(word, language) for word in folded if word not in light_words()}
    exactly, alike = " ".join(sorted(stems)), " ".join(sorted({concept(form) for form in stems}))
    yield exactly, 1.0
    if alike != exactly:
        yield alike, SYNONYM_SHARE

"""Mends misspelt words to words of the content. Not responsible for when a word needs mending."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from content.answers.vocabulary import Vocabulary

MOST = 3
"""Words that one misspelt word may have meant."""
MOST_REMEMBERED = 512
SHORTEST = 4
BEGINNING_PENALTY = 0.5
"""A mended beginning is less certain than a mended word."""
HEAVILY_DAMAGED = 0.92
"""Jaro-Winkler similarity from which a word is taken although more letters differ."""


class Mended(Struct, frozen=True):
    """One word that may have been meant."""

    word: str
    """Folded."""
    errors: float
    """Letters left out, added, changed or swapped with their neighbour."""


class Correction:
    """Finds the nearest known words."""

    def __init__(self, vocabulary: Vocabulary, others: Iterable[str] = ()) -> None:
        """:param others: folded words that also mean something to the index, such as synonyms."""
        self._vocabulary = vocabulary
        self._targets = sorted({word for word in (*vocabulary, *others) if len(word) >= SHORTEST})
        self._beginnings: dict[int, dict[str, list[str]]] = {}
        self._seen: dict[tuple[str, bool], tuple[Mended, ...]] = {}

    def mend(self, word: str, *, unfinished: bool = False) -> tuple[Mended, ...]:
        """Up to three words, nearest first.

        :param word: folded.
        :param unfinished: it may be the beginning of a word only.
        """
        if allowed_errors(word) == 0:
            return ()
        key = (word, unfinished)
        found = self._seen.get(key)
        if found is None:
            if len(self._seen) >= MOST_REMEMBERED:
                self._seen.clear()
            found = self._seen[key] = self._mend(word, unfinished)
        return found

    def _mend(self, word: str, unfinished: bool) -> tuple[Mended, ...]:
        allowed = allowed_errors(word)
        found = {target: float(errors) for target, errors in _near(word, self._targets, allowed)}
        if len(word) == SHORTEST:
            found = {target: errors for target, errors in found.items() if target[0] == word[0]}
        if unfinished and len(word) > SHORTEST:
            for beginning, errors in self._near_beginnings(word, min(2, allowed)):
                found.setdefault(beginning, errors + BEGINNING_PENALTY)
        if not found:
            found = _alike(word, self._targets)
        if not found:
            return ()
        least = min(found.values())
        nearest = [target for target, errors in found.items() if errors == least]
        nearest = [target for target in nearest if target[0] == word[0]] or nearest  # the first letter is seldom wrong
        nearest.sort(key=lambda target: (not self._vocabulary.is_name(target), -_likeness(word, target), target))
        return tuple(Mended(target, least) for target in nearest[:MOST])

    def _near_beginnings(self, word: str, allowed: int) -> list[tuple[str, float]]:
        """Names of which a beginning is near `word`, with the errors."""
        found: dict[str, float] = {}
        for length in range(len(word) - 1, len(word) + 2):
            beginnings = self._beginnings_of(length)
            for beginning, errors in _near(word, list(beginnings), allowed):
                for target in beginnings[beginning]:
                    found[target] = min(errors, found.get(target, errors))
        return list(found.items())

    def _beginnings_of(self, length: int) -> dict[str, list[str]]:
        if length not in self._beginnings:
            grouped: dict[str, list[str]] = {}
            for target in self._vocabulary.names():
                if len(target) > length:
                    grouped.setdefault(target[:length], []).append(target)
            self._beginnings[length] = grouped
        return self._beginnings[length]


def allowed_errors(word: str) -> int:
    """Letters that may be wrong in a word of this length; numbers are never mended."""
    if len(word) < SHORTEST or any(letter.isdigit() for letter in word):
        return 0
    if len(word) < 9:
        return 1
    return 2 if len(word) < 14 else 3


def _near(word: str, targets: Sequence[str], allowed: int) -> list[tuple[str, float]]:
    from rapidfuzz import process  # a few megabytes that only misspelt words need
    from rapidfuzz.distance import OSA

    found = process.extract(word, targets, scorer=OSA.distance, score_cutoff=allowed, limit=None)
    return [(target, float(errors)) for target, errors, _ in found]


def _alike(word: str, targets: Sequence[str]) -> dict[str, float]:
    if len(word) < 6:
        return {}
    from rapidfuzz import process
    from rapidfuzz.distance import OSA, JaroWinkler

    best = process.extractOne(word, targets, scorer=JaroWinkler.similarity, score_cutoff=HEAVILY_DAMAGED)
    return {best[0]: float(OSA.distance(word, best[0]))} if best else {}


def _likeness(word: str, target: str) -> float:
    from rapidfuzz.distance import JaroWinkler

    return float(JaroWinkler.similarity(word, target[: len(word) + 1]))

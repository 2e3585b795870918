"""Words to take instead of typing on. Not responsible for finding entries."""

from collections.abc import Mapping

from content.answers.analysis import LIGHT_STEMS, stem
from content.answers.asking import Asked, Asking
from content.answers.index import Index
from content.answers.light_words import function_words
from content.answers.phrases import Phrases
from content.answers.room_numbers import ROOM_WORDS

MOST = 3
"""Completions on the screen."""


class Completion:
    """Completes the last word, or offers the next one after a space."""

    def __init__(self, index: Index, asking: Asking, phrases: Phrases) -> None:
        self._index, self._asking, self._phrases = index, asking, phrases

    def complete(self, asked: Asked, fitting: Mapping[int, float]) -> tuple[str, ...]:
        """Up to three words as they are written, the likeliest first.

        :param fitting: scores of entries that fit the words before the last; empty where it is the only one.
        """
        if not asked.typed:
            return ()
        if asked.unfinished:
            found = self._endings(asked, fitting)
        else:
            found = [word for word in self._phrases.next_words(asked.typed) if word not in function_words()]
        return tuple(dict.fromkeys(self._index.vocabulary.written(word) for word in found))[:MOST]

    def _endings(self, asked: Asked, fitting: Mapping[int, float]) -> list[str]:
        """What the last word may become: words of the language, then German ones, else what it was meant to begin."""
        last, vocabulary = asked.typed[-1], self._index.vocabulary
        if any(letter.isdigit() for letter in last):  # numbers of rooms stay in their order
            return vocabulary.completions(last) if ROOM_WORDS.issuperset(asked.typed[:-1]) else []
        own = self._one_a_stem(self._sorted(vocabulary.completions(last), fitting))
        found = own + self._sorted(vocabulary.lent_completions(last), fitting)
        return found or self._sorted([word for word in self._asking.mended(last) if word != last], fitting)

    def _sorted(self, found: list[str], fitting: Mapping[int, float]) -> list[str]:
        return sorted(found, key=lambda word: (-self._worth(word, fitting), len(word), word))

    def _one_a_stem(self, found: list[str]) -> list[str]:
        """Of "ehliyet, ehliyeti, ehliyetin" only the first: where endings change much, all say the same."""
        language = self._index.language
        if language not in LIGHT_STEMS:
            return found
        return list({stem(word, language): word for word in reversed(found)}.values())[::-1]

    def _worth(self, word: str, fitting: Mapping[int, float]) -> float:
        """How many entries it leads to, and how clearly; those that fit the words before count most."""
        return sum(
            weight * (1.0 if not fitting else 0.05 + fitting.get(number, 0.0))
            for term in self._index.vocabulary.terms(word)
            for number, weight in self._index.postings.of(term)
        )

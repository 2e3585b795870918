"""Words to take instead of typing on. Not responsible for finding entries."""

from collections.abc import Mapping

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
        vocabulary = self._index.vocabulary
        if asked.unfinished:
            last = asked.typed[-1]
            found = vocabulary.completions(last) or [word for word in self._asking.mended(last) if word != last]
            if any(letter.isdigit() for letter in last):  # numbers of rooms stay in their order
                found = found if ROOM_WORDS.issuperset(asked.typed[:-1]) else []
            else:
                found.sort(key=lambda word: (-self._worth(word, fitting), len(word), word))
        else:
            found = [word for word in self._phrases.next_words(asked.typed) if word not in function_words()]
        return tuple(dict.fromkeys(vocabulary.written(word) for word in found))[:MOST]

    def _worth(self, word: str, fitting: Mapping[int, float]) -> float:
        """How many entries it leads to, and how clearly; those that fit the words before count most."""
        return sum(
            weight * (1.0 if not fitting else 0.05 + fitting.get(number, 0.0))
            for term in self._index.vocabulary.terms(word)
            for number, weight in self._index.postings.get(term, ())
        )

"""All words of the entries, folded, with how they are written and which terms of the index they stand for."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator

LAST = "\U0010ffff"


class Vocabulary:
    """Grows while an index is built; after `close` it only answers."""

    def __init__(self) -> None:
        self._counted: dict[str, Counter[str]] = {}
        self._terms: dict[str, tuple[str, ...]] = {}
        self._written: dict[str, str] = {}
        self._names: set[str] = set()
        self._shown: set[str] = set()
        self._lent: set[str] = set()
        self._sorted: list[str] = []
        self._sorted_names: list[str] = []

    def add(self, word: str, written: str, term: str, *, name: bool, shown: bool, lent: bool, first: bool) -> None:
        """:param term: of the index, for this word.

        :param name: it stands in a title or another name of an entry.
        :param shown: it may be offered as a completion.
        :param lent: it may be offered where there are too few of those.
        :param first: it begins its text, where every word has a capital letter.
        """
        known = self._terms.get(word, ())
        if term not in known:
            self._terms[word] = (*known, term)
        self._counted.setdefault(word, Counter())[written] += 1 if first else 2
        if name:
            self._names.add(word)
        if shown:
            self._shown.add(word)
        elif lent:
            self._lent.add(word)

    def close(self) -> None:
        """No words come after this."""
        for word, forms in self._counted.items():
            form = min(forms, key=lambda form: (-forms[form], form))
            if form != word:
                self._written[word] = form
        self._counted.clear()
        self._sorted, self._sorted_names = sorted(self._terms), sorted(self._names)

    def __contains__(self, word: object) -> bool:
        return word in self._terms

    def __iter__(self) -> Iterator[str]:
        return iter(self._sorted)

    def is_name(self, word: str) -> bool:
        """Whether it stands in a title or another name."""
        return word in self._names

    def names(self) -> list[str]:
        """Words of titles and other names, sorted."""
        return self._sorted_names

    def terms(self, word: str) -> tuple[str, ...]:
        """Terms of the index for a known word."""
        return self._terms.get(word, ())

    def written(self, word: str) -> str:
        """How a word is mostly written; as given if it is not known."""
        return self._written.get(word, word)

    def beginning_with(self, prefix: str, *, names_only: bool = False) -> list[str]:
        """Known words that begin with `prefix`, sorted; the prefix itself is not one of them."""
        known = self._sorted_names if names_only else self._sorted
        found = known[bisect_left(known, prefix) : bisect_left(known, prefix + LAST)]
        return found[1:] if found and found[0] == prefix else found

    def completions(self, prefix: str) -> list[str]:
        """Words in the language of the index that begin with `prefix`, for the visitor to take."""
        return [word for word in self.beginning_with(prefix, names_only=True) if word in self._shown]

    def lent_completions(self, prefix: str) -> list[str]:
        """The same in German, for languages in which much is not there."""
        found = self.beginning_with(prefix, names_only=True)
        return [word for word in found if word in self._lent and word not in self._shown]

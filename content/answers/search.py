"""Search as you type over services and places, in memory. Where the entries come from say `services` and `places`."""

from collections.abc import Iterable

from content.answers.asking import Asked, Asking, Unit
from content.answers.completion import Completion
from content.answers.entry import Entry, Hit, SearchResult
from content.answers.index import Index
from content.answers.phrases import Phrases
from content.answers.places import place_entries
from content.answers.services import service_entries

__all__ = ["Entry", "Hit", "SearchIndex", "SearchResult", "place_entries", "service_entries"]

LIMIT = 12
FAR_BEHIND = 0.12
"""Share of the best score below which an entry is noise."""
MENDED_NAME = 0.8
"""What a name counts that was found by correction."""


class SearchIndex:
    """Finds entries by any of their words. Made once per content and language; several threads may ask."""

    def __init__(self, entries: Iterable[Entry], language: str) -> None:
        """:param language: of the titles; completions are in it, while other languages are understood as well."""
        self._entries = tuple(entries)
        self._index = Index(self._entries, language)
        self._phrases = Phrases(self._entries, language)
        self._asking = Asking(self._index)
        self._completion = Completion(self._index, self._asking, self._phrases)

    def search(self, query: str, limit: int = LIMIT) -> SearchResult:
        """What fits, best first; equals by title. The last word may be unfinished. Any text may be given."""
        asked = self._asking.ask(query)
        scores = self._scores(asked)
        if not scores or limit < 1:
            return SearchResult()
        least = FAR_BEHIND * max(scores.values())
        ranked = sorted(
            (-round(score, 6), self._entries[number].title, self._entries[number].order, number)
            for number, score in scores.items()
            if score >= least
        )
        hits = tuple(
            Hit(self._entries[number].id, self._entries[number].title, -score) for score, _, _, number in ranked[:limit]
        )
        return SearchResult(hits, asked.corrected)

    def complete(self, query: str) -> tuple[str, ...]:
        """Up to three words for the last one, as they are written; after a space words that may follow."""
        asked = self._asking.ask(query)
        before = Asked(asked.typed[:-1], asked.meant[:-1], False, asked.units[: len(asked.typed) - 1])
        fitting = self._scores(before) if asked.unfinished and len(asked.typed) > 1 else {}
        return self._completion.complete(asked, fitting)

    def _scores(self, asked: Asked) -> dict[int, float]:
        """Per entry the sum of its words, less where words are missing, more where its name was typed."""
        scores: dict[int, float] = {}
        covered: dict[int, float] = {}
        for unit in asked.units:
            for number, score in self._unit(unit).items():
                scores[number] = scores.get(number, 0.0) + unit.weight * score
                if not unit.extra:
                    covered[number] = covered.get(number, 0.0) + unit.weight
        total = sum(unit.weight for unit in asked.units if not unit.extra) or 1.0
        for number in scores:
            scores[number] *= 0.5 + 0.5 * min(1.0, covered.get(number, 0.0) / total)
        for number, bonus in self._names(asked).items():
            scores[number] = scores.get(number, 0.0) + bonus
        return scores

    def _unit(self, unit: Unit) -> dict[int, float]:
        """Per entry the best group."""
        best: dict[int, float] = {}
        postings = self._index.postings
        for group in unit.groups:
            together: dict[int, float] = {}
            for term, share in group:
                for number, weight in postings.get(term, ()):
                    together[number] = together.get(number, 0.0) + share * weight
            for number, score in together.items():
                if score > best.get(number, 0.0):
                    best[number] = score
        return best

    def _names(self, asked: Asked) -> dict[int, float]:
        found = self._phrases.bonus(asked.typed, unfinished=asked.unfinished)
        if asked.meant != asked.typed:
            for number, bonus in self._phrases.bonus(asked.meant, unfinished=asked.unfinished).items():
                found[number] = max(found.get(number, 0.0), MENDED_NAME * bonus)
        return found

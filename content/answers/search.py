"""Search as you type over services and places, in memory. Where the entries come from say `services` and `places`."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from content.answers.asking import Asked, Asking, Unit
from content.answers.completion import Completion
from content.answers.entry import Entry, Hit, SearchResult
from content.answers.index import Index
from content.answers.phrases import Phrases
from content.answers.places import place_entries
from content.answers.room_numbers import RoomNumbers
from content.answers.services import service_entries

__all__ = ["Entry", "Hit", "SearchIndex", "SearchResult", "place_entries", "service_entries"]

LIMIT = 12
FAR_BEHIND = 0.12
"""Share of the best score below which an entry is noise."""
MUCH = 30.0
"""A score that is great without the name in full."""
REPEATED = 0.97
"""What a further entry of the same title counts."""
ROOM = 100.0
"""Score of a room whose number was typed."""
MENDED_NAME = 0.8
"""What a name counts that was found by correction."""


class SearchIndex:
    """Finds entries by any of their words. Made once per content and language; several threads may ask."""

    def __init__(self, entries: Iterable[Entry], language: str) -> None:
        """:param language: of the titles; completions are in it, while other languages are understood as well."""
        entries = tuple(entries)
        self._index = Index(entries, language)
        self._phrases = Phrases(entries, language)
        self._entries = tuple(replace(entry, words=()) for entry in entries)
        self._numbers = RoomNumbers(entry.number for entry in self._entries)
        self._asking = Asking(self._index)
        self._completion = Completion(self._index, self._asking, self._phrases)

    def search(self, query: str, limit: int = LIMIT) -> SearchResult:
        """What fits, best first; equals by title. The last word may be unfinished. Any text may be given."""
        asked = self._asking.ask(query)
        if limit < 1:
            return SearchResult()
        rooms = self._numbers.find(asked.typed, unfinished=asked.unfinished)
        if rooms:
            return SearchResult(tuple(self._hit(number, ROOM) for number in rooms[:limit]))
        hits = sorted(self._hits(self._scores(asked)), key=lambda hit: (-hit.score, hit.title))
        hits = hits or [self._hit(number, ROOM) for number in self._numbers.all(asked.typed)]
        return SearchResult(tuple(hits[:limit]), asked.corrected if hits else "")

    def _hits(self, scores: Mapping[int, float]) -> Iterator[Hit]:
        """All that is not noise. Of several with one title the further ones count a little less, so others show."""
        least = FAR_BEHIND * min(MUCH, max(scores.values(), default=0.0))
        same: Counter[str] = Counter()
        for number in sorted(scores, key=lambda one: (-round(scores[one], 6), self._entries[one].order, one)):
            if scores[number] < least:
                return
            title = self._entries[number].title
            yield self._hit(number, scores[number] * REPEATED ** same[title])
            same[title] += 1

    def _hit(self, number: int, score: float) -> Hit:
        entry = self._entries[number]
        return Hit(entry.id, entry.title, round(score, 6))

    def complete(self, query: str) -> tuple[str, ...]:
        """Up to three words for the last one, as they are written; after a space words that may follow."""
        asked = self._asking.ask(query)
        before = Asked(asked.typed[:-1], (), False, asked.units[: len(asked.typed) - 1])
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
        return {number: score * self._entries[number].prior for number, score in scores.items()}

    def _unit(self, unit: Unit) -> dict[int, float]:
        """Per entry the best group."""
        best: dict[int, float] = {}
        postings = self._index.postings
        for group in unit.groups:
            together: dict[int, float] = {}
            for term, share in group:
                for number, weight in postings.of(term):
                    together[number] = together.get(number, 0.0) + share * weight
            for number, score in together.items():
                if score > best.get(number, 0.0):
                    best[number] = score
        return best

    def _names(self, asked: Asked) -> dict[int, float]:
        found = self._phrases.bonus(asked.typed, unfinished=asked.unfinished)
        for meant in asked.meant:
            for number, bonus in self._phrases.bonus(meant, unfinished=asked.unfinished).items():
                found[number] = max(found.get(number, 0.0), MENDED_NAME * bonus)
        return found

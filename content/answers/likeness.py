"""Words that share much of their letters: "Anwohnerparkausweis", "Bewohnerparken". Not responsible for misspellings."""

from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import accumulate

PIECE = 4
"""Letters of a piece."""
SHORTEST = 5
LEAST = 0.3
"""Share of common pieces from which words are alike."""
MOST = 12


class Likeness:
    """Known words one after the other: a piece is looked for in all of them at once, which needs no index of pieces."""

    def __init__(self, known: Iterable[str]) -> None:
        """:param known: folded words."""
        self._words = [word for word in known if len(word) >= SHORTEST and not word.isdigit()]
        self._text = "\n".join(self._words)
        self._starts = array("I", accumulate((len(word) + 1 for word in self._words[:-1]), initial=0))

    def like(self, word: str) -> list[tuple[str, float]]:
        """Known words with how alike they are, 0.3 to 1, most alike first; without `word` itself."""
        if len(word) < SHORTEST:
            return []
        shared = Counter(other for piece in set(_pieces(word)) for other in self._with(piece))
        own = len(word) - PIECE + 1
        found = [
            (2 * common / (own + len(other) - PIECE + 1), other) for other, common in shared.items() if other != word
        ]
        found.sort(key=lambda one: (-one[0], one[1]))
        return [(other, share) for share, other in found[:MOST] if share >= LEAST]

    def _with(self, piece: str) -> set[str]:
        found = set()
        place = self._text.find(piece)
        while place >= 0:
            number = bisect_right(self._starts, place) - 1
            found.add(self._words[number])
            place = self._text.find(piece, self._starts[number] + len(self._words[number]))
        return found


def _pieces(word: str) -> Iterator[str]:
    return (word[start : start + PIECE] for start in range(len(word) - PIECE + 1))

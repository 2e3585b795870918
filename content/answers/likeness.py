"""Words that share much of their letters: "Anwohnerparkausweis", "Bewohnerparken". Not responsible for misspellings."""

from collections import Counter
from collections.abc import Iterable, Iterator

PIECE = 4
"""Letters of a piece."""
SHORTEST = 5
LEAST = 0.3
"""Share of common pieces from which words are alike."""
MOST = 12


class Likeness:
    """Pieces of known words."""

    def __init__(self, known: Iterable[str]) -> None:
        """:param known: folded words."""
        self._words = [word for word in known if len(word) >= SHORTEST and not word.isdigit()]
        self._counts = [len(word) - PIECE + 1 for word in self._words]
        holding: dict[str, list[int]] = {}
        for number, word in enumerate(self._words):
            for piece in dict.fromkeys(_pieces(word)):
                holding.setdefault(piece, []).append(number)
        self._holding = {piece: tuple(numbers) for piece, numbers in holding.items()}

    def like(self, word: str) -> list[tuple[str, float]]:
        """Known words with how alike they are, 0.3 to 1, most alike first; without `word` itself."""
        if len(word) < SHORTEST:
            return []
        shared = Counter(number for piece in set(_pieces(word)) for number in self._holding.get(piece, ()))
        own = len(word) - PIECE + 1
        found = [
            (2 * common / (own + self._counts[number]), self._words[number])
            for number, common in shared.items()
            if self._words[number] != word
        ]
        found.sort(key=lambda one: (-one[0], one[1]))
        return [(other, share) for share, other in found[:MOST] if share >= LEAST]


def _pieces(word: str) -> Iterator[str]:
    return (word[start : start + PIECE] for start in range(len(word) - PIECE + 1))

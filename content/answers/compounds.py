"""Takes German compounds apart: every part must be a word that is known. Not a dictionary of its own."""

from collections.abc import Container

LINKS = ("", "s", "es", "n", "en", "er", "e")
"""What German puts between two parts ("Geburt-s-urkunde")."""
SHORTEST = 4
"""Letters of a part."""
LONGEST = 34
"""Letters of a word that is taken apart."""


class Splitter:
    """Fewest parts win, then the longest last part."""

    def __init__(self, known: Container[str]) -> None:
        """:param known: folded words that may be a part."""
        self._known = known
        self._seen: dict[str, tuple[str, ...]] = {}

    def parts(self, word: str) -> tuple[str, ...]:
        """The parts of a folded word; () where it cannot be taken apart."""
        if len(word) < 2 * SHORTEST or len(word) > LONGEST:
            return ()
        found = self._seen.get(word)
        if found is None:
            found = self._seen[word] = self._split(word)
        return found

    def _split(self, word: str) -> tuple[str, ...]:
        best: tuple[str, ...] = ()
        for cut in range(SHORTEST, len(word) - SHORTEST + 1):
            last = word[cut:]
            if last not in self._known:
                continue
            first = self._modifier(word[:cut])
            if first and (not best or len(first) + 1 < len(best)):
                best = (*first, last)
        return best

    def _modifier(self, word: str) -> tuple[str, ...]:
        for link in LINKS:
            base = word.removesuffix(link)
            if word.endswith(link) and len(base) >= SHORTEST:
                for form in (base, base + "e", base + "en"):
                    if form in self._known:
                        return (form,)
        return self.parts(word)

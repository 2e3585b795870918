"""Which entries hold a term, and how much it says of them, as plain numbers. Not responsible for how it is weighed."""

from array import array
from collections.abc import Iterator, Mapping


class Postings:
    """Never changed after it was made. In arrays, as tuples of numbers take six times the memory."""

    def __init__(self, weighed: Mapping[str, Mapping[int, float]]) -> None:
        """:param weighed: term -> number of an entry -> weight."""
        self._rows = {term: row for row, term in enumerate(weighed)}
        self._ends = array("I", [0])
        self._numbers = array("I")
        self._weights = array("d")
        for found in weighed.values():
            self._numbers.extend(found)
            self._weights.extend(found.values())
            self._ends.append(len(self._numbers))

    def __contains__(self, term: object) -> bool:
        return term in self._rows

    def of(self, term: str) -> Iterator[tuple[int, float]]:
        """Numbers of entries with the weight of the term in them; none for an unknown term."""
        row = self._rows.get(term)
        if row is None:
            return iter(())
        first, end = self._ends[row], self._ends[row + 1]
        return zip(self._numbers[first:end], self._weights[first:end], strict=True)

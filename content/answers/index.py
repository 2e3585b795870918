"""Inverted index over stems and parts of compounds, with the weights of BM25F. Not responsible for queries."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from content.answers.analysis import spelt, stem, tokens
from content.answers.compounds import SHORTEST, Splitter
from content.answers.entry import TITLE_WEIGHT, Entry, Words
from content.answers.light_words import function_words
from content.answers.thesaurus import common_words
from content.answers.vocabulary import Vocabulary

SATURATION = 2.0
NAME_LENGTH_SHARE, TEXT_LENGTH_SHARE = 0.3, 0.6
"""k1 and b of BM25 (Robertson and Zaragoza 2009); b is small, as entries with many other names are not to suffer."""
PART_SHARE = 0.45
"""What a part of a compound counts."""

Postings = tuple[tuple[int, float], ...]
"""Numbers of entries with the weight of a term in them."""


class Index:
    """Which entries contain a term, and how much that says."""

    def __init__(self, entries: Sequence[Entry], language: str) -> None:
        """:param language: of the titles and the completions; German and English are understood too."""
        self.language = language
        self.vocabulary = Vocabulary()
        texts = [[_title(entry, language), *entry.words] for entry in entries]
        read = [[(words, tokens(spelt(words.text, words.language))) for words in one] for one in texts]
        known = {word for one in read for _, found in one for word, _ in found if len(word) >= SHORTEST}
        self.splitter = Splitter(known | common_words() - function_words())
        self.postings: dict[str, Postings] = {}
        names = [self._count([one for one in texts if one[0].name]) for texts in read]
        others = [self._count([one for one in texts if not one[0].name]) for texts in read]
        self.vocabulary.close()
        weighed = [_weigh(names, NAME_LENGTH_SHARE), _weigh(others, TEXT_LENGTH_SHARE)]
        for term in dict.fromkeys(term for zone in weighed for term in zone):
            self.postings[term] = _added(zone.get(term, ()) for zone in weighed)

    def _count(self, texts: list[tuple[Words, list[tuple[str, str]]]]) -> Counter[str]:
        counts: Counter[str] = Counter()
        own = (self.language, "de") if self.language == "de-simple" else (self.language,)
        for words, found in texts:
            for place, (word, written) in enumerate(found):
                if word in function_words():
                    continue
                term = stem(word, words.language)
                counts[term] += words.weight  # type: ignore[assignment]  # weights are fractions
                for part in self.splitter.parts(word):
                    counts[stem(part, words.language)] += PART_SHARE * words.weight  # type: ignore[assignment]
                self.vocabulary.add(
                    word,
                    written,
                    term,
                    name=words.name,
                    shown=words.name and words.language in own,
                    lent=words.name and words.language == "de" and self.language != "en",
                    first=place == 0,
                )
        return counts


def _title(entry: Entry, language: str) -> Words:
    return Words(entry.title, TITLE_WEIGHT, entry.language or language, name=True)


def _weigh(counted: list[Counter[str]], length_share: float) -> dict[str, Postings]:
    """BM25F: counts are weighted by field before they saturate. A term that few entries have says more."""
    lengths = [sum(counts.values()) for counts in counted]
    mean = sum(lengths) / len(lengths) if lengths else 1.0
    holding: dict[str, list[tuple[int, float]]] = {}
    for number, counts in enumerate(counted):
        norm = 1 - length_share + length_share * lengths[number] / (mean or 1.0)
        for term, count in counts.items():
            share = count / norm
            holding.setdefault(term, []).append((number, share * (SATURATION + 1) / (share + SATURATION)))
    total = len(counted)
    weighed: dict[str, Postings] = {}
    for term, found in holding.items():
        rarity = math.log(1 + (total - len(found) + 0.5) / (len(found) + 0.5))
        weighed[term] = tuple((number, rarity * share) for number, share in found)
    return weighed


def _added(zones: Iterable[Postings]) -> Postings:
    weights: dict[int, float] = {}
    for postings in zones:
        for number, weight in postings:
            weights[number] = weights.get(number, 0.0) + weight
    return tuple(weights.items())

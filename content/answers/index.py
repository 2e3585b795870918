"""Inverted index over stems and parts of compounds, with the weights of BM25F. Not responsible for queries."""

import math
from collections.abc import Mapping, Sequence

from content.answers.analysis import spelt, stem, tokens
from content.answers.compounds import SHORTEST, Splitter
from content.answers.entry import TITLE_WEIGHT, Entry, Words
from content.answers.light_words import function_words
from content.answers.postings import Postings
from content.answers.thesaurus import common_words
from content.answers.vocabulary import Vocabulary

SATURATION = 2.0
NAME_LENGTH_SHARE, TEXT_LENGTH_SHARE = 0.3, 0.6
"""k1 and b of BM25 (Robertson and Zaragoza 2009); b is small, as entries with many other names are not to suffer."""
PART_SHARE = 0.45
"""What a part of a compound counts."""

Counts = dict[str, float]
"""How often an entry has a term, by the weight of the words it stands in."""


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
        names = [self._count([one for one in texts if one[0].name]) for texts in read]
        others = [self._count([one for one in texts if not one[0].name]) for texts in read]
        self.vocabulary.close()
        self.postings = Postings(_added(_weigh(names, NAME_LENGTH_SHARE), _weigh(others, TEXT_LENGTH_SHARE)))

    def _count(self, texts: list[tuple[Words, list[tuple[str, str]]]]) -> Counts:
        counts: Counts = {}
        own = (self.language, "de") if self.language == "de-simple" else (self.language,)
        for words, found in texts:
            for place, (word, written) in enumerate(found):
                if word in function_words():
                    continue
                term = stem(word, words.language)
                counts[term] = counts.get(term, 0.0) + words.weight
                for part in self.splitter.parts(word):
                    form = stem(part, words.language)
                    counts[form] = counts.get(form, 0.0) + PART_SHARE * words.weight
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


def _weigh(counted: Sequence[Counts], length_share: float) -> dict[str, dict[int, float]]:
    """BM25F: counts are weighted by field before they saturate. A term that few entries have says more."""
    lengths = [sum(counts.values()) for counts in counted]
    mean = sum(lengths) / len(lengths) if lengths else 1.0
    holding: dict[str, dict[int, float]] = {}
    for number, counts in enumerate(counted):
        norm = 1 - length_share + length_share * lengths[number] / (mean or 1.0)
        for term, count in counts.items():
            share = count / norm
            holding.setdefault(term, {})[number] = share * (SATURATION + 1) / (share + SATURATION)
    total = len(counted)
    for found in holding.values():
        rarity = math.log(1 + (total - len(found) + 0.5) / (len(found) + 0.5))
        for number in found:
            found[number] *= rarity
    return holding


def _added(
    names: Mapping[str, Mapping[int, float]], others: Mapping[str, Mapping[int, float]]
) -> dict[str, dict[int, float]]:
    added = {term: dict(found) for term, found in names.items()}
    for term, found in others.items():
        weights = added.setdefault(term, {})
        for number, weight in found.items():
            weights[number] = weights.get(number, 0.0) + weight
    return added

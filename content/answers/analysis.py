"""Words of a text in one form, however they were typed, and their stems. Not responsible for what the words mean."""

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache

import snowballstemmer

LONGEST_TEXT = 2_000
"""Letters of a text that are looked at; more is never typed and never shown."""
LONGEST_WORD = 48
"""Letters of a word that are looked at."""
TOKEN = re.compile(r"[^\W\d_]{0,2}\d+(?:[.,:]\d+)+|[^\W\d_]{1,2}\.\d+|[^\W_]+(?:['’][^\W_]+)*")
"""A room number ("1.07", "U.05") is one word, and so is "driver's"."""
INSIDE = re.compile(r"[^\w]|_")
UMLAUT_E = re.compile(r"(?<=[ao])e|(?<![aeoq]u)(?<=u)e")
"""The e of ae, oe, ue where it can stand for an umlaut: not in "Steuer", "bauen", "Quelle"."""
STEMMERS = {"de": "german", "de-simple": "german", "en": "english"}
SHORTEST_STEMMED = 4


def fold(word: str) -> str:
    """One form of a word: small letters, "ä", "ae" and "a" alike, "ß" as "ss", no accents, no dots inside numbers.

    The folded beginning of a word is the beginning of the folded word, so that it can be searched while it is typed.
    """
    return UMLAUT_E.sub("", plain(word))[:LONGEST_WORD]


def plain(word: str) -> str:
    """As `fold`, but with "ae" as it is: for misspellings such as "trdae"."""
    letters = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", word).casefold())
    letters = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return INSIDE.sub("", letters)


def tokens(text: str) -> list[tuple[str, str]]:
    """All words as (folded, as written), in order. Anything may be given."""
    written = TOKEN.findall(unicodedata.normalize("NFC", text[:LONGEST_TEXT]))
    return [(folded, word) for word in written if (folded := fold(word))]


def words(text: str) -> list[str]:
    """All words, folded."""
    return [folded for folded, _ in tokens(text)]


@cache
def _stemmer(language: str) -> Callable[[str], str] | None:
    if language not in STEMMERS:
        return None
    stem_word: Callable[[str], str] = snowballstemmer.stemmer(STEMMERS[language]).stemWord
    return stem_word


@lru_cache(maxsize=16_384)  # stemming is slow in pure Python, and every index meets the same words
def stem(word: str, language: str) -> str:
    """The stem of a folded word; the word itself in a language without rules here, and for numbers."""
    stem_word = _stemmer(language)
    if stem_word is None or len(word) < SHORTEST_STEMMED or not word.isascii() or word.isdigit():
        return word
    return stem_word(word)

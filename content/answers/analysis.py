"""Words of a text in one form, however they were typed, and their stems. Not responsible for what the words mean."""

import re
import unicodedata
from collections.abc import Callable
from functools import cache

import Stemmer

from content.answers.light_stems import arabic, turkish, ukrainian

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
LIGHT_STEMS: dict[str, Callable[[str], str]] = {"tr": turkish, "uk": ukrainian, "ar": arabic}
SHORTEST_STEMMED = 4
READ_AS = (
    dict.fromkeys([*range(0x064B, 0x0660), 0x0670, 0x0640])  # marks of Arabic vowels, and its stroke that lengthens
    | dict.fromkeys([0x061C, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF])  # unseen
    | {0x0660 + digit: str(digit) for digit in range(10)}
    | {0x06F0 + digit: str(digit) for digit in range(10)}
    | {0x066B: ".", 0x02BC: "’", 0x05F3: "’"}
)
"""Letters that are left out or read as others before a text is divided into words."""
FOLDED = str.maketrans(
    "ıґєыэіىةٱیکگپچڤ",
    "iгеиеіيهايككبجف",
    "ьъء",
)
"""Letters that people write for one another, beyond those with a dot or a stroke; the last ones are left out."""
JOINED = re.compile(r"(?<=[^\W\d_])[-·](?=[^\W\d_])")


def fold(word: str) -> str:
    """One form of a word: small letters, "ä", "ae" and "a" alike, "ß" as "ss", no accents, no dots inside numbers.

    Turkish "ı" is "i", Ukrainian "ґ" is "г" and "ї" is "і", Arabic "أ" is "ا" and "ة" is "ه".

    The folded beginning of a word is the beginning of the folded word, so that it can be searched while it is typed.
    """
    return UMLAUT_E.sub("", plain(word))[:LONGEST_WORD]


def plain(word: str) -> str:
    """As `fold`, but with "ae" as it is: for misspellings such as "trdae"."""
    letters = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", word).casefold())
    letters = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return INSIDE.sub("", letters).translate(FOLDED)


def tokens(text: str) -> list[tuple[str, str]]:
    """All words as (folded, as written), in order. Anything may be given."""
    written = TOKEN.findall(unicodedata.normalize("NFC", text[:LONGEST_TEXT].translate(READ_AS)))
    return [(folded, word) for word in written if (folded := fold(word))]


def words(text: str) -> list[str]:
    """All words, folded."""
    return [folded for folded, _ in tokens(text)]


def spelt(text: str, language: str) -> str:
    """A text as people type it: easy German parts long words ("Personal-Ausweis"), here they are one again."""
    if language != "de-simple":
        return text
    first, *others = JOINED.split(text)
    return first + "".join(other[:1].lower() + other[1:] for other in others)


@cache
def _stemmer(language: str) -> Callable[[str], str] | None:
    if language not in STEMMERS:
        return None
    stem_word: Callable[[str], str] = Stemmer.Stemmer(STEMMERS[language], 0).stemWord  # 0: it remembers no words
    return stem_word


def stem(word: str, language: str) -> str:
    """The stem of a folded word; the word itself in a language without rules here, and for numbers."""
    if language in LIGHT_STEMS:
        return word if len(word) < SHORTEST_STEMMED or word.isdigit() else LIGHT_STEMS[language](word)
    stem_word = _stemmer(language)
    if stem_word is None or len(word) < SHORTEST_STEMMED or not word.isascii() or word.isdigit():
        return word
    return stem_word(word)

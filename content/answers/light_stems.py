"""Short stems of folded Turkish, Ukrainian and Arabic words: endings that change, cut off. Knows no grammar.

Both what was typed and what stands in the content is cut, so a stem need not be a word. Small tables instead of full
stemmers: those want letters unfolded, and cost memory in the kiosk.
"""

import re

SHORTEST = 4
"""Letters that are left of a Turkish word; fewer would meet German and English words."""
SHORTEST_OTHER = 3

TURKISH = re.compile(
    r"(?:nden|ndan|larin|lerin|lari|leri|imiz|umuz|iniz|unuz|nin|nun|dan|den|tan|ten|lar|ler|mak|mek"
    r"|yla|yle|yi|yu|ya|ye|ni|nu|na|ne|da|de|ta|te|si|su|im|um|in|un|(?<=[aeiou])m|i|u|a|e)$"
)
"""Cases, owners, many: "pasaportumu" (my passport) gives "pasaport"."""
MOST_TURKISH = 4
HARD = str.maketrans("bdg", "ptk")
"""What a Turkish stem ends in without a vowel behind: "kimlig-im", "kimlik"."""
UKRAINIAN = re.compile(
    r"(?:увати|уванн?я|енн?я|анн?я|итися|атися|ого|ому|ими|іми|ами|ями|ові|еві|ити|ати|ила|ала|или|али|ися|ив|ав"
    r"|ою|ею|ах|ях|ам|ям|ів|ом|ем|им|их|ии|іи|оі|еі|ся|а|я|у|ю|і|и|е|о)$"
)
"""Of folded words: й is и, ї is і, є is е, ь is gone."""
ARABIC_BEGINS = re.compile(r"^(?:و?(?:بال|كال|فال|لل|ال))(?=.{3})")
ARABIC_ENDS = re.compile(r"(?:ات|ون|ين|ان|يه|ها|هم|كم|نا|تي|ه|ي|ا)$")


def turkish(word: str) -> str:
    """ "kimligimi" and "kimlik" give "kimlik"."""
    for _ in range(MOST_TURKISH):
        shorter = _cut(TURKISH, word, SHORTEST)
        if shorter == word:
            break
        word = shorter
    return word[:-1] + word[-1].translate(HARD)


def ukrainian(word: str) -> str:
    """ "паспорта" and "паспорт" give "паспорт"."""
    return _cut(UKRAINIAN, word, SHORTEST_OTHER)


def arabic(word: str) -> str:
    """ "الجوازات" and "جوازي" give "جواز"."""
    return _cut(ARABIC_ENDS, ARABIC_BEGINS.sub("", word), SHORTEST_OTHER)


def _cut(endings: re.Pattern[str], word: str, shortest: int) -> str:
    """Without the longest ending that leaves enough."""
    found = endings.search(word, shortest)
    return word[: found.start()] if found else word

"""Text as the code page Windows-1252 can show it: what it lacks becomes plain letters. Not responsible for wrapping."""

import unicodedata

ENCODING = "cp1252"
NO_BREAK_SPACE, SOFT_HYPHEN, NO_BREAK_HYPHEN = "\u00a0", "\u00ad", "\u2011"
KEPT = (NO_BREAK_SPACE, SOFT_HYPHEN, NO_BREAK_HYPHEN)
"""Told apart when lines are broken, plain when they are printed."""

_SIGNS = {
    "\u202f": NO_BREAK_SPACE,
    "\u2007": NO_BREAK_SPACE,
    "\u2010": "-",
    "\u2012": "–",
    "\u2015": "—",
    "\u2212": "-",
    "\u2190": "<-",
    "\u2191": "^",
    "\u2192": "->",
    "\u2193": "v",
    "\u2264": "<=",
    "\u2265": ">=",
    "\u2032": "'",
    "\u2033": '"',
    "\u2713": "x",
    "\u2714": "x",
    "\u2610": "[ ]",
    "\u25cf": "•",
    "ẞ": "SS",
    "ł": "l",
    "Ł": "L",
    "đ": "d",
    "Đ": "D",
    "ı": "i",
    "ħ": "h",
    "Ħ": "H",
    "ŋ": "n",
    "Ŋ": "N",
    "ə": "a",
    "Ə": "A",
    "ĸ": "k",
    "ŀ": "l·",
}
_CYRILLIC = (
    "а=a б=b в=v г=g д=d е=e ж=zh з=z и=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch "
    "ъ= ы=y ь= э=e ю=iu я=ia є=ie і=i ї=i ґ=g ђ=d ј=j љ=lj њ=nj ћ=c џ=dz ё=e ў=u"
)
_GREEK = "α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=y φ=f χ=ch ψ=ps ω=o"
_LETTERS = {pair[0]: pair[2:] for pair in f"{_CYRILLIC} {_GREEK}".split(" ")}


def printable(text: str) -> str:
    """`text` with nothing but characters of Windows-1252, the line feed, and `KEPT`.

    Control characters vanish: no text may carry a command to the printer. What has no plain form becomes "?".
    """
    return "".join(_plain(one) for one in unicodedata.normalize("NFC", text))


def _plain(one: str) -> str:
    if one in KEPT or one == "\n":
        return one
    kind = unicodedata.category(one)
    if kind == "Cc":
        return " "
    if kind == "Zs" and one not in _SIGNS:
        return " "
    if _encodable(one):
        return one
    if kind in ("Cf", "Mn", "Me", "Cs", "Co", "Cn"):
        return "" if kind in ("Cf", "Mn", "Me") else "?"
    return _SIGNS.get(one) or _letter(one)


def _letter(one: str) -> str:
    low = one.lower()
    if low in _LETTERS:
        plain = _LETTERS[low]
        return plain if one == low else plain.capitalize()
    bare = "".join(part for part in unicodedata.normalize("NFKD", one) if not unicodedata.combining(part))
    if bare != one:
        return "".join(_plain(part) for part in bare) or "?"
    return "?"


def _encodable(one: str) -> bool:
    try:
        one.encode(ENCODING)
    except UnicodeEncodeError:
        return False
    return True

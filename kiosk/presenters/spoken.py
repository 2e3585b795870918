"""From written text to spoken text: numbers, prices, times and signs the way people say them. Pure.

Waiting numbers and rooms are said digit by digit, prices and times as people say them; everything else is left to the
voice.
"""

import re

from kiosk.presenters.spoken_words import Words, form, words

_AMOUNT = r"\d{1,3}(?:[.,]\d{3})*(?:[.,]\d{2})?|\d+(?:[.,]\d{2})?"
_WRITTEN = re.compile(
    rf"""
      (?P<day>\b\d{{1,2}})[./](?P<month>0?[1-9]|1[0-2])[./](?P<year>\d{{4}})\b
    | €\s?(?P<low_before>{_AMOUNT})\s?–\s?€?(?P<high_before>{_AMOUNT})\b
    | \b(?P<low>{_AMOUNT})\s?–\s?(?P<high>{_AMOUNT})\s?€
    | €\s?(?P<price_before>{_AMOUNT})\b
    | \b(?P<price>{_AMOUNT})\s?€
    | \b(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)\b(?:\ Uhr\b)?
    | (?P<phone>(?:\+|\b0)\d{{2,}}(?:[\ /-]{{1,2}}\d+)+\b)
    | \b(?P<level>[A-Z]|\d)\.(?P<room>\d{{2}})(?P<part>[a-z]?)\b
    | \b(?P<queue>[A-Z])(?P<number>\d{{3}})\b
    | \b(?P<metres>\d+)\s?m\b
    | (?P<minutes>\bMin\.)
    | (?P<between>(?<=\d)\s?–\s?(?=\d))
    | (?P<dash>\s[–—]\s)
    | (?P<dot>\s?·\s?)
    | (?P<mute>[„“”»«›‹↑↓→←✓•])
    """,
    re.VERBOSE,
)


def spoken(text: str, language: str) -> str:
    """`text` as it is said in `language`."""
    table = words(language)
    said = _WRITTEN.sub(lambda found: _say(found, table, language), text)
    return re.sub(r"\s+", " ", said).strip()


def digits(number: str, language: str) -> str:
    """Sign by sign, with a little pause after each: "A042" -> "A, null, vier, zwei"."""
    table = words(language)
    return ", ".join(table.digits[int(sign)] if sign.isascii() and sign.isdigit() else sign for sign in number)


def letter(sign: str, language: str) -> str:
    """One typed sign as a word."""
    table = words(language)
    if sign == " ":
        return table.space
    if sign.isascii() and sign.isdigit():
        return table.digits[int(sign)]
    return table.signs.get(sign, sign)


def _say(found: re.Match[str], table: Words, language: str) -> str:
    kind = found.lastgroup or ""
    part = {name: value for name, value in found.groupdict().items() if value is not None}
    match kind:
        case "year":
            month = table.months[int(part["month"]) - 1]
            return table.date.format(day=int(part["day"]), month=month, year=part["year"])
        case "high" | "high_before":
            low, high = part.get("low") or part["low_before"], part.get("high") or part["high_before"]
            return f"{_whole(low)} {table.to} {_price(high, table)}"
        case "price" | "price_before":
            return _price(part.get("price") or part["price_before"], table)
        case "minute":
            full = int(part["minute"]) == 0
            return (table.full_hour if full else table.clock).format(hour=int(part["hour"]), minute=part["minute"])
        case "phone":
            return ", ".join(digits(group, language) for group in re.findall(r"\d+|\+", part["phone"]))
        case "part":
            room = digits(part["room"], language).replace(",", "")
            level = letter(part["level"], language)
            return f"{level} {table.point} {room} {part['part']}".strip()
        case "number":
            return digits(part["queue"] + part["number"], language)
        case "metres":
            return f"{part['metres']} {table.metre[form(int(part['metres']), language)]}"
        case "minutes":
            return table.minutes
        case "between":
            return f" {table.to} "
        case "dash" | "dot":
            return ", "
    return ""


def _price(amount: str, table: Words) -> str:
    """ "37,00" -> "37 Euro", "22,80" -> "22 Euro 80"."""
    cents = re.search(r"[.,](\d{2})$", amount)
    euro = _whole(amount)
    if cents is None or cents[1] == "00":
        return f"{euro} {table.euro}"
    return table.euro_cent.format(euro=euro, cent=int(cents[1]))


def _whole(amount: str) -> str:
    """The euros of an amount, without marks between thousands."""
    return re.sub(r"[.,]", "", re.sub(r"[.,]\d{2}$", "", amount))

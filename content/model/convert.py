"""From plain data to one frozen entry, with every problem said in words that staff understand."""

import difflib
import re
from collections.abc import Iterator
from datetime import time
from decimal import Decimal, InvalidOperation
from typing import Any, TypeVar, get_args, get_type_hints

import msgspec
from msgspec import Struct

from content.model.content import Problem
from content.model.hours import Span
from content.model.text import Text

Entry = TypeVar("Entry", bound=Struct)

SPAN = re.compile(r"\s*(\d{1,2}):(\d{2})\s*[-–]\s*(\d{1,2}):(\d{2})\s*")
KINDS = {
    "str": "a text",
    "int": "a whole number",
    "float": "a number",
    "array": "a list (lines that begin with `- `)",
    "object": "fields with names",
    "date": "a date such as 2026-11-17",
    "bool": "true or false",
    "null": "nothing",
}


def convert(plain: Any, kind: type[Entry], file: str, entry: str) -> tuple[Entry | None, list[Problem]]:
    """One entry of `kind`, or None and what is wrong with it."""
    if not isinstance(plain, dict):
        return None, [Problem(file, entry, "", "fields with names are expected here, such as `id: ...`")]
    unknown = [Problem(file, entry, field, message) for field, message in _unknown_fields(plain, kind, "")]
    if unknown:
        return None, unknown
    try:
        return msgspec.convert(plain, kind, strict=True, dec_hook=decode), []
    except msgspec.ValidationError as fault:
        message, _, where = str(fault).partition(" - at `$")
        return None, [Problem(file, entry, where.rstrip("`").lstrip("."), _in_words(message))]


def decode(kind: type, plain: Any) -> Any:
    """Values that YAML does not know: texts per language, spans of opening, prices."""
    if kind is Text:
        return Text.from_plain(plain)
    if kind is Decimal:
        return _price(plain)
    raise ValueError(f"{kind.__name__} is expected")


def _price(plain: Any) -> Decimal:
    try:
        price = Decimal(plain) if isinstance(plain, int | str) and not isinstance(plain, bool) else None
    except InvalidOperation:
        price = None
    if price is None or not price.is_finite():
        raise ValueError("write the price as euro with a point, such as 37.00")
    return price


def spans(plain: Any) -> Any:
    """Opening spans as people write them (`"08:00-12:00"`, one or a list) to what `Span` needs.

    :raises ValueError: says which one is wrong and how to write it.
    """
    if isinstance(plain, str):
        plain = [plain]
    if not isinstance(plain, list):
        return plain
    return [_span(one) for one in plain]


def _span(plain: Any) -> Span:
    match = SPAN.fullmatch(plain) if isinstance(plain, str) else None
    if match is None:
        raise ValueError(f'`{plain}` is no span of opening; write "08:00-12:30"')
    try:
        start, end = time(int(match[1]), int(match[2])), time(int(match[3]), int(match[4]))
    except ValueError:
        raise ValueError(f"`{plain}` has an hour or minute that does not exist") from None
    if start >= end:
        raise ValueError(f"`{plain}` ends before it begins")
    return Span(start, end)


def _unknown_fields(plain: Any, kind: Any, above: str) -> Iterator[tuple[str, str]]:
    struct = next((one for one in (kind, *get_args(kind)) if isinstance(one, type) and issubclass(one, Struct)), None)
    if isinstance(plain, list):
        for index, one in enumerate(plain):
            yield from _unknown_fields(one, kind, f"{above}[{index}]")
    if struct is None or struct is Span or not isinstance(plain, dict):
        return
    hints = get_type_hints(struct)
    for key, value in plain.items():
        field = f"{above}.{key}".lstrip(".")
        if key not in hints:
            near = difflib.get_close_matches(str(key), hints, n=1)
            hint = f"did you mean `{near[0]}`?" if near else f"known are {', '.join(hints)}"
            yield field, f"there is no field of this name; {hint}"
        else:
            yield from _unknown_fields(value, hints[key], field)


def _in_words(message: str) -> str:
    """msgspec's message as a sentence for staff."""
    expected = re.fullmatch(r"Expected `([^`]+)`, got `([^`]+)`", message)
    if expected:
        wanted = " or ".join(KINDS.get(one.strip(), one.strip()) for one in expected[1].split("|"))
        return f"{wanted} is expected, but there is {KINDS.get(expected[2], expected[2])}"
    missing = re.fullmatch(r"Object missing required field `([^`]+)`", message)
    if missing:
        return f"the field `{missing[1]}` is missing"
    value = re.fullmatch(r"Invalid enum value (.+)", message)
    if value:
        return f"{value[1]} is not one of the words known here"
    return message[:1].lower() + message[1:]

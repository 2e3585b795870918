"""From plain data to one frozen entry, with every problem in words that staff understand. Reads no files."""

import difflib
import re
from collections.abc import Iterator, Mapping
from datetime import time
from functools import lru_cache
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

import msgspec
from msgspec import NODEFAULT, Struct

from content.model.content import Problem
from content.model.hours import WEEKDAYS, Span
from content.model.text import Text

Entry = TypeVar("Entry", bound=Struct)

SPAN = re.compile(r"\s*(\d{1,2}):(\d{2})\s*[-–]\s*(\d{1,2}):(\d{2})\s*", re.ASCII)
KINDS = {
    "str": "a text",
    "int": "a whole number",
    "float": "a number",
    "decimal": "a number such as 37.00",
    "array": "a list (lines that begin with `- `)",
    "object": "fields with names",
    "date": "a date such as 2026-11-17",
    "bool": "true or false",
    "null": "nothing",
}
SENTENCES = {
    "Invalid RFC3339 encoded date": "this day is not in the calendar; write year-month-day such as 2026-11-17",
    "Invalid decimal string": "a price is expected; write euro with a point, such as 37.00",
}


def convert(plain: Any, kind: type[Entry], file: str, entry: str) -> tuple[Entry | None, list[Problem]]:
    """One entry of `kind`, or None and everything that is wrong with it. Spans of opening are turned in place."""
    if not isinstance(plain, dict):
        return None, [Problem(file, entry, "", "fields with names are expected here, such as `id: ...`")]
    faults = [*_unknown_fields(plain, kind, ""), *_written_hours(plain.get("hours"))]
    try:
        found = msgspec.convert(plain, kind, strict=True, dec_hook=decode)
    except msgspec.ValidationError:
        found = None
        faults += _field_by_field(plain, kind)
    if faults:
        return None, [Problem(file, entry, field, message) for field, message in faults]
    return found, []


def decode(kind: type, plain: Any) -> Any:
    """Values that YAML does not know: texts in several languages."""
    if kind is Text:
        return Text.from_plain(plain)
    raise ValueError(f"{kind.__name__} is expected")


# --- hours --------------------------------------------------------------------------------------------------------


def _written_hours(hours: Any) -> Iterator[tuple[str, str]]:
    """Turn written spans into `Span`s in place; every wrong one is a fault of its own."""
    if not isinstance(hours, dict):
        return
    places = [(hours, day, f"hours.{day}") for day in WEEKDAYS if day in hours]
    exceptions = hours.get("exceptions")
    for i, one in enumerate(exceptions if isinstance(exceptions, list) else ()):
        if isinstance(one, dict) and "open" in one:
            places.append((one, "open", f"hours.exceptions[{i}].open"))
    for mapping, key, field in places:
        try:
            mapping[key] = spans(mapping[key])
        except ValueError as fault:
            mapping[key] = []
            yield field, str(fault)


def spans(plain: Any) -> list[Span]:
    """Opening spans as people write them: `"08:00-12:00"`, one or a list.

    :raises ValueError: says which one is wrong and how to write it.
    """
    return [_span(one) for one in (plain if isinstance(plain, list) else [plain])]


def _span(plain: Any) -> Span:
    if plain is None:
        raise ValueError('write "08:00-12:30", or leave the day out where it is closed')
    match = SPAN.fullmatch(plain) if isinstance(plain, str) else None
    if match is None:
        raise ValueError(f'`{plain}` is no span of opening; write "08:00-12:30"')
    try:
        start, end = time(int(match[1]), int(match[2])), time(int(match[3]), int(match[4]))
    except ValueError:
        raise ValueError(f"`{plain}` has an hour or minute that does not exist") from None
    if start >= end:
        raise ValueError(f"`{plain}` ends before it begins; write the earlier time first")
    return Span(start, end)


# --- what is wrong ------------------------------------------------------------------------------------------------


@lru_cache(maxsize=64)
def _hints(struct: type[Struct]) -> Mapping[str, Any]:
    return get_type_hints(struct)


def _struct_in(kind: Any) -> type[Struct] | None:
    """The struct of `Fee`, `Fee | None` or `tuple[Fee, ...]`."""
    return next((one for one in (kind, *get_args(kind)) if isinstance(one, type) and issubclass(one, Struct)), None)


def _unknown_fields(plain: Any, kind: Any, above: str) -> Iterator[tuple[str, str]]:
    struct = _struct_in(kind)
    if struct is None or struct is Span:
        return
    if isinstance(plain, list):
        for index, one in enumerate(plain):
            yield from _unknown_fields(one, struct, f"{above}[{index}]")
    if not isinstance(plain, dict):
        return
    hints = _hints(struct)
    for key, value in plain.items():
        field = f"{above}.{key}".lstrip(".")
        if key not in hints:
            near = difflib.get_close_matches(key, hints, n=1)
            hint = f"did you mean `{near[0]}`?" if near else f"known are {', '.join(hints)}"
            yield field, f"there is no field of this name; {hint}"
        else:
            yield from _unknown_fields(value, hints[key], field)


def _field_by_field(plain: Mapping[str, Any], kind: type[Struct]) -> Iterator[tuple[str, str]]:
    """One fault for every field that is wrong: msgspec itself stops at the first."""
    hints = _hints(kind)
    for one in msgspec.structs.fields(kind):
        if one.name not in plain:
            if one.default is NODEFAULT and one.default_factory is NODEFAULT:
                yield one.name, "this field is missing; add it"
            continue
        try:
            msgspec.convert(plain[one.name], hints[one.name], strict=True, dec_hook=decode)
        except msgspec.ValidationError as fault:
            message, _, below = str(fault).rpartition(" - at `$")
            if not message:
                message, below = str(fault), ""
            if not message.startswith("Object contains unknown field"):  # told already, with a hint
                yield one.name + below.rstrip("`"), _in_words(message, hints[one.name])


def _in_words(message: str, kind: Any) -> str:
    """msgspec's message as a sentence for staff."""
    expected = re.fullmatch(r"Expected `([^`]+)`, got `([^`]+)`", message)
    if expected:
        wanted = " or ".join(KINDS.get(one.strip(), one.strip()) for one in expected[1].split("|") if "null" not in one)
        hint = "; put it in quotes" if "str" in expected[1] and expected[2] in ("int", "decimal", "bool") else ""
        return f"{wanted} is expected, but there is {KINDS.get(expected[2], expected[2])}{hint}"
    if missing := re.fullmatch(r"Object missing required field `([^`]+)`", message):
        return f"the field `{missing[1]}` is missing; add it"
    if message.startswith("Invalid enum value") and get_origin(kind) is Literal:
        return f"one of these is expected: {', '.join(str(one) for one in get_args(kind))}"
    return SENTENCES.get(message, message[:1].lower() + message[1:])

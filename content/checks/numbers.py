"""Number series: no two queues may give out the same waiting number. Gives out none itself."""

from collections.abc import Iterator

from content.model.content import Content, Problem
from content.model.files import CONCERNS


def check(content: Content) -> Iterator[Problem]:
    """Prefixes, ranges and contingents of the queues."""
    seen: dict[str, list[tuple[int, int, str]]] = {}
    for concern in content.concerns.values():
        if len(concern.prefix) != 1 or not ("A" <= concern.prefix <= "Z"):
            yield Problem(CONCERNS, concern.id, "prefix", "one capital letter from A to Z is expected")
        if not 0 < concern.first_number <= concern.last_number <= 999:
            field = "last_number" if 0 < concern.first_number <= 999 else "first_number"
            yield Problem(CONCERNS, concern.id, field, "numbers go from 1 to 999, first before last")
        for first, last, other in seen.setdefault(concern.prefix, []):
            if concern.first_number <= last and first <= concern.last_number:
                message = f"`{concern.prefix}` with these numbers is `{other}` already; take another letter or range"
                yield Problem(CONCERNS, concern.id, "prefix", message)
        seen[concern.prefix].append((concern.first_number, concern.last_number, concern.id))
        if concern.daily_contingent is not None and concern.daily_contingent < 0:
            yield Problem(
                CONCERNS,
                concern.id,
                "daily_contingent",
                "the number of a day cannot be negative; leave it out for no limit",
            )
        if not 0 < concern.minutes_each < 1440:
            yield Problem(CONCERNS, concern.id, "minutes_each", "write minutes, more than 0 and less than a day")
        if not concern.rooms:
            yield Problem(CONCERNS, concern.id, "rooms", "name at least one room that calls this queue")

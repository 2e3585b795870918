"""What the ticket says, per language, apart from the code. `{n}` and other places are filled by `lines` and `paper`."""

from functools import cache

from msgspec import Struct

from kiosk.texts import say


class TicketTexts(Struct, frozen=True, kw_only=True):
    """All texts of the paper and of the ticket's lines in one language."""

    wait: str
    wait_one: str
    wait_none: str
    wait_unknown: str
    before: str
    before_one: str
    before_none: str
    before_brief: str
    """Where the code takes half the width."""
    area: str
    room: str
    """A room with a number on its door."""
    place: str
    """A room with a name of its own."""
    either: str
    """Between the last two of several rooms."""
    many_rooms: str
    way: str
    bring: str
    bring_row: str
    phone: str
    moment: str
    today_only: str
    way_title: str
    way_length: str


@cache
def ticket_texts(language: str) -> TicketTexts:
    """The texts in `language`, in German where there are none."""
    return TicketTexts(**{field: say(f"paper.{field}", language) for field in TicketTexts.__struct_fields__})

"""What the ticket says, per language, apart from the code. `{n}` and other places are filled by `lines` and `paper`."""

from collections.abc import Mapping

from msgspec import Struct


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


TEXTS: Mapping[str, TicketTexts] = {
    "de": TicketTexts(
        wait="etwa {n} Minuten",
        wait_one="etwa 1 Minute",
        wait_none="Gleich sind Sie dran",
        wait_unknown="Wartezeit unbekannt",
        before="{n} Personen vor Ihnen",
        before_one="1 Person vor Ihnen",
        before_none="Niemand vor Ihnen",
        before_brief="{n} vor Ihnen",
        area="Warten: {area}",
        room="Dann Zimmer {room}",
        place="Dann {room}",
        either="{others} oder {last}",
        many_rooms="Dann in das Zimmer auf der Anzeige",
        way="So kommen Sie hin",
        bring="Das bringen Sie mit",
        bring_row="[ ] {what}",
        phone="Nummer aufs Handy: Code fotografieren",
        moment="{day:02}.{month:02}.{year}, {hour:02}:{minute:02} Uhr",
        today_only="Gültig nur heute",
        way_title="Ihr Weg: {goal}",
        way_length="{metres} m, etwa {minutes} Min.",
    ),
    "en": TicketTexts(
        wait="about {n} minutes",
        wait_one="about 1 minute",
        wait_none="It is your turn soon",
        wait_unknown="Waiting time unknown",
        before="{n} people before you",
        before_one="1 person before you",
        before_none="Nobody before you",
        before_brief="{n} before you",
        area="Wait: {area}",
        room="Then room {room}",
        place="Then {room}",
        either="{others} or {last}",
        many_rooms="Then the room on the display",
        way="How to get there",
        bring="What to bring",
        bring_row="[ ] {what}",
        phone="Number on your phone: scan the code",
        moment="{day:02}/{month:02}/{year}, {hour:02}:{minute:02}",
        today_only="Valid today only",
        way_title="Your way: {goal}",
        way_length="{metres} m, about {minutes} min",
    ),
}


def ticket_texts(language: str) -> TicketTexts:
    """The texts in `language`, in German where there are none yet."""
    return TEXTS.get(language, TEXTS["de"])

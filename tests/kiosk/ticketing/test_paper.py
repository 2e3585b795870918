"""What stands on the paper, on the screen and in the phone's code."""

import io
from datetime import date

import pytest
import segno
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from PIL import Image

from hardware.printer.interface import Line, Logo, Qr
from kiosk.ticketing.lines import TicketFacts, ticket_lines
from kiosk.ticketing.model import Ticket, TicketState
from kiosk.ticketing.paper import ticket_blocks, way_blocks
from kiosk.ticketing.phone import MOST_BYTES, phone_payload, phone_token
from tests.kiosk.ticketing.world import MORNING

TICKET = Ticket(
    id="5f" * 16,
    visit_id="visit-1",
    concern="passport",
    number=42,
    label="A042",
    day=date(2026, 11, 24),
    drawn_at=MORNING.replace(hour=10, minute=42),
    state=TicketState.DRAWN,
    waiting_before=6,
    wait_minutes=14,
)
FACTS = TicketFacts(
    language="de",
    house="Bürgeramt",
    town="Musterstadt",
    concern="Ausweis und Pass",
    waiting_area="1. Stock, Blau",
    rooms=("1.07",),
    steps=("Geradeaus zum Aufzug A", "Mit dem Aufzug in den 1. Stock", "Rechts zum Wartebereich Blau"),
    bring=("Alter Ausweis", "Biometrisches Foto"),
)


def words(*blocks: object) -> list[str]:
    return [block.text for block in blocks if isinstance(block, Line)]


def test_the_lines_of_the_picture() -> None:
    assert ticket_lines(TICKET, FACTS) == (
        ("clock-outline", "etwa 14 Minuten", ""),
        ("account-group-outline", "", "6 Personen vor Ihnen"),
        ("seat-outline", "", "Warten: 1. Stock, Blau"),
        ("door", "", "Dann Zimmer 1.07"),
    )
    assert [line.bold + line.rest for line in ticket_lines(TICKET, FACTS, brief=True)] == [
        "etwa 14 Minuten",
        "6 vor Ihnen",
        "Dann Zimmer 1.07",
    ]


@pytest.mark.parametrize(
    ("minutes", "before", "first", "second"),
    [
        (None, 3, "Wartezeit unbekannt", "3 Personen vor Ihnen"),
        (0, 0, "Gleich sind Sie dran", "Niemand vor Ihnen"),
        (1, 1, "etwa 1 Minute", "1 Person vor Ihnen"),
        (90, 30, "etwa 90 Minuten", "30 Personen vor Ihnen"),
    ],
)
def test_few_and_many(minutes: int | None, before: int, first: str, second: str) -> None:
    lines = ticket_lines(replace(TICKET, wait_minutes=minutes, waiting_before=before), FACTS)
    assert [line.bold + line.rest for line in lines[:2]] == [first, second]


@pytest.mark.parametrize(
    ("rooms", "said"),
    [
        (("1.07",), "Dann Zimmer 1.07"),
        (("1.07", "1.08"), "Dann Zimmer 1.07 oder 1.08"),
        (("1.07", "1.07", "1.08", "1.09"), "Dann Zimmer 1.07, 1.08 oder 1.09"),
        (("1.07", "1.08", "1.09", "1.10"), "Dann in das Zimmer auf der Anzeige"),
        (("Kasse",), "Dann Kasse"),
    ],
)
def test_rooms(rooms: tuple[str, ...], said: str) -> None:
    assert ticket_lines(TICKET, replace(FACTS, rooms=rooms))[-1].rest == said


def test_the_paper_says_everything_in_order() -> None:
    blocks = ticket_blocks(TICKET, FACTS)
    assert isinstance(blocks[0], Logo)
    assert words(*blocks) == [
        "Bürgeramt Musterstadt",
        "A042",
        "Ausweis und Pass",
        "etwa 14 Minuten",
        "6 Personen vor Ihnen",
        "Warten: 1. Stock, Blau",
        "Dann Zimmer 1.07",
        "So kommen Sie hin",
        "1. Geradeaus zum Aufzug A",
        "2. Mit dem Aufzug in den 1. Stock",
        "3. Rechts zum Wartebereich Blau",
        "Das bringen Sie mit",
        "[ ] Alter Ausweis",
        "[ ] Biometrisches Foto",
        "Nummer aufs Handy: Code fotografieren",
        "24.11.2026, 10:42 Uhr",
        "Gültig nur heute",
    ]
    assert [block.size for block in blocks if isinstance(block, Line) and block.text == "A042"] == [8]


def test_paper_and_screen_have_the_same_lines() -> None:
    paper = words(*ticket_blocks(TICKET, FACTS))
    screen = [line.bold + line.rest for line in ticket_lines(TICKET, FACTS)]
    start = paper.index(screen[0])
    assert paper[start : start + len(screen)] == screen


def test_english() -> None:
    paper = words(*ticket_blocks(TICKET, replace(FACTS, language="en", rooms=("1.07", "1.08"))))
    assert "about 14 minutes" in paper
    assert "Then room 1.07 or 1.08" in paper
    assert "24/11/2026, 10:42" in paper


def test_a_language_without_texts_is_german() -> None:
    assert ticket_blocks(TICKET, replace(FACTS, language="fr")) == ticket_blocks(TICKET, FACTS)


def test_what_is_not_known_is_left_out() -> None:
    bare = replace(FACTS, waiting_area="", rooms=(), steps=(), bring=())
    assert words(*ticket_blocks(TICKET, bare))[3:] == [
        "etwa 14 Minuten",
        "6 Personen vor Ihnen",
        "Nummer aufs Handy: Code fotografieren",
        "24.11.2026, 10:42 Uhr",
        "Gültig nur heute",
    ]


def test_a_long_number_is_smaller() -> None:
    sizes = {
        block.text: block.size
        for block in ticket_blocks(replace(TICKET, label="A1000"), FACTS)
        if isinstance(block, Line)
    }
    assert sizes["A1000"] == 6


def test_directions_on_paper() -> None:
    blocks = way_blocks(
        language="de",
        house="Bürgeramt",
        town="Musterstadt",
        goal="Zimmer 1.07",
        steps=FACTS.steps,
        metres=44.6,
        seconds=95,
        now=TICKET.drawn_at,
    )
    assert words(*blocks)[1:4] == ["Ihr Weg: Zimmer 1.07", "45 m, etwa 2 Min.", "1. Geradeaus zum Aufzug A"]


# --- the phone ---------------------------------------------------------------------------------------------------


def test_without_a_server_the_code_is_text_that_any_phone_shows() -> None:
    data = phone_payload(TICKET, FACTS)
    assert data.splitlines() == [
        "A042",
        "Ausweis und Pass",
        "24.11.2026, 10:42 Uhr · Gültig nur heute",
        "Dann Zimmer 1.07",
        "Warten: 1. Stock, Blau",
        "Bürgeramt Musterstadt",
    ]
    picture = io.BytesIO()
    segno.make(data, error="m", micro=False).save(picture, kind="png", scale=4)
    (read,) = zxingcpp.read_barcodes(Image.open(picture))
    assert read.text == data
    (on_paper,) = (block for block in ticket_blocks(TICKET, FACTS) if isinstance(block, Qr))
    assert on_paper.data == data


def test_with_a_server_it_is_a_link_nobody_can_guess() -> None:
    link = phone_payload(TICKET, FACTS, "https://nummer.musterstadt.de/")
    assert link == f"https://nummer.musterstadt.de/t/{phone_token(TICKET)}"
    assert len(phone_token(TICKET)) == 22
    assert TICKET.id not in link
    assert phone_token(replace(TICKET, id="60" * 16)) != phone_token(TICKET)


@pytest.mark.parametrize("address", ["http://musterstadt.de", "musterstadt.de", f"https://{'a' * 200}.de"])
def test_an_address_that_does_not_fit_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="address for phones"):
        phone_payload(TICKET, FACTS, address)


@given(st.text(max_size=300), st.text(max_size=300), st.lists(st.text(max_size=80), max_size=4))
def test_the_code_never_grows_too_large(concern: str, area: str, rooms: list[str]) -> None:
    data = phone_payload(TICKET, replace(FACTS, concern=concern, waiting_area=area, rooms=tuple(rooms)))
    assert data.startswith("A042")
    assert len(data.encode("utf-8", "surrogatepass")) <= MOST_BYTES

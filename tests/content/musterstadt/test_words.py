"""What the demo town hall says of itself: queues, hours, notices, in German and in English."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from content.checks.texts import texts_in
from content.model.content import Content
from content.model.loading import examine_content
from content.model.opening import is_open, next_opening, spans_on
from kiosk.widgets.fonts import has_icon
from tests.content.musterstadt.floor_plan import FOLDER

BERLIN = ZoneInfo("Europe/Berlin")
PREFIXES = {
    "ausweis": "A",
    "wohnung": "B",
    "zeugnis": "C",
    "fuehrerschein": "F",
    "zulassung": "K",
    "standesamt": "E",
    "aufenthalt": "D",
    "soziales": "S",
    "gewerbe": "G",
    "steuern": "T",
    "auskunft": "Z",
}


@pytest.fixture(scope="module")
def content() -> Content:
    found, problems = examine_content(FOLDER)
    assert found is not None, "\n".join(str(problem) for problem in problems)
    return found


def test_nothing_is_wrong_in_the_files_of_the_house() -> None:
    """Services have tests of their own; a notice that is over is allowed, as time passes."""
    _, problems = examine_content(FOLDER)
    of_the_house = [p for p in problems if not p.file.startswith("services") and "is over" not in p.message]
    assert [str(problem) for problem in of_the_house] == []


def test_every_text_is_there_in_german_and_english(content: Content) -> None:
    entries = [content.town, *content.offices.values(), *content.concerns.values(), *content.notices]
    entries += [*content.life_situations.values()]
    texts = [(entry, field, text) for entry in entries for field, text in texts_in(entry)]
    assert len(texts) > 100
    assert [(entry, field) for entry, field, text in texts if not (text.has("de") and text.has("en"))] == []


def test_queues_have_the_letters_on_the_boards(content: Content) -> None:
    assert {concern.id: concern.prefix for concern in content.concerns.values()} == PREFIXES
    assert content.town.ask_concern == "auskunft"


def test_who_does_not_know_their_queue_always_gets_a_number(content: Content) -> None:
    ask = content.concerns["auskunft"]
    assert ask.daily_contingent is None
    assert ask.rooms == (content.town.help_room,)
    hours = ask.hours or content.offices[ask.office].hours
    for day in range(1, 29):
        at = date(2026, 11, day)
        assert spans_on(hours, "BW", at) == spans_on(content.town.hours, "BW", at)


def test_icons_exist(content: Content) -> None:
    icons = [concern.icon for concern in content.concerns.values()]
    icons += [situation.icon for situation in content.life_situations.values()]
    assert [name for name in icons if not has_icon(name)] == []


def test_life_situations_fill_their_pages(content: Content) -> None:
    assert len(content.life_situations) == 16
    assert len({situation.icon for situation in content.life_situations.values()}) >= 14


def test_a_queue_with_a_contingent_says_what_to_do_when_it_is_used_up(content: Content) -> None:
    limited = [concern for concern in content.concerns.values() if concern.daily_contingent is not None]
    assert len(limited) >= 8
    assert [concern.id for concern in limited if concern.when_used_up is None] == []


def test_contingents_can_be_served_in_a_long_day(content: Content) -> None:
    """Numbers that nobody could call would be a promise not kept: Thursday is the longest day."""
    thursday = date(2026, 11, 26)
    for concern in content.concerns.values():
        if concern.daily_contingent is None:
            continue
        open_minutes = sum(
            (span.end.hour - span.start.hour) * 60 + span.end.minute - span.start.minute
            for span in spans_on(content.offices[concern.office].hours, "BW", thursday)
        )
        assert concern.daily_contingent * concern.minutes_each <= open_minutes + 60, concern.id


def test_no_office_is_open_while_the_house_is_closed(content: Content) -> None:
    for day in range(1, 31):
        at = date(2026, 11, day)
        house = spans_on(content.town.hours, "BW", at)
        for office in content.offices.values():
            for span in spans_on(office.hours, "BW", at):
                assert any(one.start <= span.start and span.end <= one.end for one in house), (office.id, at)


def test_no_number_is_given_out_while_its_office_is_closed(content: Content) -> None:
    for day in [*(date(2026, 12, n) for n in range(1, 32)), *(date(2027, 2, n) for n in range(1, 29))]:
        for concern in content.concerns.values():
            office = spans_on(content.offices[concern.office].hours, "BW", day)
            for span in spans_on(concern.hours, "BW", day) if concern.hours else ():
                assert any(one.start <= span.start and span.end <= one.end for one in office), (concern.id, day)


@pytest.mark.parametrize(
    ("moment", "opened"),
    [
        (datetime(2026, 11, 24, 8, 0, tzinfo=BERLIN), True),
        (datetime(2026, 11, 24, 16, 0, tzinfo=BERLIN), False),
        (datetime(2026, 11, 26, 17, 59, tzinfo=BERLIN), True),
        (datetime(2026, 11, 27, 12, 30, tzinfo=BERLIN), False),
        (datetime(2026, 11, 28, 11, 0, tzinfo=BERLIN), True),
        (datetime(2026, 12, 24, 10, 0, tzinfo=BERLIN), False),
        (datetime(2027, 1, 6, 10, 0, tzinfo=BERLIN), False),
        (datetime(2027, 2, 8, 11, 0, tzinfo=BERLIN), True),
        (datetime(2027, 2, 8, 13, 0, tzinfo=BERLIN), False),
    ],
    ids=[
        "morning",
        "closing",
        "thursday",
        "friday-noon",
        "saturday",
        "heiligabend",
        "epiphany",
        "carnival",
        "carnival-noon",
    ],
)
def test_hours_of_the_citizens_office(content: Content, moment: datetime, opened: bool) -> None:
    assert is_open(content.offices["buergeramt"].hours, "BW", moment) is opened


def test_after_christmas_eve_it_opens_on_monday(content: Content) -> None:
    eve = datetime(2026, 12, 24, 9, 0, tzinfo=BERLIN)
    assert next_opening(content.town.hours, "BW", eve) == datetime(2026, 12, 28, 8, 0, tzinfo=BERLIN)


def test_notices_close_nothing_by_default(content: Content) -> None:
    assert [notice.closes for notice in content.notices if notice.closes] == []

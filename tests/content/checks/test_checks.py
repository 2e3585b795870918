"""Each check: what it finds, in which entry and field, how serious it is; and that it tells nothing else."""

from datetime import date, timedelta

import pytest

from content.checks import CHECKS
from content.checks.facts import facts_on
from tests.content.model.small_town import AS_OF, TODAY, SmallTown

SERVICE, ENTRY = "services/wohnung.yaml", "wohnung-anmelden"
CONCERNS, OFFICES, LIVES, NOTICES = "concerns.yaml", "offices.yaml", "life_situations.yaml", "notices.yaml"
LONG_AGO, NEXT_YEAR = TODAY - timedelta(days=600), TODAY + timedelta(days=365)

SERIOUS = [
    # places
    ("town.yaml", "help_room: Foyer", "help_room: Foier", "", "help_room", "did you mean `Foyer`?"),
    ("town.yaml", "room: KIOSK-1", "room: KIOSK-9", "", "kiosks[0].room", "did you mean `KIOSK-1`?"),
    (
        OFFICES,
        '["0.01", "0.02"]',
        '["0.01", "0.03"]',
        "buergeramt",
        "rooms[1]",
        "`0.03` does not exist; did you mean `0.0",
    ),
    (CONCERNS, 'rooms: ["0.01"]', 'rooms: ["Keller"]', "ausweis", "rooms[0]", "write the name of one that does"),
    (CONCERNS, "Foyer\n  last", "Voyer\n  last", "ausweis", "waiting_area", "did you mean `Foyer`?"),
    (SERVICE, 'room: "0.02"', 'room: "0.2"', ENTRY, "room", "did you mean `0.02`?"),
    (NOTICES, "[Lager]", "[Foyer, Laager]", "flur-zu", "closes[1]", "did you mean `Lager`?"),
    (NOTICES, "[Lager]", "[KIOSK-1]", "flur-zu", "closes[0]", "`KIOSK-1` does not exist"),
    # entries; ids are looked up as they are written
    ("town.yaml", "ask_concern: ausweis", "ask_concern: ausweiss", "", "ask_concern", "did you mean `ausweis`?"),
    (CONCERNS, 'buergeramt\n  rooms: ["0.01"]', 'bauamt\n  rooms: ["0.01"]', "ausweis", "office", "`bauamt` does not"),
    (SERVICE, "office: buergeramt", "office: Buergeramt", ENTRY, "office", "`Buergeramt` does not exist"),
    (SERVICE, "concern: wohnung", "concern: wonung", ENTRY, "concern", "did you mean `wohnung`?"),
    (SERVICE, "[umzug]", "[umzug, heirat]", ENTRY, "life_situations[1]", "`heirat` does not exist"),
    # ways
    (SERVICE, 'room: "0.02"', 'room: "0.99"', ENTRY, "room", "no way leads from KIOSK-1 to `0.99`; draw the door"),
    # facts
    (SERVICE, f"as_of: {AS_OF}", f"as_of: {NEXT_YEAR}", ENTRY, "as_of", "lies in the future"),
    ("town.yaml", f"as_of: {AS_OF}", f"as_of: {NEXT_YEAR}", "", "as_of", "lies in the future"),
    (OFFICES, f"as_of: {AS_OF}", f"as_of: {NEXT_YEAR}", "buergeramt", "as_of", "lies in the future"),
    (NOTICES, f"as_of: {AS_OF}", f"as_of: {NEXT_YEAR}", "flur-zu", "as_of", "lies in the future"),
    (SERVICE, "en: ID card}", f"en: ID, as_of: {NEXT_YEAR}}}", ENTRY, "papers[0].what.as_of", "lies in the future"),
    (SERVICE, "2199-12-31", "2020-01-01", ENTRY, "valid_until", "lies before `as_of`"),
    (SERVICE, "amount: 12.50", "amount: -1", ENTRY, "fees[0].amount", "between 0 and a million"),
    (SERVICE, "amount: 12.50", "amount: 12.505", ENTRY, "fees[0].amount", "parts of a cent"),
    (SERVICE, "amount: 12.50", "amount: 'NaN'", ENTRY, "fees[0].amount", "between 0 and a million"),
    (SERVICE, "amount: 12.50", "amount: '1e999999'", ENTRY, "fees[0].amount", "between 0 and a million"),
    (SERVICE, "amount: 12.50", "{amount: 12.50, up_to: 12.5}", ENTRY, "fees[0].up_to", "not above the lower"),
    (SERVICE, "  fees:", "  free: true\n  fees:", ENTRY, "free", "cannot be true while there are fees"),
    (SERVICE, "  fees:", '  leika: "9911500510400"\n  fees:', ENTRY, "leika", "it has 14 digits"),
    (SERVICE, "  fees:", "  at_desk_minutes: 0\n  fees:", ENTRY, "at_desk_minutes", "more than 0"),
    (SERVICE, "https://www", "http://www", ENTRY, "online", "must begin with https://"),
    ("town.yaml", "land: BW", "land: BW\nwebsite: www.x.de", "", "website", "must begin with https://"),
    (OFFICES, "  source", "  website: x.de\n  source", "buergeramt", "website", "must begin with https://"),
    (SERVICE, "  fees:", "  also_called: {dt: [x]}\n  fees:", ENTRY, "also_called.dt", "unknown language `dt`"),
    (NOTICES, "last: 2199-12-31", "last: 2020-01-01", "flur-zu", "last", "before the first"),
    # hours
    ("town.yaml", "land: BW", "land: bw", "", "land", "did you mean BW?"),
    ("town.yaml", "land: BW", "land: Bayern", "", "land", "write one of BB, BE"),
    ("town.yaml", "land: BW", "land: ''", "", "land", "write one of BB, BE"),
    ("town.yaml", "13:00-16:00", "11:59-16:00", "", "hours.mon", "08:00-12:00 overlaps the next span"),
    (OFFICES, '"08:00-12:00"', '["10:00-11:00", "08:00-12:00"]', "buergeramt", "hours.mon", "overlaps the next"),
    ("town.yaml", "last: 2026-12-31", "last: 2026-12-23", "", "hours.exceptions[0].last", "before the first"),
    # numbers and names
    (CONCERNS, "prefix: B", "prefix: A", "wohnung", "prefix", "is `ausweis` already"),
    (CONCERNS, "prefix: B", "prefix: b", "wohnung", "prefix", "one capital letter from A to Z"),
    (CONCERNS, "prefix: B", "prefix: Ä", "wohnung", "prefix", "one capital letter from A to Z"),
    (CONCERNS, "prefix: B", "prefix: BB", "wohnung", "prefix", "one capital letter from A to Z"),
    (CONCERNS, "last_number: 499", "last_number: 1000", "ausweis", "last_number", "from 1 to 999"),
    (CONCERNS, "last_number: 499", "first_number: 0", "ausweis", "first_number", "from 1 to 999"),
    (CONCERNS, "last_number: 499", "daily_contingent: -1", "ausweis", "daily_contingent", "leave it out for no limit"),
    (CONCERNS, "last_number: 499", "minutes_each: 0", "ausweis", "minutes_each", "more than 0"),
    (CONCERNS, '["0.02"]', "[]", "wohnung", "rooms", "at least one room"),
    ("town.yaml", "- {id: KIOSK-1, ", "- {id: K, room: Foyer}\n  - {id: K, ", "", "kiosks[1].id", "stands twice"),
    ("town.yaml", "room: KIOSK-1", "facing: 361, room: KIOSK-1", "", "kiosks[0].facing", "from 0 (north) to 360"),
]
HINTS = [
    ("town.yaml", "de: Rathaus, en: Town Hall", "de: Rathaus", "", "house.en", "translate 'Rathaus'"),
    ("town.yaml", ", en: Holidays", "", "", "hours.exceptions[0].reason.en", "translate 'Ferien'"),
    (SERVICE, "{de: Ausweis, en: ID card}", "Ausweis", ENTRY, "papers[0].what.en", "translate 'Ausweis'"),
    (SERVICE, f"as_of: {AS_OF}", f"as_of: {LONG_AGO}", ENTRY, "as_of", "more than 18 months ago"),
    (OFFICES, f"as_of: {AS_OF}", f"as_of: {LONG_AGO}", "buergeramt", "as_of", "more than 18 months ago"),
    (SERVICE, "2199-12-31", AS_OF, ENTRY, "valid_until", "check them"),
    (NOTICES, "last: 2199-12-31", "last: 2026-11-03", "flur-zu", "last", "the notice is over; remove it"),
    (NOTICES, "  last: 2199-12-31\n", "", "flur-zu", "first", "the notice is over; remove it"),
    (OFFICES, '{mon: "08:00-12:00"}', "{}", "buergeramt", "hours", "never open"),
    (SERVICE, "  fees:\n    - amount: 12.50\n", "", ENTRY, "fees", "visitors are told that we do not know"),
    (SERVICE, "[umzug]", "[]", "umzug", "id", "no service belongs to it"),
    (SERVICE, "{de: Ausweis,", f"{{de: {'Ausweis ' * 6},", ENTRY, "papers[0].what.de", "44 fit"),
    (SERVICE, "de: Wohnung anmelden", f"de: {'Wohnung ' * 7}", ENTRY, "title.de", "55 letters, 48 fit"),
    (CONCERNS, "en: ID card", f"en: {'ID card ' * 4}", "ausweis", "title.en", "31 letters, 26 fit"),
    (LIVES, "de: Ich ziehe um", f"de: {'Ich ziehe um ' * 3}", "umzug", "title.de", "30 fit"),
    ("building.geojson", "9.1202055, 48.7400721", "9.1202055, 48.7401", "0.02", "door", "add a door node"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "entry", "field", "words"), SERIOUS)
def test_what_makes_content_unusable(
    town: SmallTown, file: str, old: str, new: str, entry: str, field: str, words: str
) -> None:
    town.edit(file, old, new)
    content, _ = town.examine()
    problem = town.only()
    assert content is None
    assert (problem.file, problem.entry, problem.field, problem.serious) == (file, entry, field, True)
    assert words in problem.message
    text = (town.folder / file).read_text("utf-8").splitlines()
    assert problem.line > 0
    assert field.rpartition(".")[2].partition("[")[0] in text[problem.line - 1] or "." in field


@pytest.mark.parametrize(("file", "old", "new", "entry", "field", "words"), HINTS)
def test_what_staff_should_look_at(
    town: SmallTown, file: str, old: str, new: str, entry: str, field: str, words: str
) -> None:
    town.edit(file, old, new)
    content, problems = town.examine()
    problem = next(one for one in problems if one.field == field)
    assert content is not None
    assert (problem.entry, problem.serious) == (entry, False)
    assert words in problem.message
    assert len(problems) == 1 or file == "building.geojson"


def test_a_service_that_leads_nowhere(town: SmallTown) -> None:
    town.edit(SERVICE, '  office: buergeramt\n  concern: wohnung\n  room: "0.02"\n', "")
    assert town.examine()[1] == ()  # there is a way on the internet
    town.edit(SERVICE, "  online: https://www.example.org/umzug\n", "")
    problem = town.only()
    assert (problem.file, problem.entry, problem.field, problem.line) == (SERVICE, ENTRY, "office", 1)
    assert "leads nowhere" in problem.message
    town.edit(SERVICE, "  papers:", "  elsewhere: {who: {de: Landkreis, en: County}}\n  papers:")
    assert town.examine()[1] == ()


@pytest.mark.parametrize("name", ["Raum 0.02", "zimmer 0.02", " 0.02", "way/3"])
def test_places_may_be_written_as_people_say_them(town: SmallTown, name: str) -> None:
    town.edit(SERVICE, 'room: "0.02"', f'room: "{name}"')
    assert town.examine()[1] == ()


def test_two_queues_may_share_a_letter_but_no_number(town: SmallTown) -> None:
    town.edit(CONCERNS, "prefix: B", "prefix: A\n  first_number: 500")
    assert town.examine()[1] == ()
    town.edit(CONCERNS, "first_number: 500", "first_number: 499")
    assert town.only().field == "prefix"


def test_a_long_exception_after_a_short_one_hides_it(town: SmallTown) -> None:
    short, long = "- {first: 2026-12-28, open: ['08:00-09:00']}", "- {first: 2026-12-24, last: 2026-12-31}"
    line = "- {first: 2026-12-24, last: 2026-12-31, reason: {de: Ferien, en: Holidays}}"
    town.edit("town.yaml", line, f"{long}\n    {short}")
    assert town.examine()[1] == ()
    town.edit("town.yaml", f"{long}\n    {short}", f"{short}\n    {long}")
    problem = town.only()
    assert (problem.field, problem.line, problem.serious) == ("hours.exceptions[1]", 8, False)
    assert "this hides the exception of 2026-12-28" in problem.message


def test_a_room_behind_a_closed_one_is_closed(town: SmallTown) -> None:
    town.edit("building.geojson", '"indoor": "room", "ref": "0.02"', '"indoor": "room", "access": "no", "ref": "0.02"')
    _, problems = town.examine()
    assert [(one.entry, one.field) for one in problems] == [("buergeramt", "rooms[1]")]
    assert "is closed to the public" in problems[0].message


def test_a_flat_battery_does_not_make_facts_wrong(town: SmallTown) -> None:
    content, _ = town.examine()
    assert content is not None
    assert [one for one in facts_on(content, date(1970, 1, 1)) if one.serious] == []
    assert [one for one in facts_on(content, date(2026, 1, 1)) if one.serious] != []


def test_every_check_has_a_title() -> None:
    assert len({title for title, _ in CHECKS}) == len(CHECKS) == len({check for _, check in CHECKS})

"""Mistakes of staff: each is told with file, line, entry, field and what to do, and nothing else is told."""

import shutil
from pathlib import Path

import pytest

from content.model.loading import ContentRejected, load_content
from tests.content.model.small_town import AS_OF, FILES, SmallTown


def test_the_small_town_is_good(town: SmallTown) -> None:
    content, problems = town.examine()
    assert [str(problem) for problem in problems] == []
    assert content is not None
    assert content == load_content(town.folder)
    assert list(content.concerns) == ["ausweis", "wohnung"]
    assert str(content.services["wohnung-anmelden"].fees[0].amount) == "12.50"


FIELDS = [
    # file, what stands there, what is written instead, entry, field, words of the message, its line
    ("town.yaml", "land: BW\n", "", "", "land", "this field is missing", 0),
    (
        "town.yaml",
        "land: BW",
        "land: 7",
        "",
        "land",
        "a text is expected, but there is a whole number; put it in qu",
        3,
    ),
    ("town.yaml", "land: BW", "land:", "", "land", "a text is expected, but there is nothing", 3),
    ("town.yaml", "land: BW", "lant: BW", "", "lant", "did you mean `land`?", 3),
    ("town.yaml", "land: BW", "land: BW\ncolour: red", "", "colour", "known are name, house, land", 4),
    ("town.yaml", "de: Kleinstadt, ", "", "", "name", "the German text (`de`) is missing", 1),
    ("town.yaml", "de: Kleinstadt,", "de: '',", "", "name", "the text for `de` is empty", 1),
    ("town.yaml", "de: Kleinstadt,", "de: 5,", "", "name", "is not a text; put it in quotes", 1),
    ("town.yaml", "en: Smalltown", "fr: Petiteville", "", "name", "unknown language `fr`; known are de, de-simple", 1),
    ("town.yaml", "name: {de: Kleinstadt, en: Smalltown}", "name: [a]", "", "name", "one text per language", 1),
    ("town.yaml", "room: KIOSK-1}", "room: KIOSK-1, facin: 3}", "", "kiosks[0].facin", "did you mean `facing`?", 9),
    ("town.yaml", "{id: KIOSK-1, room: KIOSK-1}", "{id: K}", "", "kiosks[0]", "the field `room` is missing", 9),
    ("town.yaml", "13:00-16:00", "13-16", "", "hours.mon", '`13-16` is no span of opening; write "08:00-12:30"', 5),
    ("town.yaml", "13:00-16:00", "16:00-13:00", "", "hours.mon", "ends before it begins", 5),
    ("town.yaml", "13:00-16:00", "13:00-24:00", "", "hours.mon", "an hour or minute that does not exist", 5),
    ("town.yaml", '["08:00-12:00", "13:00-16:00"]', "8", "", "hours.mon", "is no span of opening", 5),
    ("town.yaml", '["08:00-12:00", "13:00-16:00"]', "", "", "hours.mon", "leave the day out where it is closed", 5),
    ("town.yaml", "  mon:", "  man:", "", "hours.man", "did you mean `mon`?", 5),
    ("town.yaml", "last: 2026-12-31", "open: [x]", "", "hours.exceptions[0].open", "is no span of opening", 7),
    ("town.yaml", "first: 2026-12-24", "first: 2026-13-01", "", "hours.exceptions[0].first", "not in the calendar", 7),
    ("town.yaml", f"as_of: {AS_OF}", "as_of: 17.11.2026", "", "as_of", "write year-month-day such as 2026-11-17", 15),
    ("offices.yaml", 'rooms: ["0.01", "0.02"]', "rooms: [0.01, x]", "buergeramt", "rooms[0]", "put it in quotes", 3),
    ("offices.yaml", 'rooms: ["0.01", "0.02"]', 'rooms: "0.01"', "buergeramt", "rooms", "begin with `- `", 3),
    ("offices.yaml", "id: buergeramt", "id: 5", "entry 1", "id", "a text is expected", 1),
    ("offices.yaml", "id: buergeramt", "id: ''", "entry 1", "id", "this id is empty", 1),
    ("offices.yaml", "- id: buergeramt\n  name", "- name", "entry 1", "id", "this field is missing", 1),
    ("concerns.yaml", "last_number: 499", "priority: 4", "ausweis", "priority", "one of these is expected: 1, 2, 3", 8),
    (
        "concerns.yaml",
        "last_number: 499",
        "last_number: 4.5",
        "ausweis",
        "last_number",
        "a whole number is expected",
        8,
    ),
    ("concerns.yaml", "prefix: A\n", "prefix: no\n  prefixx: A\n", "ausweis", "prefixx", "did you mean `prefix`?", 4),
    ("services/wohnung.yaml", "amount: 12.50", "amount: 12,50", "wohnung-anmelden", "fees[0].amount", "a point", 12),
    ("services/wohnung.yaml", "amount: 12.50", "amount: [1]", "wohnung-anmelden", "fees[0].amount", "a list", 12),
    ("services/wohnung.yaml", "amount: 12.50", "price: 12.50", "wohnung-anmelden", "fees[0].price", "known are", 12),
    ("services/wohnung.yaml", "source: B", "free: yes\n  source: B", "wohnung-anmelden", "free", "true or false", 4),
    (
        "services/wohnung.yaml",
        "source: B",
        "attendance: x\n  source: B",
        "wohnung-anmelden",
        "attendance",
        "in_person, ",
        4,
    ),
    (
        "services/wohnung.yaml",
        "    - what: {",
        "    - {",
        "wohnung-anmelden",
        "papers[0].de",
        "there is no field of this",
        14,
    ),
    (
        "services/wohnung.yaml",
        "en: ID card}",
        "as_of: 17}",
        "wohnung-anmelden",
        "papers[0].what",
        "`as_of` must be a d",
        14,
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "entry", "field", "words", "line"), FIELDS)
def test_a_wrong_field(
    town: SmallTown, file: str, old: str, new: str, entry: str, field: str, words: str, line: int
) -> None:
    town.edit(file, old, new)
    content, problems = town.examine()
    assert content is None
    problem = next(one for one in problems if one.field == field)
    assert (problem.file, problem.entry, problem.line) == (file, entry, line)
    assert words in problem.message
    assert problem.serious
    others = {one.field for one in problems if one is not problem}
    assert others <= {
        "land",
        "prefix",
        "fees[0].amount",
        "papers[0].what",
        "papers[0].en",
        "fees[0]",
        "papers[0]",
        "hours",
        "room",
    }


def test_every_wrong_field_is_told_at_once(town: SmallTown) -> None:
    town.edit("concerns.yaml", "prefix: A", "prefix: 1")
    town.edit("concerns.yaml", "last_number: 499", "last_number: many\n  minutes_each: x")
    town.edit("concerns.yaml", "prefix: B", "prefix: [B]")
    town.edit("life_situations.yaml", "icon: truck", "icon: 5")
    _, problems = town.examine()
    assert [(one.file, one.entry, one.field) for one in problems] == [
        ("concerns.yaml", "ausweis", "prefix"),
        ("concerns.yaml", "ausweis", "last_number"),
        ("concerns.yaml", "ausweis", "minutes_each"),
        ("concerns.yaml", "wohnung", "prefix"),
        ("life_situations.yaml", "umzug", "icon"),
    ]


def test_what_cannot_be_read_is_not_told_as_missing_elsewhere(town: SmallTown) -> None:
    town.edit("offices.yaml", "  source: Bürgeramt\n", "")
    assert (town.only().entry, town.only().field) == ("buergeramt", "source")


FILES_WRONG = [
    ("town.yaml", "a: [b\n", "comma", 1),
    ("offices.yaml", "- id: a\n  id: b\n", "`id` stands twice", 2),
    ("concerns.yaml", "- &a {id: a}\n- *a\n", "not allowed", 1),
    ("notices.yaml", "- id: a\n\ttext: b\n", "tab", 2),
    ("offices.yaml", "", "the file is empty", 0),
    ("town.yaml", "", "the file is empty", 0),
    ("concerns.yaml", "a: b\n", "every entry begins with `- id:`", 0),
    ("services/wohnung.yaml", "just words\n", "every entry begins with `- id:`", 0),
    ("building.geojson", '{"type": ', "is not JSON", 0),
    ("building.geojson", "[]", "FeatureCollection", 0),
    ("building.geojson", '{"features": []}', "holds no rooms", 0),
    ("building.geojson", "", "is not JSON", 0),
    ("building.geojson", "<osm", "is not XML", 0),
]


@pytest.mark.parametrize(("file", "text", "words", "line"), FILES_WRONG)
def test_a_file_that_cannot_be_read(town: SmallTown, file: str, text: str, words: str, line: int) -> None:
    (town.folder / file).write_text(text, encoding="utf-8")
    problem = town.only()
    assert (problem.file, problem.line, problem.serious) == (file, line, True)
    assert words in problem.message
    assert str(problem).startswith(f"{file} line {line}: " if line else f"{file}: ")
    with pytest.raises(ContentRejected) as caught:
        load_content(town.folder)
    assert caught.value.problems == (problem,)
    assert str(problem) in str(caught.value)


@pytest.mark.parametrize("file", sorted(set(FILES) - {"notices.yaml"}))
def test_a_file_that_is_missing(town: SmallTown, file: str) -> None:
    (town.folder / file).unlink()
    content, _ = town.examine()
    problem = town.only()
    assert content is None
    assert problem.file == file.split("/")[0]
    assert problem.message


@pytest.mark.parametrize("text", [None, "", "# none today\n", "[]\n"])
def test_no_notices_are_good(town: SmallTown, text: str | None) -> None:
    notices = town.folder / "notices.yaml"
    notices.unlink() if text is None else notices.write_text(text, encoding="utf-8")
    content, problems = town.examine()
    assert problems == ()
    assert content is not None
    assert content.notices == ()


def test_a_folder_that_is_empty_or_not_there(tmp_path: Path) -> None:
    town = SmallTown(tmp_path / "town")
    shutil.rmtree(town.folder)
    assert "no such folder" in town.only().message
    town.folder.mkdir()
    _, problems = town.examine()
    assert {one.file for one in problems} == {*FILES, "services"} - {"notices.yaml", "services/wohnung.yaml"}
    town.folder.rmdir()
    town.folder.write_text("a file")
    assert "no such folder" in town.only().message


def test_ids_that_stand_twice(town: SmallTown) -> None:
    path = town.folder / "life_situations.yaml"
    path.write_text(path.read_text("utf-8") + "- {id: umzug, title: {de: Ich, en: I}, icon: i}\n", encoding="utf-8")
    problem = town.only()
    assert (problem.file, problem.entry, problem.field, problem.line) == ("life_situations.yaml", "umzug", "id", 3)
    assert "stands twice" in problem.message


def test_a_service_that_stands_in_two_files(town: SmallTown) -> None:
    shutil.copy(town.folder / "services/wohnung.yaml", town.folder / "services/zwei.yaml")
    problem = town.only()
    assert (problem.file, problem.entry, problem.field) == ("services/zwei.yaml", "wohnung-anmelden", "id")


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("notice.yaml", "notices.yaml"),
        ("offices.yml", "offices.yaml"),
        ("hund.yaml", "services/hund.yaml"),
        ("services/hund.yml", "services/hund.yaml"),
    ],
)
def test_a_file_that_nobody_reads_is_told(town: SmallTown, file: str, name: str) -> None:
    (town.folder / file).write_text("[]\n")
    problem = town.only()
    assert (problem.file, problem.serious) == (file, False)
    assert f"its name must be `{name}`" in problem.message


@pytest.mark.parametrize(
    "name", ["../building.geojson", "..", ".", "''", "/etc/passwd", '"a\\0.geojson"', "town.yaml", "x/y.geojson"]
)
def test_the_building_lies_beside_the_town(town: SmallTown, name: str) -> None:
    town.edit("town.yaml", "land: BW", f"land: BW\nbuilding: {name}")
    problem = town.only()
    assert (problem.file, problem.field, problem.line) == ("town.yaml", "building", 4)
    assert ".geojson" in problem.message


def test_a_building_of_another_name(town: SmallTown) -> None:
    town.edit("town.yaml", "land: BW", "land: BW\nbuilding: haus.json")
    assert town.only().file == "haus.json"
    (town.folder / "building.geojson").rename(town.folder / "haus.json")
    assert town.examine()[1] == ()

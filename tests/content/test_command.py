"""`lotse content`: what it prints, and how it ends."""

import json
from pathlib import Path

import pytest

from content.command import run
from tests.content.model.small_town import SmallTown


@pytest.fixture
def town(tmp_path: Path) -> SmallTown:
    return SmallTown(tmp_path / "town")


def test_good_content(town: SmallTown, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", str(town.folder)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Languages: de-simple 0 %, en 100 %, tr 0 %, uk 0 %, ar 0 %.",
        "The content can be used. Wrong: 0. To look at: 0.",
    ]


def test_the_demo_town_is_taken_without_a_folder(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check"]) == 0
    assert "The content can be used." in capsys.readouterr().out
    assert run(["list"]) == 0
    assert "Bürgeramt Musterstadt, content " in capsys.readouterr().out


def test_hints_and_faults(town: SmallTown, capsys: pytest.CaptureFixture[str]) -> None:
    town.edit("town.yaml", ", en: Town Hall", "")
    assert run(["check", str(town.folder)]) == 0
    out = capsys.readouterr().out
    assert out.startswith("look   town.yaml line 2 · house.en: the text is missing in `en`")
    assert out.endswith("The content can be used. Wrong: 0. To look at: 1.\n")
    town.edit("concerns.yaml", "prefix: B", "prefix: A")
    assert run(["check", str(town.folder)]) == 1
    first, second, verdict = capsys.readouterr().out.splitlines()
    assert first.startswith(
        "wrong  concerns.yaml line 11 · wohnung · prefix: `A` with these numbers is `ausweis` already"
    )
    assert second.startswith("look ")
    assert verdict == "The content cannot be used; devices keep theirs. Wrong: 1. To look at: 1."


def test_json(town: SmallTown, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", str(town.folder), "--json"]) == 0
    languages = {"de-simple": 0.0, "en": 1.0, "tr": 0.0, "uk": 0.0, "ar": 0.0}
    assert json.loads(capsys.readouterr().out) == {"usable": True, "problems": [], "languages": languages}
    town.edit("services/wohnung.yaml", "concern: wohnung", "concern: wonung")
    assert run(["check", "--json", str(town.folder)]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told == {
        "usable": False,
        "problems": [
            {
                "file": "services/wohnung.yaml",
                "entry": "wohnung-anmelden",
                "field": "concern",
                "message": "`wonung` does not exist; did you mean `wohnung`?",
                "serious": True,
                "line": 9,
            }
        ],
    }


def test_list(town: SmallTown, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["list", str(town.folder)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("Rathaus Kleinstadt, content ")
    assert lines[1] == "1 offices, 2 queues, 1 services, 1 life situations, 1 notices"
    assert "Bürgeramt (buergeramt), rooms 0.01, 0.02" in lines
    assert "  Wohnung anmelden (wohnung-anmelden)" in lines


def test_every_service_is_listed(town: SmallTown, capsys: pytest.CaptureFixture[str]) -> None:
    text = "  elsewhere: {who: {de: Landkreis, en: County}}\n"
    town.edit("services/wohnung.yaml", "  office: buergeramt\n", text)
    assert run(["list", str(town.folder)]) == 0
    assert "  Wohnung anmelden (wohnung-anmelden)" in capsys.readouterr().out.splitlines()


def test_list_of_bad_content(town: SmallTown, capsys: pytest.CaptureFixture[str]) -> None:
    town.edit("town.yaml", "land: BW", "land: XX")
    assert run(["list", str(town.folder)]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("town.yaml line 3 · land: `XX` is no German Land")


@pytest.mark.parametrize("arguments", [[], ["chek"], ["--json"]])
def test_wrong_use(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("usage: lotse content check")


@pytest.mark.parametrize("arguments", [["check", "--wrong"], ["list", "--json"], ["check", "a", "b"]])
def test_options_that_do_not_exist(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 2
    assert "usage: lotse content" in capsys.readouterr().err


@pytest.mark.parametrize("word", ["help", "-h", "--help"])
def test_help(word: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([word]) == 0
    assert capsys.readouterr().out.startswith("usage: lotse content check")
    assert run(["check", "-h"]) == 0
    assert "--json" in capsys.readouterr().out


def test_a_folder_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("check", "list"):
        assert run([command, str(tmp_path / "none")]) == 2
        assert "is no folder" in capsys.readouterr().err

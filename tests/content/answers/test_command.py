"""`lotse search`: what it prints, for people and for programs, and its exit codes."""

import json
from pathlib import Path

import pytest

from content.answers.command import run


def test_services_and_places_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["furerschein"]) == 0
    shown = capsys.readouterr().out
    assert "Führerschein beantragen" in shown
    assert "services: searched for 'Führerschein'" in shown


def test_for_programs_and_in_english(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["room", "1.07", "--language", "en", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert set(found) == {"services", "places"}
    assert found["places"]["hits"][0]["title"] == "ID card and passport"
    assert found["places"]["corrected"] == ""


def test_limit(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["pass", "--limit", "1", "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["services"]["hits"]) == 1


def test_nothing_found(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["xqzwv"]) == 1
    assert capsys.readouterr().out == "nothing found\n"


@pytest.mark.parametrize("arguments", [[], ["pass", "--language", "xx"], ["pass", "--limit", "many"]])
def test_wrong_use(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 2
    assert "usage: lotse search" in capsys.readouterr().err


def test_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == 0
    assert "--language" in capsys.readouterr().out


def test_content_that_cannot_be_used(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["pass", "--content", str(tmp_path)]) == 1
    assert "cannot be used" in capsys.readouterr().err
    assert run(["pass", "--content", str(tmp_path / "missing")]) == 1

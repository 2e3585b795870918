"""`lotse route` and `lotse content import-building`: what they print and how they end."""

import json
import math
from pathlib import Path
from typing import Any

import pytest

from content.wayfinding import import_command
from content.wayfinding.command import run
from content.wayfinding.reading import read_building
from tests.content.wayfinding.dijkstra import Checker
from tests.content.wayfinding.plans import Plan, box, office

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def plan(tmp_path: Path) -> str:
    return str(office().space(5, box(90, 90, 4, 4), ref="0.05").write(tmp_path))


def printed(capsys: Captured, *arguments: str, ends: int = 0) -> Any:
    assert run(arguments) == ends
    return json.loads(capsys.readouterr().out)


def test_a_way_for_people(plan: str, capsys: Captured) -> None:
    assert run([plan, "--from", "KIOSK", "--to", "1.01"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "24 m, 0.6 min"
    assert lines[1:3] == ["Erdgeschoss:", "  1. Zur Treppe gehen  (8 m)"]
    assert lines[-1] == "  4. Zimmer 1.01 ist links"
    assert "1. Stock:" in lines


def test_a_way_for_programs(plan: str, capsys: Captured) -> None:
    way = printed(
        capsys, plan, "--from", "KIOSK", "--to", "1.01", "--json", "--profile", "step-free", "--language", "en"
    )
    assert list(way) == ["from", "to", "profile", "length_m", "duration_s", "levels", "steps", "points"]
    assert (way["from"], way["to"], way["profile"], way["levels"]) == ("node/7", "way/4", "step-free", [0, 1])
    assert set(way["steps"][0]) == {"text", "level", "kind", "length_m"}
    lift = next(step for step in way["steps"] if step["kind"] == "lift")
    assert (lift["text"], lift["to_level"]) == ("Take the lift to the 1st floor", 1)
    assert all(len(point) == 3 for point in way["points"])
    assert way["duration_s"] > 25


@pytest.mark.parametrize(
    ("options", "reason", "sentence"),
    [
        (["--to", "0.05"], "not-connected", "No walkable way joins the two places on this plan."),
        (
            ["--to", "1.01", "--closed", "Aufzug", "--profile", "step-free"],
            "no-step-free-way",
            "There is no way without steps",
        ),
        (["--to", "1.01", "--closed", "Aufzug", "--closed", "way/21"], "closed", "The only way leads through a part"),
    ],
)
def test_no_way_ends_with_1_and_says_why(
    plan: str, capsys: Captured, options: list[str], reason: str, sentence: str
) -> None:
    answer = printed(capsys, plan, "--from", "KIOSK", *options, "--json", ends=1)
    assert set(answer) == {"from", "to", "profile", "reason", "message"}
    assert answer["reason"] == reason
    assert answer["message"].startswith(sentence)
    assert run([plan, "--from", "KIOSK", *options]) == 1
    assert capsys.readouterr().out.startswith(sentence)


def test_all_pairs_and_the_graph_agree(plan: str, capsys: Captured) -> None:
    pairs = printed(capsys, plan, "--all", "--json")
    checker = Checker(printed(capsys, plan, "--graph"))
    assert len(pairs) == 10
    for pair in pairs:
        expected = checker.length(pair["from"], pair["to"], step_free=False)
        if "length_m" in pair:
            assert pair["length_m"] == pytest.approx(expected, abs=0.02)
        else:
            assert (pair["reason"], expected) == ("not-connected", math.inf)
    assert run([plan, "--all"]) == 0
    assert "way/1 -> way/2: 23.2 m" in capsys.readouterr().out


def test_the_graph_s_keys(plan: str, capsys: Captured) -> None:
    graph = printed(capsys, plan, "--graph")
    assert list(graph) == ["nodes", "edges", "owners", "places", "place_owner"]
    assert set(graph["owners"][0]) == {"id", "going", "through", "closed", "step_free"}
    assert all(len(edge) == 4 and edge[2] >= 0 for edge in graph["edges"])


def test_what_cannot_be_used_ends_with_2_and_a_sentence(plan: str, tmp_path: Path, capsys: Captured) -> None:
    assert run([plan, "--from", "KIOSKK", "--to", "0.01"]) == 2
    assert capsys.readouterr().err == f"{plan}: there is no place `KIOSKK`; near are `kiosk`\n"
    assert run([str(tmp_path / "none"), "--from", "a", "--to", "b"]) == 2
    assert "the file cannot be read" in capsys.readouterr().err
    for options in ([plan], [plan, "--from", "a"], [plan, "--from", "a", "--to", "b", "--profile", "flying"]):
        with pytest.raises(SystemExit) as ended:
            run(options)
        assert ended.value.code == 2
        assert "usage: lotse route" in capsys.readouterr().err


def test_a_plan_is_imported_with_a_report(plan: str, tmp_path: Path, capsys: Captured) -> None:
    out = tmp_path / "ours.geojson"
    assert import_command.run([plan, "--out", str(out), "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert set(report) == {"levels", "rooms", "spaces", "doors", "connectors", "counts", "findings"}
    assert (report["rooms"], report["connectors"], report["counts"]) == (5, 2, {"unreachable": 1})
    assert report["findings"][0]["id"] == "way/5"
    assert read_building(out).spaces == read_building(Path(plan)).spaces


def test_the_report_for_people(tmp_path: Path, capsys: Captured) -> None:
    plan = Plan().space(50, box(0, 0, 40, 2), "corridor")
    for number in range(8):
        plan.space(number + 1, box(5 * number, 2, 5, 4), ref=f"{number}")
    path, out = plan.write(tmp_path), tmp_path / "ours.geojson"
    assert import_command.run([str(path), "--out", str(out)]) == 0
    text = capsys.readouterr().out
    assert "8 rooms, 9 spaces, 8 doors," in text
    assert "... and 3 more of this kind (assumed-door)" in text
    assert text.endswith(f"Written to {out}.\n")
    assert import_command.run([str(path), "--out", str(out), "--verbose"]) == 0
    assert "more of this kind" not in capsys.readouterr().out


def test_an_import_that_fails_ends_with_2(plan: str, tmp_path: Path, capsys: Captured) -> None:
    assert import_command.run([str(tmp_path / "none"), "--out", str(tmp_path / "out")]) == 2
    assert "the file cannot be read" in capsys.readouterr().err
    assert import_command.run([plan, "--out", str(tmp_path / "no" / "folder" / "out")]) in (0, 2)
    assert import_command.run([plan, "--out", str(tmp_path)]) == 2
    assert "cannot be written" in capsys.readouterr().err

"""The content in use: changed while running, broken while running, kept over restarts and crashes."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from content.model.files import ContentRejected
from content.releases.compiled import CompiledUnreadable, code_stamp, decode
from content.releases.current import KEPT, CurrentContent
from content.wayfinding.wayfinder import Wayfinder

PATIENCE_SECONDS = 60


@pytest.fixture
def current(town: Path, kept: Path) -> CurrentContent:
    return CurrentContent(town, kept)


def news(current: CurrentContent) -> None:
    """Look until there is news, as the kiosk does twice a second."""
    end = time.monotonic() + PATIENCE_SECONDS
    while not current.look():
        assert time.monotonic() < end, "no news"
        time.sleep(0.01)


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_content_and_graph_are_those_of_the_folder(current: CurrentContent) -> None:
    assert current.content.town.name.in_language("de") == "Musterstadt"
    finder = Wayfinder(current.content.building, (), current.graph)
    assert finder.find("1.07") in current.graph.places
    assert not any(problem.serious for problem in current.problems)


def test_nothing_changed_is_no_news(current: CurrentContent) -> None:
    assert not current.look()
    assert not current.look()


def test_a_changed_text_is_taken_over(current: CurrentContent, town: Path) -> None:
    before = current.content
    edit(town / "town.yaml", "Musterstadt", "Neustadt")
    news(current)
    assert current.content.town.name.in_language("de") == "Neustadt"
    assert current.content.version != before.version


@pytest.mark.parametrize(
    ("file", "old", "new", "field"),
    [
        ("offices.yaml", "- id: buergeramt", "- id: [buergeramt", ""),
        ("concerns.yaml", 'rooms: ["1.07", "1.08"]', 'rooms: ["1.07", "9.99"]', "rooms[1]"),
        ("services/01-wohnung.yaml", "as_of: 2026", "as_of: 3026", "as_of"),
    ],
)
def test_bad_content_changes_nothing_and_says_where(
    current: CurrentContent, town: Path, file: str, old: str, new: str, field: str
) -> None:
    before = current.content
    edit(town / file, old, new)
    news(current)
    assert current.content is before
    serious = [problem for problem in current.problems if problem.serious]
    assert [problem.file for problem in serious][:1] == [file]
    if field:
        assert field in [problem.field for problem in serious]


def test_mended_content_is_taken_over(current: CurrentContent, town: Path) -> None:
    edit(town / "town.yaml", "as_of:", "as of:")
    news(current)
    edit(town / "town.yaml", "as of:", "as_of:")
    news(current)
    assert not any(problem.serious for problem in current.problems)


def test_a_restart_on_bad_content_takes_the_kept_one(current: CurrentContent, town: Path, kept: Path) -> None:
    (town / "town.yaml").write_text("name: [", "utf-8")
    again = CurrentContent(town, kept)
    assert again.content.version == current.content.version
    assert any(problem.serious for problem in again.problems)


def test_a_restart_without_the_folder_takes_the_kept_one(current: CurrentContent, town: Path, kept: Path) -> None:
    town.rename(town.with_name("gone"))
    assert CurrentContent(town, kept).content.version == current.content.version


def test_bad_content_and_none_kept_is_refused_with_its_problems(town: Path, kept: Path) -> None:
    (town / "town.yaml").unlink()
    with pytest.raises(ContentRejected) as rejected:
        CurrentContent(town, kept)
    assert [problem.file for problem in rejected.value.problems] == ["town.yaml"]


@pytest.mark.parametrize("damage", [b"", b"x" * 100, None], ids=["empty", "foreign", "one bit"])
def test_a_damaged_kept_file_is_made_anew(
    current: CurrentContent, town: Path, kept: Path, damage: bytes | None
) -> None:
    data = bytearray((kept / KEPT).read_bytes())
    data[len(data) // 2] ^= 1
    (kept / KEPT).write_bytes(bytes(data) if damage is None else damage)
    with pytest.raises(CompiledUnreadable):
        decode((kept / KEPT).read_bytes())
    assert CurrentContent(town, kept).content == current.content


def test_the_kept_copy_is_used_without_checking_again(
    current: CurrentContent, town: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(subprocess, "Popen", None)
    assert CurrentContent(town, kept).content == current.content


def test_another_version_of_the_code_makes_it_anew(
    current: CurrentContent, town: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("content.releases.compiled.code_stamp", lambda: "another")
    with pytest.raises(CompiledUnreadable, match="another version"):
        decode((kept / KEPT).read_bytes())
    assert code_stamp()


def test_closing_ends_a_check_under_way(current: CurrentContent, town: Path) -> None:
    edit(town / "town.yaml", "Musterstadt", "Neustadt")
    assert not current.look()
    current.close()
    assert not current.look()


@pytest.mark.parametrize("moment", [0.0, 0.2, 0.5, 0.8, 1.2])
def test_a_killed_check_leaves_the_old_file_or_the_new_one(
    current: CurrentContent, town: Path, kept: Path, moment: float
) -> None:
    old = current.content.version
    edit(town / "town.yaml", "Musterstadt", "Neustadt")
    command = [sys.executable, "-m", "content.releases.compile", str(town), str(kept / KEPT)]
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(moment)
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
    version = decode((kept / KEPT).read_bytes()).content.version
    again = CurrentContent(town, kept)
    assert version in (old, again.content.version)
    assert again.content.town.name.in_language("de") == "Neustadt"


def test_a_check_that_crashes_is_a_problem_not_an_exception(
    current: CurrentContent, town: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = current.content
    monkeypatch.setattr(sys, "executable", "/bin/false")
    edit(town / "town.yaml", "Musterstadt", "Neustadt")
    news(current)
    assert current.content is before
    assert "could not be checked" in str(current.problems[0])


def test_the_kiosk_needs_no_geometry_library(town: Path, kept: Path) -> None:
    CurrentContent(town, kept)
    program = (
        "import sys; from pathlib import Path; from content.releases.current import CurrentContent;"
        "CurrentContent(Path(sys.argv[1]), Path(sys.argv[2]));"
        "print(sorted({'numpy', 'shapely', 'scipy', 'yaml', 'holidays'} & set(sys.modules)))"
    )
    command = [sys.executable, "-c", program, str(town), str(kept)]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip() == "[]"

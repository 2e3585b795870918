"""Which files make up the content, and the version that is a hash over them."""

import os
import shutil
from pathlib import Path

import pytest

from content.model.content import Problem
from content.model.files import ContentRejected, files_of, version_of
from tests.content.model.small_town import FILES, SmallTown


def test_all_files_of_the_town_and_no_others(town: SmallTown) -> None:
    for other in ("notes.txt", ".town.yaml.swp", "services/old.yaml~", "town.yaml.orig"):
        (town.folder / other).write_text("x")
    (town.folder / "folder.yaml").mkdir()
    assert [path.relative_to(town.folder).as_posix() for path in files_of(town.folder)] == sorted(FILES)


@pytest.mark.parametrize("name", ["plan.json", "plan.osm", "plan.xml", "services/neu.yaml", "neu.yaml"])
def test_another_file_is_another_version(town: SmallTown, name: str) -> None:
    before = version_of(town.folder)
    (town.folder / name).write_text("")
    assert version_of(town.folder) != before
    (town.folder / name).unlink()
    assert version_of(town.folder) == before


@pytest.mark.parametrize("file", sorted(FILES))
def test_the_version_follows_every_byte_of_every_file(town: SmallTown, file: str) -> None:
    path, before = town.folder / file, version_of(town.folder)
    raw = path.read_bytes()
    path.write_bytes(raw + b"\n")
    assert version_of(town.folder) != before
    path.write_bytes(raw)
    assert version_of(town.folder) == before
    path.rename(path.with_name("x" + path.name))
    assert version_of(town.folder) != before
    path.with_name("x" + path.name).unlink()
    assert version_of(town.folder) != before


def test_neither_times_nor_the_folder_matter(town: SmallTown, tmp_path: Path) -> None:
    before = version_of(town.folder)
    for path in files_of(town.folder):
        os.utime(path, (0, 0))
    assert version_of(town.folder) == before
    shutil.copytree(town.folder, tmp_path / "elsewhere")
    assert version_of(tmp_path / "elsewhere") == before
    assert len(before) == 12


def test_rejected_content_says_the_serious_things_first() -> None:
    problems = [Problem("a", "", "", f"hint {i}", serious=False) for i in range(3)]
    problems.append(Problem("b.yaml", "x", "y[0].z", "it is wrong", line=7))
    rejected = ContentRejected(problems)
    assert rejected.problems[0].message == "it is wrong"
    assert str(rejected).startswith("b.yaml line 7 · x · y[0].z: it is wrong; a: hint 0; ")
    assert "hint 2" not in str(rejected)

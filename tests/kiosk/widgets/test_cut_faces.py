"""The bold face of a variable font is cut once, kept, and done without where it cannot be."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from kiosk.widgets import coverage, cut_faces, fonts


@pytest.fixture
def variable(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[str]:
    monkeypatch.setenv("CACHE_DIRECTORY", str(tmp_path / "cache"))
    cut_faces.bold.cache_clear()
    yield fonts.font_file(fonts.ARABIC)
    cut_faces.bold.cache_clear()


def test_a_bold_face_is_cut_once_and_kept(variable: str, tmp_path: Path) -> None:
    file = Path(cut_faces.bold(variable))
    assert file.parent == tmp_path / "cache"
    assert [one.name for one in file.parent.iterdir()] == [file.name]
    with TTFont(file) as font:
        assert "fvar" not in font
        assert font["OS/2"].usWeightClass == 700
        assert {"init", "medi", "fina", "rlig"} <= {
            one.FeatureTag for one in font["GSUB"].table.FeatureList.FeatureRecord
        }
    assert coverage.covers(str(file), "الغرفة 1.07 Bürgeramt €")
    written = file.stat().st_mtime_ns
    cut_faces.bold.cache_clear()
    assert cut_faces.bold(variable) == str(file)
    assert file.stat().st_mtime_ns == written


def test_without_a_folder_titles_stay_regular(
    variable: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("CACHE_DIRECTORY", str(tmp_path / "file"))
    with caplog.at_level(logging.WARNING):
        assert cut_faces.bold(variable) == variable
    assert "titles stay regular" in caplog.text

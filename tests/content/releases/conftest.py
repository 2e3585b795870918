"""A town of its own for every test: a copy of the demo town with few services, so that checking is quick."""

import shutil
from pathlib import Path

import pytest

DEMO = Path(__file__).resolve().parents[3] / "content" / "musterstadt"


@pytest.fixture
def town(tmp_path: Path) -> Path:
    folder = tmp_path / "town"
    shutil.copytree(DEMO, folder)
    for path in sorted((folder / "services").glob("*.yaml"))[2:]:
        path.unlink()
    return folder


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "state" / "content"

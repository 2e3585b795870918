"""A small town for every test here."""

from pathlib import Path

import pytest

from tests.content.model.small_town import SmallTown


@pytest.fixture
def town(tmp_path: Path) -> SmallTown:
    """Its files in a folder of the test's own."""
    return SmallTown(tmp_path / "town")

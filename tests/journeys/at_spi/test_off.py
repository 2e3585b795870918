"""The switch and the bus: AccessKit is loaded only where it can be of use."""

import time
from pathlib import Path

import pytest

from kiosk.tour.at_spi import world

AT = "2026-11-25T10:42"
PATIENCE_SECONDS = 60.0
lacking = world.missing()
pytestmark = [pytest.mark.screen, pytest.mark.skipif(bool(lacking), reason=lacking or "all is there")]


def loaded_after_start(folder: Path, pid: int) -> bool:
    """Whether the process has AccessKit's library in memory once it serves."""
    end = time.monotonic() + PATIENCE_SECONDS
    while "Ctrl-C" not in (folder / "kiosk.log").read_text():
        assert time.monotonic() < end, (folder / "kiosk.log").read_text()
        time.sleep(0.05)
    return "accesskit" in Path(f"/proc/{pid}/maps").read_text()


@pytest.mark.parametrize("bridge", [True, False])
def test_the_switch_decides_whether_it_is_loaded(tmp_path: Path, bridge: bool) -> None:
    with world.session_bus(tmp_path) as environment, world.kiosk(tmp_path, AT, environment, "de", bridge=bridge) as pid:
        assert loaded_after_start(tmp_path, pid) is bridge


def test_without_a_session_bus_the_kiosk_serves_and_says_so_once(tmp_path: Path) -> None:
    environment = {**world.inherited(), "XDG_RUNTIME_DIR": str(tmp_path)}
    with world.kiosk(tmp_path, AT, environment, "de") as pid:
        assert not loaded_after_start(tmp_path, pid)
    assert (tmp_path / "kiosk.log").read_text().count("no session bus") == 1

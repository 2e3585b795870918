"""Folders: systemd's first, then the desktop standard's, private, and refused where they are not ours."""

import os
import stat
from pathlib import Path

import pytest

from hardware.host.paths import Paths, PathsError, paths_for


def test_systemd_decides_before_the_desktop_standard() -> None:
    environment = {
        "STATE_DIRECTORY": "/var/lib/kiosk:/var/lib/other",
        "CACHE_DIRECTORY": "/var/cache/kiosk",
        "RUNTIME_DIRECTORY": "/run/kiosk",
        "CONFIGURATION_DIRECTORY": "/etc/kiosk",
        "XDG_STATE_HOME": "/elsewhere",
        "HOME": "/home/somebody",
    }
    assert paths_for("kiosk", environment) == Paths(
        Path("/var/lib/kiosk"), Path("/var/cache/kiosk"), Path("/run/kiosk"), Path("/etc/kiosk")
    )


def test_desktop_standard_and_home() -> None:
    found = paths_for("kiosk", {"HOME": "/home/somebody", "XDG_CACHE_HOME": "/fast", "XDG_RUNTIME_DIR": "/run/user/7"})
    assert found.state == Path("/home/somebody/.local/state/lotse/kiosk")
    assert found.cache == Path("/fast/lotse/kiosk")
    assert found.runtime == Path("/run/user/7/lotse/kiosk")
    assert found.config == Path("/home/somebody/.config/lotse/kiosk")


def test_a_relative_folder_is_ignored_as_the_standard_demands() -> None:
    found = paths_for("kiosk", {"HOME": "/home/somebody", "XDG_STATE_HOME": "here"})
    assert found.state == Path("/home/somebody/.local/state/lotse/kiosk")


@pytest.mark.parametrize("environment", [{}, {"HOME": ""}])
def test_without_home_the_user_database_is_asked(environment: dict[str, str]) -> None:
    assert paths_for("kiosk", environment).state.is_absolute()
    assert paths_for("kiosk", environment).state != Path("/.local/state/lotse/kiosk")


def test_one_chosen_folder_holds_all(tmp_path: Path) -> None:
    found = paths_for("kiosk", {"STATE_DIRECTORY": "/var/lib/kiosk"}, chosen=tmp_path)
    assert {found.state.parent, found.cache.parent, found.runtime.parent, found.config} == {tmp_path}


def test_made_folders_are_private_all_the_way(tmp_path: Path) -> None:
    deep = tmp_path / "a" / "b"
    paths_for("kiosk", {}, chosen=deep).make()
    for folder in (tmp_path / "a", deep, deep / "state", deep / "cache", deep / "run"):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_making_twice_changes_nothing(tmp_path: Path) -> None:
    paths = paths_for("kiosk", {}, chosen=tmp_path).make()
    (paths.state / "ledger").write_text("kept")
    assert (paths.make().state / "ledger").read_text() == "kept"


def test_a_file_in_the_way_is_named(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("")
    with pytest.raises(PathsError, match=f"{tmp_path}/state: cannot be made"):
        paths_for("kiosk", {}, chosen=tmp_path).make()


@pytest.mark.skipif(os.getuid() != 0, reason="only root can give a folder away")
def test_a_runtime_folder_of_somebody_else_is_refused(tmp_path: Path) -> None:
    theirs = tmp_path / "run"
    theirs.mkdir()
    os.chown(theirs, 12345, 12345)
    with pytest.raises(PathsError, match="belongs to another user"):
        paths_for("kiosk", {}, chosen=tmp_path).make()

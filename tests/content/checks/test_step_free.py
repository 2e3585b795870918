"""Rooms that only a way with steps leads to are used, and told: staff can offer another room."""

import shutil
from pathlib import Path

from content.model.loading import examine_content
from tests.content.musterstadt.floor_plan import FOLDER


def test_a_service_in_a_room_below_steps(tmp_path: Path) -> None:
    town = tmp_path / "town"
    shutil.copytree(FOLDER, town)
    path = next(
        file for file in sorted((town / "services").glob("*.yaml")) if 'room: "0.01"' in file.read_text("utf-8")
    )
    path.write_text(path.read_text("utf-8").replace('room: "0.01"', 'room: "U.11"', 1), "utf-8")
    content, problems = examine_content(town)
    assert content is not None
    told = [one for one in problems if "with steps" in one.message]
    assert {(one.file, one.field, one.serious) for one in told} == {(f"services/{path.name}", "room", False)}
    assert ["KIOSK-1" in one.message for one in told] == [True, False], "once for each kiosk"

"""`lotse bench pickup` with a small terminal: every measure is there, and the terminal did what was measured."""

from pathlib import Path

import pytest

from kiosk.bench import pickup


def test_every_measure_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pickup, "BOARDS", 1)
    monkeypatch.setattr(pickup, "LOCKS", 3)
    monkeypatch.setattr(pickup, "LOADED", 2)
    monkeypatch.setattr(pickup, "COMMITS", 2)
    said: list[str] = []
    found = pickup.pickups(tmp_path, said.append)
    assert list(found) == [
        "code_to_relay_p95",
        "door_to_confirmed_p95",
        "ledger_commits",
        "start_600_compartments",
    ]
    assert all(one.value > 0 and one.baseline > 0 for one in found.values())
    assert said[0] == "loading 3 compartments"

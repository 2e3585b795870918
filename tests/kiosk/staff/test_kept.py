"""What staff set: whole on disk or as before, one change a scope, gone tomorrow, never in the way of a start."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kiosk.staff.kept import DAMAGED, FILE, Change, Keeper, Kept, Pause

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)


def change(scope: str, day: date, minute: int = 700) -> Change:
    return Change(scope=scope, kind="close", minute=minute, since_minute=600, reason="none", day=day)


def test_another_start_finds_it(tmp_path: Path) -> None:
    keeper = Keeper(tmp_path / "staff")
    keeper.change(pause=Pause(reason="short", since=NOON))
    keeper.set_service("printer", out=True)
    keeper.set_change(change("house", NOON.date()))
    again = Keeper(tmp_path / "staff")
    assert again.now == keeper.now
    assert again.now.out_of_service == ("printer",)
    again.set_service("printer", out=False)
    assert Keeper(tmp_path / "staff").now.out_of_service == ()


def test_one_change_a_scope_and_only_of_this_day(tmp_path: Path) -> None:
    keeper, today, tomorrow = Keeper(tmp_path), NOON.date(), date(2026, 11, 26)
    keeper.set_change(change("house", today))
    keeper.set_change(change("office:kasse", today))
    keeper.set_change(change("house", today, 800))
    assert [(one.scope, one.minute) for one in keeper.now.changes_on(today)] == [("office:kasse", 700), ("house", 800)]
    keeper.drop_change("office:kasse", today)
    assert [one.scope for one in keeper.now.changes] == ["house"]
    keeper.set_change(change("office:kasse", tomorrow))
    assert [one.scope for one in keeper.now.changes] == ["office:kasse"]


def test_a_failing_disk_leaves_everything_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    keeper = Keeper(tmp_path)
    monkeypatch.setattr("kiosk.staff.kept.write_atomically", full)
    with pytest.raises(OSError, match="No space"):
        keeper.change(roll_since=NOON)
    assert keeper.now == Kept()


@pytest.mark.parametrize("bytes_", [b"", b"{", b'{"pause": 1}', b'{"unknown": 1}', b"\xff"])
def test_a_damaged_file_is_set_aside(tmp_path: Path, bytes_: bytes) -> None:
    (tmp_path / FILE).write_bytes(bytes_)
    keeper = Keeper(tmp_path)
    assert (keeper.now, keeper.damaged) == (Kept(), True)
    assert (tmp_path / DAMAGED).read_bytes() == bytes_
    assert not Keeper(tmp_path).damaged

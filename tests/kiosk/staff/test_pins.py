"""PINs on disk: argon2id, own files, who fits which role, and shut where anything is not in order."""

import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hardware.host.clock import FakeClock
from kiosk.staff.pins import FILE, Pins, PinsUnusable

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
STAFF, TECHNICIAN = "739415", "4097316"


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(NOON)


@pytest.fixture
def pins(tmp_path: Path, clock: FakeClock) -> Pins:
    return Pins(tmp_path / "staff", clock, "boot")


def test_each_role_signs_in_with_its_own(pins: Pins, tmp_path: Path) -> None:
    pins.set("staff", STAFF)
    pins.set("technician", TECHNICIAN)
    assert pins.check(STAFF).role == "staff"
    assert pins.check(TECHNICIAN).role == "technician"
    assert pins.check("739416").role is None
    assert set(pins.roles()) == {"staff", "technician"}
    file = tmp_path / "staff" / FILE
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    kept = file.read_text()
    assert kept.count("$argon2id$") == 2
    assert STAFF not in kept and TECHNICIAN not in kept


def test_two_roles_have_two_pins(pins: Pins) -> None:
    pins.set("staff", STAFF)
    with pytest.raises(ValueError, match="the same PIN"):
        pins.set("technician", STAFF)
    pins.set("staff", STAFF)
    assert pins.roles() == ("staff",)


def test_wrong_ones_lock_and_setting_a_new_one_unlocks(pins: Pins, clock: FakeClock) -> None:
    pins.set("staff", STAFF)
    waits = [pins.check("000000").wait for _ in range(3)]
    assert waits == [0.0, 0.0, 5.0]
    early = pins.check(STAFF)
    assert (early.role, early.looked, early.wait) == (None, False, 5.0)
    clock.advance(5)
    assert pins.check(STAFF).role == "staff"
    for _ in range(3):
        pins.check("000000")
    pins.set("staff", "583920147")
    assert pins.check("583920147").role == "staff"


def test_without_a_pin_nobody_gets_in(pins: Pins) -> None:
    for ask in (pins.waiting, lambda: pins.check(STAFF)):
        with pytest.raises(PinsUnusable) as shut:
            ask()
        assert shut.value.why == "unset"


@pytest.mark.parametrize("bytes_", [b"", b"[]", b'{"staff": "739415"}', b'{"boss": "$argon2id$"}', b"\xff"])
def test_a_damaged_file_lets_nobody_in_until_a_pin_is_set(pins: Pins, tmp_path: Path, bytes_: bytes) -> None:
    (tmp_path / "staff").mkdir()
    (tmp_path / "staff" / FILE).write_bytes(bytes_)
    with pytest.raises(PinsUnusable) as shut:
        pins.check(STAFF)
    assert shut.value.why == "damaged"
    pins.set("staff", STAFF)
    assert pins.check(STAFF).role == "staff"


def test_a_hash_cut_short_lets_nobody_in(pins: Pins, tmp_path: Path) -> None:
    pins.set("staff", STAFF)
    file = tmp_path / "staff" / FILE
    file.write_text('{"staff": "$argon2id$v=19$m=65536,t=3,p=4$broken"}')
    with pytest.raises(PinsUnusable) as shut:
        pins.check(STAFF)
    assert shut.value.why == "damaged"


def test_a_damaged_count_names_itself(pins: Pins, tmp_path: Path) -> None:
    pins.set("staff", STAFF)
    (tmp_path / "staff" / "attempts.json").write_bytes(b"{")
    with pytest.raises(PinsUnusable) as shut:
        pins.check(STAFF)
    assert shut.value.why == "damaged"


def test_the_demonstrations_pin_holds_only_while_none_is_set(tmp_path: Path, clock: FakeClock) -> None:
    demo = Pins(tmp_path, clock, "boot", {"staff": "246810"})
    assert demo.check("246810").role == "staff"
    assert not (tmp_path / FILE).exists()
    demo.set("staff", STAFF)
    assert demo.check("246810").role is None
    assert demo.check(STAFF).role == "staff"

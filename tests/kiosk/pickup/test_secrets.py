"""Codes, second factors and the device key: what is kept of them, and for whom it is good."""

import itertools
import stat
from pathlib import Path
from random import Random, SystemRandom

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.pickup.errors import KeyUnusable
from kiosk.pickup.keys import CREDENTIAL, FILE, KEY_BYTES, DeviceKeys
from kiosk.pickup.secrets import (
    CODE_DIGITS,
    check_digit,
    code_of,
    code_tag,
    factor_tag,
    new_code,
    same,
    well_formed,
)

KEYS, OTHER = DeviceKeys.of(bytes(range(32))), DeviceKeys.of(bytes(32))
DIGITS = st.text("0123456789", min_size=8, max_size=8)


# --- codes -----------------------------------------------------------------------------------------------------------


def test_the_check_digit_is_damms() -> None:
    assert check_digit("572") == "4"  # the example of H. M. Damm's table in the literature


@settings(max_examples=40)
@given(DIGITS)
def test_every_single_slip_of_the_finger_is_found(digits: str) -> None:
    code = digits + check_digit(digits)
    assert well_formed(code)
    for place, digit in itertools.product(range(CODE_DIGITS), "0123456789"):
        slip = code[:place] + digit + code[place + 1 :]
        assert well_formed(slip) == (slip == code)
    for place in range(CODE_DIGITS - 1):
        swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
        assert well_formed(swapped) == (swapped == code)


def test_new_codes_are_well_formed_and_all_digits_vary() -> None:
    codes = [new_code(Random(seed)) for seed in range(300)]
    assert all(well_formed(code) for code in codes)
    assert len({*codes}) == len(codes)
    for place in range(CODE_DIGITS):
        assert {code[place] for code in codes} == {*"0123456789"}
    assert well_formed(new_code(SystemRandom()))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("123456784", "123456784"),
        ("123 456 784", "123456784"),
        (" 123\t456 784\r\n", "123456784"),
        ("LOTSE:123456784", "123456784"),
        ("lotse:123 456 784", "123456784"),
        ("12345678", ""),
        ("1234567840", ""),
        ("12345678x", ""),
        ("١٢٣٤٥٦٧٨٤", ""),
        ("https://example.org/123456784", ""),
        ("LOTSE:", ""),
        ("", ""),
    ],
)
def test_what_is_typed_and_what_is_scanned(text: str, code: str) -> None:
    assert code_of(text) == code


def test_a_tag_is_of_one_code_at_one_terminal() -> None:
    tag = code_tag("123456784", KEYS)
    assert len(tag) == 32
    assert same(tag, code_tag("123456784", KEYS))
    assert not same(tag, code_tag("123456793", KEYS))
    assert not same(tag, code_tag("123456784", OTHER)), "a code of another terminal"


def test_a_tag_is_argon2id_as_the_record_of_decision_says() -> None:
    """Recomputed with the library's other face, which writes the parameters into its result."""
    import base64
    import hashlib
    import hmac

    from argon2 import PasswordHasher, Type

    hasher = PasswordHasher(time_cost=2, memory_cost=19456, parallelism=1, hash_len=32, type=Type.ID)
    keyed = hmac.new(KEYS.codes, b"123456784", hashlib.sha256).digest()
    encoded = hasher.hash(keyed, salt=KEYS.salt)
    assert encoded.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert base64.b64decode(encoded.rpartition("$")[2] + "=") == code_tag("123456784", KEYS)


def test_nothing_is_the_same_as_nothing() -> None:
    assert not same(b"", b"")
    assert not same(b"", b"x")


# --- second factors --------------------------------------------------------------------------------------------------


def test_a_factor_is_good_for_one_way_of_one_booking() -> None:
    tag = factor_tag("B-1", 0, "24121987", KEYS)
    assert same(tag, factor_tag("B-1", 0, "24121987", KEYS))
    others = [
        factor_tag("B-2", 0, "24121987", KEYS),
        factor_tag("B-1", 1, "24121987", KEYS),
        factor_tag("B-1", 0, "24121988", KEYS),
        factor_tag("B-1", 0, "24121987", OTHER),
        factor_tag("B-10", 2, "4121987", KEYS),
        factor_tag("B-1", 0, "", KEYS),
    ]
    assert not any(same(tag, other) for other in others)


@settings(max_examples=60)
@given(
    *(st.text(max_size=4), st.integers(0, 9), st.text(min_size=1, max_size=4)),
    *(st.text(max_size=4), st.integers(0, 9), st.text(min_size=1, max_size=4)),
)
def test_no_two_factors_run_into_each_other(a: str, i: int, x: str, b: str, j: int, y: str) -> None:
    assert (factor_tag(a, i, x, KEYS) == factor_tag(b, j, y, KEYS)) == ((a, i, x) == (b, j, y))


# --- the device key --------------------------------------------------------------------------------------------------


def test_the_key_is_made_once_for_its_owner_only(tmp_path: Path) -> None:
    folder = tmp_path / "pickup"
    keys = DeviceKeys.load_or_make(folder, {})
    assert stat.S_IMODE((folder / FILE).stat().st_mode) == 0o600
    assert len((folder / FILE).read_bytes()) == KEY_BYTES
    assert DeviceKeys.load_or_make(folder, {}) == DeviceKeys.load(folder, {}) == keys
    assert DeviceKeys.load_or_make(tmp_path / "other", {}) != keys


def test_every_use_has_a_key_of_its_own() -> None:
    parts = [getattr(KEYS, name) for name in KEYS.__struct_fields__]
    assert len({*parts}) == len(parts)


def test_the_service_managers_key_comes_first(tmp_path: Path) -> None:
    (tmp_path / "credentials").mkdir()
    (tmp_path / "credentials" / CREDENTIAL).write_bytes(bytes(range(32)))
    environment = {"CREDENTIALS_DIRECTORY": str(tmp_path / "credentials")}
    assert DeviceKeys.load_or_make(tmp_path / "pickup", environment) == KEYS
    assert not (tmp_path / "pickup").exists()


@pytest.mark.parametrize("size", [0, 31, 33])
def test_a_key_of_the_wrong_length_is_none(size: int, tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(bytes(size))
    (tmp_path / FILE).chmod(0o600)
    with pytest.raises(KeyUnusable):
        DeviceKeys.load_or_make(tmp_path, {})


def test_a_key_that_others_can_read_is_none(tmp_path: Path) -> None:
    DeviceKeys.load_or_make(tmp_path, {})
    (tmp_path / FILE).chmod(0o640)
    with pytest.raises(KeyUnusable):
        DeviceKeys.load_or_make(tmp_path, {})


def test_without_a_key_nothing_is_loaded(tmp_path: Path) -> None:
    with pytest.raises(KeyUnusable):
        DeviceKeys.load(tmp_path, {})


def test_a_key_is_not_said() -> None:
    assert repr(KEYS) == "DeviceKeys()"

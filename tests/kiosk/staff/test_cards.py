"""Staff cards: known by keyed hash, enrolled and removed, never by number in the file."""

from pathlib import Path

import pytest

from kiosk.staff.cards import FILE, CardsUnusable, StaffCards

KEY = b"a key of this device, 32 bytes.."
UID = "04A2B3C4"


def test_a_card_is_known_by_its_pseudonym_and_role(tmp_path: Path) -> None:
    cards = StaffCards(tmp_path / "staff", KEY)
    assert cards.known(UID) is None
    cards.enrol(UID, "K-7", "technician")
    cards.enrol("0499", "K-8")
    found = StaffCards(tmp_path / "staff", KEY).known(UID.lower() + " ")
    assert found is not None
    assert (found.name, found.role) == ("K-7", "technician")
    assert [card.name for card in cards.all()] == ["K-7", "K-8"]


def test_no_number_stands_in_the_file_and_another_key_knows_nobody(tmp_path: Path) -> None:
    cards = StaffCards(tmp_path, KEY)
    cards.enrol(UID, "K-7")
    assert UID.encode() not in (tmp_path / FILE).read_bytes().upper()
    assert StaffCards(tmp_path, b"the key of some other device....").known(UID) is None


@pytest.mark.parametrize(
    ("uid", "name", "why"),
    [
        (UID, "K-9", "already known as K-7"),
        ("0499", "K-7", "already a card K-7"),
        ("  ", "K-9", "no card number"),
        ("0499", "", "pseudonym"),
        ("0499", "Erika Mustermann", "pseudonym"),
        ("0499", "K" * 17, "pseudonym"),
    ],
)
def test_what_cannot_be_enrolled_is_told_and_changes_nothing(tmp_path: Path, uid: str, name: str, why: str) -> None:
    cards = StaffCards(tmp_path, KEY)
    cards.enrol(UID, "K-7")
    with pytest.raises(ValueError, match=why):
        cards.enrol(uid, name)
    assert [card.name for card in cards.all()] == ["K-7"]


def test_a_lost_card_is_removed(tmp_path: Path) -> None:
    cards = StaffCards(tmp_path, KEY)
    cards.enrol(UID, "K-7")
    with pytest.raises(LookupError, match="known are: K-7"):
        cards.remove("K-8")
    cards.remove("K-7")
    assert cards.known(UID) is None


def test_a_damaged_file_knows_nobody_and_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("[{]")
    cards = StaffCards(tmp_path, KEY)
    with pytest.raises(CardsUnusable, match="enrol the cards anew"):
        cards.known(UID)
    with pytest.raises(CardsUnusable):
        cards.enrol(UID, "K-7")
    assert (tmp_path / FILE).read_text() == "[{]"

"""`lotse staff card`: cards are enrolled by reader or typed, listed, removed; no number is shown."""

import io
import os
import pty
import threading
import tty
from pathlib import Path

import pytest

from kiosk.pickup.keys import DeviceKeys
from kiosk.staff import card_command
from kiosk.staff.cards import StaffCards
from kiosk.staff.command import run

UID = "04A2B3C4"


def cards(folder: Path) -> StaffCards:
    state = folder / "state"
    return StaffCards(state / "staff", DeviceKeys.load(state / "pickup", {}).cards)


def typed(monkeypatch: pytest.MonkeyPatch, line: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(line + "\n"))


def test_a_typed_card_is_known_and_its_number_is_shown_nowhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed(monkeypatch, UID)
    assert run(["card", "add", "K-7", "--role", "technician", "--state", str(tmp_path)]) == 0
    found = cards(tmp_path).known(UID)
    assert found is not None
    assert (found.name, found.role) == ("K-7", "technician")
    assert run(["card", "list", "--state", str(tmp_path)]) == 0
    said = capsys.readouterr()
    assert said.out.splitlines()[-1] == "K-7  technician"
    assert UID not in said.out + said.err
    assert run(["card", "remove", "K-7", "--state", str(tmp_path)]) == 0
    assert run(["card", "list", "--state", str(tmp_path)]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "No card is enrolled."


@pytest.mark.parametrize(
    ("words", "line", "why"),
    [
        (["add", "Erika Mustermann"], UID, "pseudonym"),
        (["add", "K-7"], "", "no card number"),
        (["remove", "K-9"], "", "There is no card K-9"),
    ],
)
def test_what_cannot_be_done_is_told(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: list[str],
    line: str,
    why: str,
) -> None:
    typed(monkeypatch, line)
    assert run(["card", *words, "--state", str(tmp_path)]) == 2
    assert why in capsys.readouterr().err
    assert cards(tmp_path).all() == ()


def test_a_card_is_shown_to_the_reader_of_the_settings(tmp_path: Path) -> None:
    master, slave = pty.openpty()
    tty.setraw(slave)
    settings = tmp_path / "kiosk.toml"
    settings.write_text(f'[card_reader]\ndriver = "serial_line"\nport = "{os.ttyname(slave)}"\n')
    done = threading.Event()

    def show() -> None:
        while not done.wait(0.2):
            os.write(master, b"04A2B3C4\r\n")

    hand = threading.Thread(target=show)
    hand.start()
    try:
        assert run(["card", "add", "K-7", "--settings", str(settings), "--state", str(tmp_path)]) == 0
    finally:
        done.set()
        hand.join()
        os.close(master)
        os.close(slave)
    found = cards(tmp_path).known(UID)
    assert found is not None
    assert found.name == "K-7"


def test_without_a_card_or_a_reader_it_ends_and_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(card_command, "PATIENCE_SECONDS", 0.3)
    settings = tmp_path / "kiosk.toml"
    settings.write_text('[card_reader]\ndriver = "serial_line"\nport = "/dev/not-there"\n')
    assert run(["card", "add", "K-7", "--settings", str(settings), "--state", str(tmp_path)]) == 1
    assert "No card was read: port.missing" in capsys.readouterr().err
    assert cards(tmp_path).all() == ()

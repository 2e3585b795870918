"""`lotse staff pin`: takes a PIN without showing it, refuses easy ones, and the kiosk knows it at once."""

import io
from pathlib import Path

import pytest

from hardware.host.clock import SystemClock
from kiosk.staff.command import run
from kiosk.staff.pins import Pins


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def typed(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    """At a terminal: one line a question."""
    answers = iter(lines)
    monkeypatch.setattr("sys.stdin", Terminal())
    monkeypatch.setattr("getpass.getpass", lambda _question: next(answers))


def test_a_pin_is_set_and_no_word_of_it_is_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed(monkeypatch, "739415", "739415")
    assert run(["pin", "--state", str(tmp_path)]) == 0
    said = capsys.readouterr()
    assert "739415" not in said.out + said.err
    assert "`staff` is set" in said.out
    pins = Pins(tmp_path / "state" / "staff", SystemClock(), "boot")
    assert pins.check("739415").role == "staff"
    monkeypatch.setattr("sys.stdin", io.StringIO("4097316\n"))
    assert run(["pin", "--role", "technician", "--state", str(tmp_path)]) == 0
    assert run(["roles", "--state", str(tmp_path)]) == 0
    assert capsys.readouterr().out.split()[-2:] == ["staff", "technician"]


@pytest.mark.parametrize(
    ("lines", "reason"),
    [(("123456",), "counts up"), (("739415", "739416"), "not the same"), (("7309",), "6 digits")],
)
def test_what_cannot_be_used_is_said_and_nothing_is_kept(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    lines: tuple[str, ...],
    reason: str,
) -> None:
    typed(monkeypatch, *lines)
    assert run(["pin", "--state", str(tmp_path)]) == 2
    assert reason in capsys.readouterr().err
    assert not (tmp_path / "state").exists()
    assert run(["roles", "--state", str(tmp_path)]) == 0
    assert "stays shut" in capsys.readouterr().out


def test_a_folder_that_cannot_be_made_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setattr("sys.stdin", io.StringIO("739415\n"))
    assert run(["pin", "--state", str(tmp_path / "file")]) == 1
    assert "could not be set" in capsys.readouterr().err

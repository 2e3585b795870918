"""`lotse`: the list of commands, near misses, what is not installed, and readers that go away."""

import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import EntryPoint, EntryPoints
from pathlib import Path

import pytest

from hardware.host import command

LOTSE = [sys.executable, "-c", "import sys; from hardware.host.command import main; sys.exit(main())"]


@pytest.fixture
def offered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A package `kiosk_demo` with commands of which each does one thing; modules are written by the test."""
    package = tmp_path / "lotse_demo"
    package.mkdir()
    (package / "__init__.py").write_text("raise AssertionError('imported without being asked for')")
    monkeypatch.syspath_prepend(tmp_path)
    points = [EntryPoint(name, f"lotse_demo.{name}:run", command.GROUP) for name in ("tour", "route", "run")]
    monkeypatch.setattr(command, "entry_points", lambda group: EntryPoints(points).select(group=group))
    yield package
    for name in [name for name in sys.modules if name.partition(".")[0] == "lotse_demo"]:
        del sys.modules[name]


def write(package: Path, name: str, body: str) -> None:
    (package / "__init__.py").write_text("")
    (package / f"{name}.py").write_text(body)


def test_help_reads_the_first_lines_without_importing(offered: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (offered / "tour.py").write_text('"""`lotse tour`: walks every screen.\n\nMore."""\nimport nothing_like_this\n')
    (offered / "route.py").write_text("broken python (")
    assert command.main(["--help"]) == 0
    out = capsys.readouterr().out
    assert "  tour       `lotse tour`: walks every screen.\n" in out
    assert "  route\n" in out
    assert "lotse_demo" not in sys.modules


def test_no_command_is_wrong_use_but_helps(offered: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main([]) == 2
    assert "usage: lotse COMMAND" in capsys.readouterr().out


@pytest.mark.parametrize(("typed", "hint"), [("rnu", "Did you mean `lotse run`?"), ("zzz", "`lotse --help` lists")])
def test_unknown_command(offered: Path, capsys: pytest.CaptureFixture[str], typed: str, hint: str) -> None:
    assert command.main([typed]) == 2
    assert hint in capsys.readouterr().err


def test_arguments_and_exit_code_are_passed(offered: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(offered, "tour", "def run(arguments):\n    print(arguments)\n    return 7\n")
    assert command.main(["tour", "--out", "x"]) == 7
    assert capsys.readouterr().out == "['--out', 'x']\n"


@pytest.mark.parametrize("body", ["import not_installed_here.part", "def run(_):\n    import not_installed_here.part"])
def test_a_missing_dependency_names_the_extra(offered: Path, capsys: pytest.CaptureFixture[str], body: str) -> None:
    write(offered, "tour", body)
    assert command.main(["tour"]) == 1
    assert capsys.readouterr().err == (
        "lotse tour needs `not_installed_here`: pip install 'rathauslotse[lotse_demo]'\n"
    )


@pytest.mark.parametrize("body", ["import hardware.nothing_here", "import json.nothing_here"])
def test_a_fault_of_ours_stays_a_traceback(offered: Path, body: str) -> None:
    write(offered, "tour", body)
    with pytest.raises(ModuleNotFoundError, match="nothing_here"):
        command.main(["tour"])


def test_ctrl_c(offered: Path) -> None:
    write(offered, "tour", "def run(arguments):\n    raise KeyboardInterrupt\n")
    assert command.main(["tour"]) == 130


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("lotse 0.")


def test_a_reader_that_goes_away_is_no_traceback() -> None:
    with subprocess.Popen([*LOTSE, "--help"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.close()  # long before Python is up
        errors = process.stderr.read()
    assert (process.returncode, errors) == (1, b"")


def test_the_real_commands_are_listed() -> None:
    done = subprocess.run([*LOTSE, "--help"], capture_output=True, text=True, check=True)
    assert {"content", "route", "search", "run", "tour", "bench"} <= set(done.stdout.split())

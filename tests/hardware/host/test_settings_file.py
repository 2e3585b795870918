"""Settings: good ones are taken, wrong ones are named with file, key, reason and a way out; the sample is true."""

import tomllib
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Meta, Struct, field, structs

from hardware.host.settings_file import SettingsError, describe, read_settings


class Parity(StrEnum):
    NONE = "none"
    EVEN = "even"


class Port(Struct, frozen=True):
    path: Annotated[Path, Meta(description="Device file.")] = Path("/dev/kiosk/printer")
    baud: Annotated[int, Meta(ge=1200, description="Speed (bit/s).")] = 19200
    parity: Annotated[Parity, Meta(description="Parity.")] = Parity.NONE


class Desk(Struct, frozen=True):
    name: Annotated[str, Meta(description="Name on the door.")]


class Sample(Struct, frozen=True, kw_only=True):
    language: Annotated[Literal["de", "en"], Meta(description="First language.")] = "de"
    idle: Annotated[float, Meta(gt=0, description="Time without a touch (s).\nThen the kiosk asks.")] = 60.0
    fullscreen: Annotated[bool, Meta(description="Fill the display.")] = True
    content: Annotated[Path | None, Meta(description="Folder of the content.")] = None
    hosts: Annotated[tuple[str, ...], Meta(description="Who may connect.")] = ("127.0.0.1", "::1")
    port: Annotated[Port, Meta(description="The serial line.")] = field(default_factory=lambda: Port(baud=9600))
    second: Annotated[Port | None, Meta(description="Another line.")] = None
    desks: Annotated[tuple[Desk, ...], Meta(description="The desks.")] = ()


def written(folder: Path, text: str) -> Path:
    path = folder / "kiosk.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_defaults_and_given_values(tmp_path: Path) -> None:
    assert read_settings(written(tmp_path, ""), Sample) == Sample()
    text = 'language = "en"\nhosts = []\n[port]\npath = "/dev/ttyS1"\nparity = "even"\n[[desks]]\nname = "1"\n'
    assert read_settings(written(tmp_path, text), Sample) == Sample(
        language="en",
        hosts=(),
        port=Port(path=Path("/dev/ttyS1"), parity=Parity.EVEN),
        desks=(Desk("1"),),
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("langauge = 'de'", "langauge: unknown key; did you mean `language`?"),
        ("x = 1", "x: unknown key; known are language, idle"),
        ("[port]\nbuad = 1", "port.buad: unknown key; did you mean `baud`?"),
        ("[second]\nbuad = 1", "second.buad: unknown key; did you mean `baud`?"),
        ("[[desks]]\nname = '1'\n[[desks]]\nnamme = '2'", "desks[1].namme: unknown key; did you mean `name`?"),
        ("[[desks]]", "desks[0]: Object missing required field `name`"),
        ("[port]\nbaud = 300", "port.baud: Expected `int` >= 1200"),
        ("[port]\nbaud = '9600'", "port.baud: Expected `int`, got `str`"),
        ("[port]\npath = 5", "port.path: Expected `str`, got `int`"),
        ("[port]\nparity = 'evn'", "did you mean `even`?"),
        ("language = 'fr'", "language: Invalid enum value 'fr'; possible are de, en"),
        ("idle = 0", "idle: Expected `float` > 0.0"),
        ("port = 5", "port: Expected `object`, got `int`"),
        ("idle =", "is not valid TOML"),
    ],
)
def test_wrong_settings_are_named(tmp_path: Path, text: str, said: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(SettingsError) as caught:
        read_settings(path, Sample)
    assert str(caught.value).startswith(f"{path}: ")
    assert said in str(caught.value)


def test_unreadable_files(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be read"):
        read_settings(tmp_path / "missing.toml", Sample)
    (tmp_path / "latin.toml").write_bytes(b'language = "\xe4"')
    with pytest.raises(SettingsError, match="cannot be read"):
        read_settings(tmp_path / "latin.toml", Sample)


def test_the_sample_is_valid_and_changes_nothing(tmp_path: Path) -> None:
    assert read_settings(written(tmp_path, describe(Sample)), Sample) == Sample()


def test_tables_whose_keys_can_just_be_uncommented_are_open() -> None:
    class Plain(Struct, frozen=True):
        port: Annotated[Port, Meta(description="The line.")] = field(default_factory=Port)

    assert "\n[port]\n" in describe(Plain)
    assert "\n# [port]\n" in describe(Sample), "an empty table would undo baud = 9600"


def test_the_sample_uncommented_gives_the_defaults(tmp_path: Path) -> None:
    lines = [line.removeprefix("# ") for line in describe(Sample).splitlines() if " = " in line or "[" in line]
    chosen = "\n".join(line for line in lines if not line.endswith(")"))
    read = read_settings(written(tmp_path, chosen.partition("[[desks]]")[0]), Sample)
    assert read == Sample(second=Port())


def test_the_sample_describes_every_field() -> None:
    sample = describe(Sample)
    for kind in (Sample, Port, Desk):
        for one in structs.fields(kind):
            assert one.name in sample
    for words in ("# Time without a touch (s).\n# Then the kiosk asks.\n# idle = 60.0\n", "# [[desks]]", "# [second]"):
        assert words in sample
    assert "# name = ...  (must be set)" in sample
    assert "# content = ...  (not set)" in sample


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_survives_the_sample(text: str) -> None:
    class One(Struct, frozen=True):
        word: Annotated[str, Meta(description="A word.")] = text

    line = next(line for line in describe(One).split("\n") if line.startswith("# word"))
    assert tomllib.loads(line.removeprefix("# "))["word"] == text

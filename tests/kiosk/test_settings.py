"""What an operator may set for a kiosk."""

from pathlib import Path
from typing import get_args, get_type_hints

import pytest

from hardware.host.settings_file import SettingsError, read_settings
from kiosk.settings import KioskSettings
from kiosk.texts import LANGUAGES


def test_the_languages_are_those_the_kiosk_speaks() -> None:
    assert get_args(get_type_hints(KioskSettings)["language"]) == LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_can_be_that_of_the_welcome_screen(tmp_path: Path, language: str) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_text(f'language = "{language}"\n')
    assert read_settings(file, KioskSettings).language == language


@pytest.mark.parametrize("wrong", ["pseudo", "xx", "deutsch"])
def test_a_language_it_does_not_speak_is_refused_with_those_it_does(tmp_path: Path, wrong: str) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_text(f'language = "{wrong}"\n')
    with pytest.raises(SettingsError, match=r"kiosk\.toml: language: .*(possible are de, de-simple|did you mean)"):
        read_settings(file, KioskSettings)

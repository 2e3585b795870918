"""Keypad, headphones and speech on the bench page: pressed over HTTP, read back in the page's state."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from hardware.audio.interface import Utterance
from hardware.audio.settings import SpeechSettings
from hardware.audio.simulator import SimulatedSpeech
from hardware.host.clock import FakeClock
from hardware.keypad.interface import Key
from hardware.keypad.settings import KeypadSettings
from hardware.keypad.simulator import SimulatedKeypad
from kiosk.bench_page.keypad import KEYS, SHOWN, BenchKeypad
from tests.kiosk.bench_page.conftest import Browser
from tests.kiosk.bench_page.test_words import table

CLOCK = FakeClock(datetime(2026, 11, 24, tzinfo=UTC))


@pytest.fixture
def pressed() -> list[Key]:
    return []


@pytest.fixture
def keypad(pressed: list[Key]) -> SimulatedKeypad:
    made = SimulatedKeypad(KeypadSettings(), clock=CLOCK)
    made.start(pressed.append)
    return made


@pytest.fixture
def speech() -> SimulatedSpeech:
    return SimulatedSpeech(SpeechSettings(simulated_letters_per_second=0), clock=CLOCK)


def test_keys_headphones_and_what_is_said(
    serve: Callable[..., Browser], keypad: SimulatedKeypad, speech: SimulatedSpeech, pressed: list[Key]
) -> None:
    browser = serve(keypad=BenchKeypad(keypad=keypad, speech=speech))
    assert next(browser.events())["keypad"] == {"keys": [key.value for key in KEYS], "headphones": None, "said": []}
    assert browser.act({"type": "press", "key": "down"}) == (200, {"said": None})
    assert browser.act({"type": "press", "key": "5"})[0] == 200
    assert pressed == [Key.DOWN, Key.DIGIT_5]
    browser.act({"type": "headphones", "on": True})
    assert next(browser.events())["keypad"]["headphones"] is True
    for number in range(SHOWN + 2):
        speech.say(Utterance(text=f"Satz {number}", language="de"))
    browser.act({"type": "headphones", "on": False})
    assert next(browser.events())["keypad"] == {
        "keys": [key.value for key in KEYS],
        "headphones": False,
        "said": [f"Satz {number}" for number in range(SHOWN + 1, 1, -1)],
    }
    assert speech.headphones is False


@pytest.mark.parametrize(
    ("action", "status"),
    [
        ({"type": "press", "key": "headphones_in"}, 404),
        ({"type": "press", "key": "x"}, 404),
        ({"type": "press"}, 400),
        ({"type": "headphones", "on": "yes"}, 400),
    ],
)
def test_what_is_refused(
    serve: Callable[..., Browser], keypad: SimulatedKeypad, pressed: list[Key], action: dict[str, str], status: int
) -> None:
    browser = serve(keypad=BenchKeypad(keypad=keypad, speech=None))
    assert browser.act(action)[0] == status
    assert pressed == []


def test_a_real_voice_hears_of_headphones_by_the_keypad(keypad: SimulatedKeypad, pressed: list[Key]) -> None:
    bench = BenchKeypad(keypad=keypad, speech=None)
    bench.plug(True)
    bench.plug(False)
    assert pressed == [Key.HEADPHONES_IN, Key.HEADPHONES_OUT]
    assert (bench.headphones, bench.said()) == (None, ())


def test_no_keypad_no_keys(serve: Callable[..., Browser]) -> None:
    browser = serve()
    assert next(browser.events())["keypad"] is None
    assert browser.act({"type": "press", "key": "up"})[0] == 404
    assert BenchKeypad(keypad=None, speech=None).keys == ()


def test_every_key_has_its_word() -> None:
    assert {f"key_{key.value}" for key in KEYS if len(key.value) > 1} <= table("NAMES", "de")

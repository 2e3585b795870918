"""What every voice must keep, whatever is behind it: it never blocks, stops at once, and keeps private things so."""

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from hardware.audio.interface import Sound, Utterance
from tests.contracts.speech_worlds import EspeakWorld, SimulatorWorld, World, until

LONG = "Das ist ein langer Satz über das Rathaus, die Zimmer und die Wartenummern. " * 4
AT_ONCE_SECONDS = 0.2


@pytest.fixture(params=[SimulatorWorld, EspeakWorld], ids=["simulator", "espeak-ng and emulator"])
def world(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[World]:
    """Each in turn."""
    made: World = request.param(tmp_path)
    yield made
    made.close()


def spoken(text: str, **more: bool) -> Utterance:
    return Utterance(text=text, language="de", **more)


def test_a_word_is_heard_and_then_it_is_silent(world: World) -> None:
    assert not world.speech.speaking
    world.speech.say(spoken("Ja."))
    assert world.speech.speaking
    until(lambda: not world.speech.speaking)
    assert world.heard() == 1
    assert world.speech.trouble == ""


def test_saying_never_blocks(world: World) -> None:
    begun = time.monotonic()
    for _ in range(5):
        world.speech.say(spoken(LONG, interrupt=False))
    assert time.monotonic() - begun < AT_ONCE_SECONDS
    world.speech.stop()


def test_stop_is_at_once_and_forgets_what_waits(world: World) -> None:
    world.speech.say(spoken(LONG))
    world.speech.say(spoken("Danach.", interrupt=False))
    until(lambda: world.heard() == 1)
    begun = time.monotonic()
    world.speech.stop()
    until(lambda: not world.speech.speaking)
    assert time.monotonic() - begun < AT_ONCE_SECONDS
    world.speech.say(spoken("Neu."))
    until(lambda: world.heard() == 2)
    world.speech.stop()


def test_one_after_the_other_unless_it_interrupts(world: World) -> None:
    world.speech.say(spoken("Eins."))
    world.speech.say(spoken("Zwei.", interrupt=False))
    until(lambda: not world.speech.speaking)
    assert world.heard() == 2
    world.speech.say(spoken(LONG))
    until(lambda: world.heard() == 3)
    world.speech.say(spoken("Schluss."))
    until(lambda: not world.speech.speaking)
    assert world.heard() == 4


def test_private_things_only_into_headphones(world: World) -> None:
    world.speech.say(spoken("Fach siebzehn.", private=True))
    assert not world.speech.speaking
    world.plug(True)
    assert world.speech.headphones is True
    world.speech.say(spoken("Fach siebzehn.", private=True))
    until(lambda: world.heard() == 1)
    world.plug(False)
    assert world.speech.headphones is False
    world.speech.stop()
    world.speech.say(spoken("Fach siebzehn.", private=True))
    assert not world.speech.speaking


def test_a_keypad_with_its_own_jack_counts_too(world: World) -> None:
    assert world.speech.headphones is None
    world.speech.headphones_told(True)
    assert world.speech.headphones is True


def test_without_a_sound_card_it_goes_on_silently_and_comes_back(world: World) -> None:
    world.no_sound(True)
    world.speech.say(spoken("Hört das jemand?"))
    until(lambda: not world.speech.speaking)
    assert world.speech.trouble == "speech.no_sound"
    assert world.heard() == 0
    world.no_sound(False)
    world.speech.say(spoken("Jetzt."))
    until(lambda: not world.speech.speaking)
    assert world.speech.trouble == ""
    assert world.heard() == 1


@pytest.mark.parametrize("sound", list(Sound))
def test_sounds_are_heard_and_are_no_speech(world: World, sound: Sound) -> None:
    world.speech.play(sound)
    assert not world.speech.speaking
    until(lambda: world.heard() == 1)


def test_many_threads_at_once(world: World) -> None:
    def talk() -> None:
        for _ in range(5):
            world.speech.say(spoken("Hallo."))
            world.speech.stop()

    threads = [threading.Thread(target=talk) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    world.speech.stop()
    until(lambda: not world.speech.speaking)


def test_after_close_nothing_is_heard(world: World) -> None:
    world.speech.close()
    world.speech.say(spoken("Noch da?"))
    world.speech.play(Sound.DONE)
    assert not world.speech.speaking
    assert world.heard() == 0

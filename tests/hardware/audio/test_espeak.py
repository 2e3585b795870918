"""espeak-ng as it is called: every language has a voice that speaks, speed and volume reach the loudspeaker, faults."""

import logging
import wave
from collections.abc import Iterator
from pathlib import Path

import pytest

from hardware.audio import choosing, espeak_ng, sounds
from hardware.audio.disabled import DisabledSpeech
from hardware.audio.espeak import EspeakSpeech
from hardware.audio.interface import Sound, Utterance
from hardware.audio.jack import HeadphoneJack
from hardware.audio.settings import VOICES, SpeechSettings
from hardware.audio.simulator import SimulatedSpeech
from hardware.host.clock import SystemClock
from hardware.registry import build
from tests.contracts.speech_worlds import EspeakWorld, until

HELLO = {
    "de": "Guten Tag, was möchten Sie erledigen?",
    "de-simple": "Guten Tag. Was möchten Sie?",
    "en": "Good morning, what would you like to do?",
    "tr": "Günaydın, ne yapmak istersiniz?",
    "uk": "Доброго дня, що ви хочете зробити?",
    "ar": "مرحبا، ماذا تريد أن تفعل؟",
}
SAMPLES_PER_SECOND = 22_050


@pytest.fixture
def world(tmp_path: Path) -> Iterator[EspeakWorld]:
    made = EspeakWorld(tmp_path)
    yield made
    made.close()


def seconds(world: EspeakWorld, text: str, language: str = "de") -> float:
    world.speech.say(Utterance(text=text, language=language))
    until(lambda: not world.speech.speaking)
    return len(world.samples()[-1]) / 2 / SAMPLES_PER_SECOND


@pytest.mark.parametrize("language", VOICES)
def test_every_language_is_spoken(world: EspeakWorld, language: str) -> None:
    assert 1.0 < seconds(world, HELLO[language], language) < 5.0
    assert any(world.samples()[-1]), "not silence"


def test_speed_and_volume(world: EspeakWorld) -> None:
    usual = seconds(world, HELLO["de"])
    loudest = max(world.samples()[-1])
    world.speech.speed = 1.5
    assert seconds(world, HELLO["de"]) < usual * 0.8
    world.speech.speed = 0.8
    assert seconds(world, HELLO["de"]) > usual * 1.1
    world.speech.volume = 0.0
    seconds(world, HELLO["de"])
    assert loudest > 0
    assert not any(world.samples()[-1])


def test_stop_ends_what_reaches_the_loudspeaker(world: EspeakWorld) -> None:
    whole = seconds(world, "Ein langer Satz über Zimmer, Wege und Nummern im Rathaus.")
    world.speech.say(Utterance(text="Ein langer Satz über Zimmer, Wege und Nummern im Rathaus.", language="de"))
    until(lambda: len(world.samples()) == 2 and len(world.samples()[1]) > 0)
    world.speech.stop()
    world.speech.say(Utterance(text="Ja.", language="de"))
    until(lambda: not world.speech.speaking)
    assert len(world.samples()[1]) / 2 / SAMPLES_PER_SECOND < whole / 2


def test_a_card_that_is_pulled_out_in_mid_sentence(world: EspeakWorld) -> None:
    world.speech.say(Utterance(text=HELLO["de"] * 3, language="de"))
    until(lambda: world.heard() == 1)
    world.unplug(True)
    until(lambda: not world.speech.speaking)
    assert world.speech.trouble == "speech.no_sound"
    world.unplug(False)
    assert seconds(world, "Ja.") > 0.2
    assert world.speech.trouble == ""


def test_silence_is_logged_once(world: EspeakWorld, caplog: pytest.LogCaptureFixture) -> None:
    world.no_sound(True)
    with caplog.at_level(logging.INFO):
        for text in ("Sie heißen Müller.", "Zwei.", "Drei."):
            world.speech.say(Utterance(text=text, language="de", interrupt=False))
        until(lambda: not world.speech.speaking)
    assert [record.message for record in caplog.records] == ["speech: speech.no_sound"]


def test_no_program_no_voice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    world = EspeakWorld(tmp_path)
    monkeypatch.setattr(espeak_ng, "PROGRAM", str(tmp_path / "espeak-ng"))
    world.speech.say(Utterance(text="Ja.", language="de"))
    until(lambda: not world.speech.speaking)
    assert world.speech.trouble == "speech.no_voice"
    world.close()


def test_a_text_is_never_a_command_or_phonemes() -> None:
    command = espeak_ng.voice_command(Utterance(text="--help", language="de"), SpeechSettings(), 1.0, 1.0)
    assert "--help" not in command
    assert espeak_ng.plain("[[fi:]] <break/> A\0B") == b"  fi:    break/  A B"
    assert len(espeak_ng.plain("x" * 9_000)) == espeak_ng.LONGEST


def test_a_voice_of_the_operators_choice() -> None:
    settings = SpeechSettings(voices={"de": "mb-de5"}, device="plughw:1", volume_limit=0.5)
    command = espeak_ng.voice_command(Utterance(text="x", language="de"), settings, 9.0, 1.0)
    assert command[-6:] == ("-v", "mb-de5", "-s", "225", "-a", "50")
    assert "plughw:1" in espeak_ng.player_command(settings)


@pytest.mark.parametrize("sound", list(Sound))
def test_a_sound_is_a_short_wave_that_begins_and_ends_softly(sound: Sound, tmp_path: Path) -> None:
    path = tmp_path / "sound.wav"
    path.write_bytes(sounds.wav(sound))
    with wave.open(str(path)) as file:
        samples = memoryview(file.readframes(file.getnframes())).cast("h")
    assert 0.015 < len(samples) / sounds.RATE < 0.5
    assert samples[0] == samples[-1] == 0
    assert 3_000 < max(samples) < 14_000


def test_a_jack_that_comes_and_goes(tmp_path: Path) -> None:
    jack = HeadphoneJack(tmp_path / "jack", SystemClock())
    assert jack.plugged is None
    jack.close()


def test_a_machine_without_the_programs_is_silent(tmp_path: Path) -> None:
    settings = SpeechSettings(player=str(tmp_path / "no-player"))
    assert isinstance(build("speech", settings, clock=SystemClock()), DisabledSpeech)
    there = SpeechSettings(player="sh")
    assert isinstance(build("speech", there, clock=SystemClock()), EspeakSpeech)
    cards = tmp_path / "cards"
    assert not choosing.can_be_heard(there, cards)
    cards.write_text(" 0 [Device         ]: USB-Audio - USB Audio Device\n")
    assert choosing.can_be_heard(there, cards)
    assert not choosing.can_be_heard(settings, cards)


def test_a_recording_of_what_was_said(tmp_path: Path) -> None:
    speech = SimulatedSpeech(SpeechSettings(simulated_letters_per_second=0), clock=SystemClock())
    for language in ("de", "en"):
        speech.say(Utterance(text=HELLO[language], language=language))
    length = speech.write_wav(tmp_path / "said.wav")
    with wave.open(str(tmp_path / "said.wav")) as file:
        assert file.getnframes() / file.getframerate() == length
    assert 4.0 < length < 12.0

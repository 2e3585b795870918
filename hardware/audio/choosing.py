"""Which voice a machine has, where its settings do not say. Looks at what is installed, opens nothing."""

import logging
from pathlib import Path

from hardware.audio.disabled import DisabledSpeech
from hardware.audio.espeak import EspeakSpeech, installed
from hardware.audio.interface import Speech
from hardware.audio.settings import SpeechSettings
from hardware.host.clock import Clock

log = logging.getLogger(__name__)

CARDS = Path("/proc/asound/cards")


def speech_of_this_machine(settings: SpeechSettings, *, clock: Clock) -> Speech:
    """espeak-ng where it is installed, else silence."""
    if installed(settings):
        return EspeakSpeech(settings, clock=clock)
    log.warning("espeak-ng or %s is not installed: nothing is spoken", settings.player)
    return DisabledSpeech(settings, clock=clock)


def can_be_heard(settings: SpeechSettings, cards: Path = CARDS) -> bool:
    """Whether speech is installed and a sound card is there: for demonstrations, which else only write it down."""
    try:
        has_card = "[" in cards.read_text(encoding="utf-8", errors="replace")
    except OSError:
        has_card = False
    return has_card and installed(settings)

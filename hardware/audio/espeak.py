"""A voice by the programs espeak-ng and aplay, one thing after the other in a thread of its own.

Not responsible for how a text is put (see the presenters), nor for the loudspeaker being silenced by headphones: that
is the sound card's own.
"""

import logging
import shutil
import threading
from collections import deque

from hardware.audio import sounds
from hardware.audio.espeak_ng import PROGRAM, plain, player_command, voice_command
from hardware.audio.interface import Sound, Utterance
from hardware.audio.jack import HeadphoneJack
from hardware.audio.playback import Playback
from hardware.audio.settings import SpeechSettings
from hardware.host.clock import Clock
from hardware.host.journal import Changes

log = logging.getLogger(__name__)

END_WITHIN_SECONDS = 2.0


def installed(settings: SpeechSettings) -> bool:
    """Whether both programs are there."""
    return all(shutil.which(program) for program in (PROGRAM, settings.player))


class EspeakSpeech:
    """`Speech` by espeak-ng."""

    def __init__(self, settings: SpeechSettings, *, clock: Clock) -> None:
        """Starts no program yet."""
        self.speed = self.volume = 1.0
        self._settings, self._changes = settings, Changes(log)
        self._jack = HeadphoneJack(settings.headphone_jack, clock) if settings.headphone_jack else None
        self._told: bool | None = None
        self._news = threading.Condition()
        self._waiting: deque[Utterance | Sound] = deque()
        self._playback: Playback | None = None
        self._playing: Utterance | Sound | None = None
        self._thread: threading.Thread | None = None
        self._closed = False
        self._trouble = ""

    @property
    def speaking(self) -> bool:
        """Whether something is being said or waits to be."""
        with self._news:
            return any(isinstance(one, Utterance) for one in (self._playing, *self._waiting))

    @property
    def headphones(self) -> bool | None:
        """What the jack says, else what a keypad with a jack of its own said."""
        with self._news:
            plugged = self._jack.plugged if self._jack else None
            return self._told if plugged is None else plugged

    @property
    def trouble(self) -> str:
        """How the last thing went."""
        return self._trouble

    def say(self, utterance: Utterance) -> None:
        """In its turn; a private one only into headphones."""
        if utterance.private and not self.headphones:
            return
        with self._news:
            if utterance.interrupt:
                self._drop()
            self._take(utterance)

    def play(self, sound: Sound) -> None:
        """In its turn."""
        if self._settings.sounds:
            with self._news:
                self._take(sound)

    def stop(self) -> None:
        """Ends the programs of what is being said; sounds play on."""
        with self._news:
            self._drop()

    def headphones_told(self, plugged: bool) -> None:
        """Counts where the jack itself cannot be asked."""
        self._told = plugged

    def close(self) -> None:
        """Ends everything."""
        with self._news:
            self._closed = True
            self._waiting.clear()
            if self._playback:
                self._playback.end()
            self._news.notify_all()
            if self._jack:
                self._jack.close()
        if self._thread:
            self._thread.join(END_WITHIN_SECONDS)

    # --- the thread ----------------------------------------------------------------------------------------------

    def _take(self, one: Utterance | Sound) -> None:
        if self._closed:
            return
        self._waiting.append(one)
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="speech", daemon=True)
            self._thread.start()
        self._news.notify_all()

    def _drop(self) -> None:
        sounds_only = [one for one in self._waiting if isinstance(one, Sound)]
        self._waiting = deque(sounds_only)
        if isinstance(self._playing, Utterance):
            self._playing = None
            if self._playback:
                self._playback.end()

    def _work(self) -> None:
        while True:
            with self._news:
                self._news.wait_for(lambda: self._waiting or self._closed)
                if self._closed:
                    return
                self._playing = self._waiting.popleft()
                playback = self._playback = self._start(self._playing)
            playback.wait()
            with self._news:
                self._playing = self._playback = None
                self._trouble = playback.trouble
            self._changes.note("speech", playback.trouble or "works")

    def _start(self, one: Utterance | Sound) -> Playback:
        player = player_command(self._settings)
        if isinstance(one, Sound):
            return Playback(player, data=sounds.wav(one))
        voice = voice_command(one, self._settings, self.speed, self.volume)
        return Playback(player, voice=voice, data=plain(one.text))

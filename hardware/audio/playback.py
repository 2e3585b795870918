"""One thing that is being heard: two programs with a pipe between them, or a player with a sound. Ended by killing."""

import subprocess
from collections.abc import Sequence
from contextlib import suppress
from typing import IO

NO_VOICE, NO_SOUND = "speech.no_voice", "speech.no_sound"


class Playback:
    """Started when it is made; `wait` it out in one thread, `end` it from any."""

    def __init__(self, player: Sequence[str], *, voice: Sequence[str] = (), data: bytes) -> None:
        """:param voice: program that makes WAV of `data`; empty: `data` is WAV already."""
        self.trouble = ""
        self._ended = False
        self._parts: list[subprocess.Popen[bytes]] = []
        self._data = data
        try:
            self._start(player, voice)
        except OSError:
            self.trouble = NO_VOICE if voice and not self._parts else NO_SOUND
            self._kill()

    def _start(self, player: Sequence[str], voice: Sequence[str]) -> None:
        source = None
        if voice:
            speaker = _program(voice, subprocess.PIPE, subprocess.PIPE)
            self._parts.append(speaker)
            source = speaker.stdout
        self._parts.append(_program(player, source or subprocess.PIPE, subprocess.DEVNULL))
        if source is not None:
            source.close()  # the player's own end stays

    def wait(self) -> None:
        """Until it is over; then `trouble` says what was wrong, if it was."""
        if self._parts:
            first = self._parts[0].stdin
            assert first is not None
            with suppress(BrokenPipeError):
                first.write(self._data)
            with suppress(BrokenPipeError):
                first.close()
        for part in self._parts:
            part.wait()
        if self._parts and not self._ended and not self.trouble:
            self.trouble = self._judge()

    def end(self) -> None:
        """Silent now."""
        self._ended = True
        self._kill()

    def _kill(self) -> None:
        for part in reversed(self._parts):
            with suppress(ProcessLookupError):
                part.kill()

    def _judge(self) -> str:
        if self._parts[-1].returncode:
            return NO_SOUND
        return NO_VOICE if self._parts[0].returncode else ""


def _program(command: Sequence[str], source: int | IO[bytes], target: int) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(  # noqa: S603 - programs named by the operator, never by a visitor
        command, stdin=source, stdout=target, stderr=subprocess.DEVNULL
    )

"""How often a wrong PIN was tried, and how long nobody may try again. On disk; the wall clock plays no part.

The waiting time runs by the monotonic clock of one run of the machine (its boot id). After a restart nobody knows how
long the machine was off, so the whole waiting time begins again: neither a power cut nor a clock set back or forward
makes it shorter. An attempt is written down before the PIN is looked at and taken back only when it was right; so a
process killed in between has cost an attempt, never given one.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from hardware.host.clock import Clock
from hardware.host.folders import write_atomically

DELAYS = (0.0, 0.0, 5.0, 15.0, 60.0, 300.0, 900.0)
"""Seconds to wait after the first, second ... wrong PIN; the last one holds for all further ones."""
FILE, LOCK = "attempts.json", "attempts.lock"


class AttemptsUnusable(Exception):
    """The count cannot be read or written; nobody is let in until an operator sets the PIN anew."""


class Count(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """As it stands on disk."""

    failures: int = 0
    """Wrong PINs since the last right one, the one being looked at included."""
    boot: str = ""
    """The run of the machine in which `since` counts."""
    since: float = 0.0
    """Monotonic seconds when the last attempt began."""

    def __post_init__(self) -> None:
        if self.failures < 0:
            raise ValueError("a count is not below zero")


def delay_after(failures: int) -> float:
    """Seconds to wait after so many wrong PINs."""
    return DELAYS[min(failures, len(DELAYS)) - 1] if failures > 0 else 0.0


class Attempts:
    """Counts over restarts, for every thread and process on this folder."""

    def __init__(self, folder: Path, clock: Clock, boot: str) -> None:
        """:param boot: names this run of the machine; "" where it is not known: every start is another run then."""
        self._folder, self._clock = folder, clock
        self._boot = boot or f"process-{os.getpid()}"

    def waiting(self) -> float:
        """Seconds until the next attempt may be made; 0: now. Begins the wait anew after a restart of the machine.

        :raises AttemptsUnusable: see there.
        """
        with self._held():
            return self._remaining(self._read())

    def begin(self) -> float:
        """Count an attempt before its PIN is looked at.

        :returns: 0 where it may be looked at; else the seconds to wait, and nothing was counted.
        :raises AttemptsUnusable: it could not be written down; do not look at the PIN.
        """
        with self._held():
            count = self._read()
            left = self._remaining(count)
            if left > 0:
                return left
            self._write(replace(count, failures=count.failures + 1, boot=self._boot, since=self._clock.monotonic()))
            return 0.0

    def right(self) -> None:
        """The PIN was right: forget the wrong ones.

        :raises AttemptsUnusable: it could not be written down.
        """
        self.forget()

    def forget(self) -> None:
        """No wrong PINs are known: after a right one, or when an operator set a new one."""
        with self._held():
            self._write(Count())

    @property
    def failures(self) -> int:
        """Wrong PINs since the last right one."""
        with self._held():
            return self._read().failures

    def _remaining(self, count: Count) -> float:
        delay = delay_after(count.failures)
        if delay == 0.0:
            return 0.0
        gone = self._clock.monotonic() - count.since
        if count.boot != self._boot or gone < 0:
            self._write(replace(count, boot=self._boot, since=self._clock.monotonic()))
            return delay
        return max(0.0, delay - gone)

    def _read(self) -> Count:
        try:
            return msgspec.json.decode((self._folder / FILE).read_bytes(), type=Count)
        except FileNotFoundError:
            return Count()
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError) as fault:
            raise AttemptsUnusable(str(fault)) from fault

    def _write(self, count: Count) -> None:
        try:
            write_atomically(self._folder / FILE, msgspec.json.encode(count))
        except OSError as fault:
            raise AttemptsUnusable(str(fault)) from fault

    @contextmanager
    def _held(self) -> Iterator[None]:
        """One at a time, over threads and processes: two fingers at once are two attempts."""
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            lock = os.open(self._folder / LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
        except OSError as fault:
            raise AttemptsUnusable(str(fault)) from fault
        try:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
        finally:
            os.close(lock)

"""The device's agent: sends what waits in the outbox and fetches what the city says, each with one effect."""

import logging
from collections.abc import Callable
from datetime import datetime
from threading import Event, Thread
from typing import Protocol

from nacl.signing import VerifyKey

from content.sync.inbox import Inbox, unwatched
from content.sync.link import Batch, CityLink, CitySilent, Conflict
from content.sync.messages import Outgoing
from content.sync.signing import Forged, Incoming, Signed, read
from hardware.host.clock import Clock

BATCH = 20
"""Events in one call."""
PAUSE, LONGEST_PAUSE = 2.0, 60.0
"""Seconds between rounds; doubled from silence to silence up to the longest."""
_log = logging.getLogger(__name__)


class Pending(Protocol):
    """What waits for the city (`PickupLedger.outbox`)."""

    def pending(self, limit: int) -> tuple[tuple[int, Outgoing], ...]:
        """The oldest, with their numbers."""
        ...

    def acknowledge(self, seq: int) -> None:
        """The city has all up to this one."""
        ...


class SyncAgent:
    """`round` is one exchange; `start` repeats it in a thread of its own."""

    def __init__(
        self,
        link: CityLink,
        *,
        device: str,
        city_key: bytes,
        outbox: Pending,
        inbox: Inbox,
        apply: Callable[[Incoming], None],
        clock: Clock,
        step: Callable[[str], None] = unwatched,
    ) -> None:
        """:param city_key: Ed25519, 32 bytes. :param apply: see `Inbox.take`; called in the agent's thread."""
        self._link, self._device, self._city_key = link, device, VerifyKey(city_key)
        self._outbox, self._inbox, self._apply, self._clock, self._step = outbox, inbox, apply, clock, step
        self._silent_since: datetime | None = None
        self._pause, self._ended, self._thread = PAUSE, Event(), Thread(target=self._run, name="sync", daemon=True)
        self.forged = self.conflicts = self.refused = 0
        """Counted since the start; each is logged when it happens."""

    @property
    def silent_since(self) -> datetime | None:
        """When the city was first not reached; None = the last round went through."""
        return self._silent_since

    @property
    def pause(self) -> float:
        """Seconds to the next round."""
        return self._pause

    def round(self) -> bool:
        """Send and fetch once. :returns: whether the city answered."""
        try:
            while self._send():
                pass
            self._fetch()
        except CitySilent:
            if self._silent_since is None:
                self._silent_since = self._clock.now()
                _log.warning("The city is silent; what it should know waits here.")
            self._pause = min(self._pause * 2, LONGEST_PAUSE)
            return False
        if self._silent_since is not None:
            _log.info("The city answers again.")
        self._silent_since, self._pause = None, PAUSE
        return True

    def _send(self) -> bool:
        """:returns: whether the next batch should follow at once."""
        events = self._outbox.pending(BATCH)
        if not events:
            return False
        first, last = events[0][0], events[-1][0]
        incarnation, base = self._inbox.incarnation
        self._step("sending")
        try:
            ack = self._link.send(Batch(device=self._device, incarnation=incarnation, base=base, events=events))
        except Conflict:
            return self._begin_anew(first - 1)
        self._step("answered")
        if not first - 1 <= ack <= last:
            return self._begin_anew(first - 1)
        self._outbox.acknowledge(ack)
        self._step("acknowledged")
        return ack >= first

    def _begin_anew(self, base: int) -> bool:
        """One of the two was restored from an old copy: the same numbers would be swallowed, or wait for ever."""
        self.conflicts += 1
        _log.error("The city's numbers of events contradict ours; they go on under a new incarnation.")
        self._inbox.begin_incarnation(base)
        self._step("begun_anew")
        return False

    def _fetch(self) -> None:
        readable = (self._read(signed) for signed in self._link.fetch(self._device, self._inbox.mark))
        messages = [message for message in readable if message is not None]
        for message in sorted(messages, key=lambda one: one.number):
            if self._inbox.take(message, self._apply) == "refused":
                self.refused += 1
                _log.error("Message %s of the city (%s) is refused.", message.number, message.kind)

    def _read(self, signed: Signed) -> Incoming | None:
        try:
            return read(signed, self._city_key, self._device)
        except Forged as fault:
            self.forged += 1
            _log.error("%s It is dropped.", fault)
            return None

    def start(self) -> None:
        """Once."""
        self._thread.start()

    def stop(self) -> None:
        """A call that is under way is waited for."""
        self._ended.set()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        while not self._ended.is_set():
            try:
                self.round()
            except Exception as fault:  # noqa: BLE001 - the thread must outlive a full disk; values of it are not logged
                _log.error("A round of the agent failed (%s); the next one follows.", type(fault).__name__)
                self._pause = min(self._pause * 2, LONGEST_PAUSE)
            self._ended.wait(self._pause)

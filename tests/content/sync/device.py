"""A device with outbox and inbox on disk; as a process of its own it is killed at a step.

`python -m tests.content.sync.device FOLDER STEP` plays against a city that lies in the folder as files.
"""

import os
import signal
import sqlite3
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from content.sync import outbox
from content.sync.agent import SyncAgent
from content.sync.inbox import Inbox, unwatched
from content.sync.link import Batch, CityLink
from content.sync.messages import Outgoing
from content.sync.signing import Incoming, Signed
from hardware.host.clock import FakeClock

NAME = "TERMINAL-1"


class Device:
    """What a pickup terminal has: a ledger (here a table of effects) with the outbox beside it."""

    def __init__(self, folder: Path, link: CityLink, key: bytes, step: Callable[[str], None] = unwatched) -> None:
        self.database = sqlite3.connect(folder / "ledger.sqlite3", isolation_level=None, check_same_thread=False)
        self.database.execute("PRAGMA journal_mode = WAL")
        self.database.execute("CREATE TABLE IF NOT EXISTS effect (id TEXT PRIMARY KEY, kind TEXT)")
        outbox.create(self.database)
        self.clock = FakeClock(datetime(2026, 3, 2, 9, tzinfo=UTC))
        self.inbox, self.repeated, self.step = Inbox(folder, step), 0, step
        self.agent = SyncAgent(
            link,
            device=NAME,
            city_key=key,
            outbox=self,
            inbox=self.inbox,
            apply=self.apply,
            clock=self.clock,
            step=step,
        )

    def pending(self, limit: int) -> tuple[tuple[int, Outgoing], ...]:
        return outbox.pending(self.database, limit)

    def acknowledge(self, seq: int) -> None:
        outbox.acknowledge(self.database, seq)

    def apply(self, message: Incoming) -> None:
        """As the ledger does: known by its booking number, effect and event in one transaction."""
        if message.kind != "booking":
            raise ValueError("this device knows bookings only")
        number = message.payload["id"]
        if self.database.execute("SELECT 1 FROM effect WHERE id = ?", (number,)).fetchone():
            self.repeated += 1
            return
        self.database.execute("BEGIN IMMEDIATE")
        self.database.execute("INSERT INTO effect VALUES (?, ?)", (number, message.kind))
        self.step("effect_written")
        outbox.put(self.database, Outgoing("state", {"booking": number}))
        self.database.execute("COMMIT")

    def tell(self, count: int, first: int = 0) -> None:
        self.database.execute("BEGIN IMMEDIATE")
        for n in range(first, first + count):
            outbox.put(self.database, Outgoing("state", {"n": n}))
        self.database.execute("COMMIT")

    @property
    def effects(self) -> list[str]:
        return [row[0] for row in self.database.execute("SELECT id FROM effect ORDER BY rowid")]

    def close(self) -> None:
        self.inbox.close()
        self.database.close()


class CityOfFiles:
    """What outlives the device's process: messages signed beforehand, events appended and synced."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def send(self, batch: Batch) -> int:
        path = self._folder / "events"
        got = path.read_text().splitlines() if path.exists() else []
        with path.open("a") as file:
            for seq, event in batch.events:
                if seq == len(got) + 1:
                    got.append(f"{batch.incarnation} {seq} {event.payload}")
                    file.write(got[-1] + "\n")
        return len(got)

    def fetch(self, device: str, since: int) -> tuple[Signed, ...]:
        lines = (self._folder / "messages").read_text().split()
        pairs = [tuple(bytes.fromhex(part) for part in line.split(":")) for line in lines]
        return tuple(Signed(body=body, signature=signature) for body, signature in pairs)


def main(folder: Path, step: str) -> None:
    """One round, killed at the step."""

    def killed_at(reached: str) -> None:
        if reached == step:
            os.kill(os.getpid(), signal.SIGKILL)

    device = Device(folder, CityOfFiles(folder), (folder / "key").read_bytes(), killed_at)
    device.agent.round()
    device.agent.round()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])

"""`lotse figures`: a day's waiting numbers per hour and concern, waits and contingents, as text or CSV."""

import argparse
import os
import sqlite3
import sys
from collections.abc import Mapping, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path

from content.releases.compiled import CompiledUnreadable, decode
from hardware.host.clock import SystemClock
from hardware.host.paths import paths_for
from kiosk.ticketing.figures import DAYS, DayFigures, as_csv, figures
from kiosk.ticketing.rows import tickets_of_days


def run(arguments: Sequence[str]) -> int:
    """Entry point. 0: written; 1: no ledger, or it cannot be read; 2: wrong use."""
    options = _options(arguments)
    state = paths_for("kiosk", os.environ, options.state).state
    ledger = state / "tickets" / "tickets.sqlite3"
    if not ledger.is_file():
        print(
            f"{ledger} does not exist: no kiosk gave out numbers here. Give the folder with --state.", file=sys.stderr
        )
        return 1
    day = options.day or SystemClock().now().date()
    try:
        found = read_figures(ledger, day, contingents_of(state / "content" / "content.msgpack"))
    except sqlite3.Error as fault:
        print(f"{ledger} cannot be read: {fault}", file=sys.stderr)
        return 1
    sys.stdout.write(as_csv(found) if options.csv else as_text(found))
    return 0


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="lotse figures", description=__doc__)
    parser.add_argument(
        "--csv", action="store_true", help="semicolons, one line an hour and concern, then one a concern"
    )
    parser.add_argument("--day", type=date.fromisoformat, help="such as 2026-11-25; not given: today")
    parser.add_argument(
        "--state", type=Path, help="the folder given to `lotse run --state`; not given: that of the service or the user"
    )
    return parser.parse_args(arguments)


def read_figures(ledger: Path, day: date, contingents: Mapping[str, int | None]) -> DayFigures:
    """Look into a ledger that a kiosk may be writing meanwhile; nothing is changed.

    :raises sqlite3.Error: it cannot be read.
    """
    with closing(sqlite3.connect(f"{ledger.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        return figures(tickets_of_days(connection, day, DAYS), day, contingents)


def contingents_of(kept: Path) -> dict[str, int | None]:
    """Numbers a day of every concern of the content the kiosk keeps; empty where none can be read."""
    try:
        content = decode(kept.read_bytes(), any_stamp=True).content
    except (OSError, CompiledUnreadable):
        return {}
    return {concern.id: concern.daily_contingent for concern in content.concerns.values()}


def as_text(one: DayFigures) -> str:
    """For a terminal."""
    lines = [f"{one.day.isoformat()}: {one.drawn} numbers, {one.void} void, {one.waits.called} called"]
    lines += [f"  {hour:02}-{hour + 1:02} h  {count:4}" for hour, count in one.hours()]
    for own in one.concerns:
        middle = "-" if own.waits.middle is None else f"{own.waits.middle} min"
        left = "" if own.left is None else f", {own.left} of {own.contingent} left"
        lines.append(f"  {own.concern:20} {own.drawn:4} drawn, wait {middle}{left}")
    return "\n".join([*lines, ""])

"""`lotse pickup audit`: checks the ledger of a pickup terminal, and says who opened what, when and why."""

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import msgspec

from hardware.host.paths import paths_for
from kiosk.pickup.audit_words import AT_ROW, BROKEN, IN_ORDER, WORDS
from kiosk.pickup.auditing import Audit, audit
from kiosk.pickup.errors import LedgerError
from kiosk.pickup.keys import DeviceKeys
from kiosk.pickup.records import Entry

FOLDER = "pickup"
"""In the kiosk's state folder."""


def run(arguments: Sequence[str]) -> int:
    """Entry point. 0: unbroken; 1: it breaks, and where; 2: it cannot be checked."""
    options = _options(arguments)
    folder = paths_for("kiosk", os.environ, options.state).state / FOLDER
    try:
        found = audit(folder, DeviceKeys.load(folder).chain)
    except LedgerError as fault:
        print(fault, file=sys.stderr)
        return 2
    print(_as_json(found) if options.json else as_text(found, options.language))
    return 1 if found.fault else 0


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="lotse pickup", description=__doc__)
    parser.add_argument("what", choices=("audit",), help="audit: check every entry, and print them")
    parser.add_argument("--json", action="store_true", help="one JSON object: entries, fault, row")
    parser.add_argument("--language", choices=tuple(WORDS), default="en", help="of the lines (default %(default)s)")
    parser.add_argument(
        "--state", type=Path, help="the folder given to `lotse run --state`; not given: that of the service or the user"
    )
    return parser.parse_args(arguments)


def _as_json(found: Audit) -> str:
    return msgspec.json.format(msgspec.json.encode(found)).decode()


def as_text(found: Audit, language: str) -> str:
    """One line an entry, and at last whether all is as it was written."""
    lines = [line_of(entry, language) for entry in found.entries]
    if found.fault:
        where = AT_ROW[language].format(row=found.row) if found.row is not None else ""
        lines.append(BROKEN[language].format(where=where, fault=found.fault))
    else:
        lines.append(IN_ORDER[language].format(count=len(found.entries)))
    return "\n".join(lines)


def line_of(entry: Entry, language: str) -> str:
    """Number, time, and what happened."""
    record = entry.record
    fields = {name: _said(getattr(record, name)) for name in record.__struct_fields__ if name != "booking"}
    booking = getattr(record, "booking", None)
    if booking is not None:
        fields["pickup"] = booking.id
    kind = str(record.__struct_config__.tag)
    return f"{entry.seq:6}  {entry.at:%Y-%m-%d %H:%M:%S %z}  {WORDS[language][kind].format_map(fields)}"


def _said(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(str(one) for one in value) or "-"
    if isinstance(value, datetime):
        return value.isoformat(" ", "minutes")
    return str(value) if value not in ("", None) else "-"

"""`lotse staff`: sets the PINs of the staff corner; `lotse staff card`: enrols cards."""

import argparse
import getpass
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from hardware.host.clock import SystemClock
from hardware.host.paths import PathsError, paths_for
from kiosk.staff.pins import Pins, PinsUnusable
from kiosk.staff.roles import ROLES
from kiosk.staff.rules import why_not
from kiosk.ticketing.numbers import this_boot

FOLDER = "staff"
"""In the kiosk's state folder."""


def run(arguments: Sequence[str]) -> int:
    """Entry point. 0: set; 1: the folder cannot be used; 2: this PIN cannot be used."""
    if arguments[:1] == ["card"]:
        from kiosk.staff.card_command import run as run_card

        return run_card(arguments[1:])
    options = _options(arguments)
    try:
        folder = paths_for("kiosk", os.environ, options.state).state / FOLDER
        pins = Pins(folder, SystemClock(), this_boot())
        if options.what == "roles":
            print("\n".join(pins.roles()) or "No PIN is set: the staff corner stays shut.")
            return 0
        pin = _asked(options.role)
        if reason := why_not(pin):
            print(reason, file=sys.stderr)
            return 2
        pins.set(options.role, pin)
    except ValueError as fault:
        print(fault, file=sys.stderr)
        return 2
    except (PathsError, PinsUnusable, OSError) as fault:
        print(f"{fault}: the PIN could not be set", file=sys.stderr)
        return 1
    print(f"The PIN of the role `{options.role}` is set, in {folder}. It holds from now on; no restart is needed.")
    return 0


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="lotse staff", description=__doc__)
    parser.add_argument(
        "what",
        choices=("pin", "roles", "card"),
        help="pin: set one; roles: say which have one; card: see `card --help`",
    )
    parser.add_argument("--role", choices=ROLES, default="staff", help="whose PIN (default %(default)s)")
    parser.add_argument(
        "--state", type=Path, help="the folder given to `lotse run --state`; not given: that of the service or the user"
    )
    return parser.parse_args(arguments)


def _asked(role: str) -> str:
    """Twice at a terminal, unseen; else one line of the input."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().strip()
    first = getpass.getpass(f"New PIN for the role `{role}` (not shown): ").strip()
    if why_not(first):
        return first
    if getpass.getpass("Once more: ").strip() != first:
        raise ValueError("The two were not the same. Nothing was changed.")
    return first

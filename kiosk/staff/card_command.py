"""`lotse staff card`: enrols the cards of staff, lists and removes them. No number of a card is shown or kept."""

import argparse
import getpass
import os
import queue
import sys
from collections.abc import Sequence
from pathlib import Path

from hardware import registry
from hardware.card_reader.interface import Card
from hardware.host.clock import SystemClock
from hardware.host.folders import belong_to_folder_above
from hardware.host.paths import PathsError, paths_for
from hardware.host.settings_file import read_settings
from kiosk.pickup.errors import LedgerError
from kiosk.pickup.keys import DeviceKeys
from kiosk.settings import KioskSettings
from kiosk.staff.cards import CardsUnusable, StaffCards
from kiosk.staff.roles import ROLES

STAFF_FOLDER, KEY_FOLDER = "staff", "pickup"
"""In the kiosk's state folder."""
PATIENCE_SECONDS = 60.0
"""How long a card is waited for at the reader."""


def run(arguments: Sequence[str]) -> int:
    """Entry point. 0: done; 1: a folder, key or reader cannot be used; 2: this card or name cannot be used."""
    options = _options(arguments)
    try:
        state = paths_for("kiosk", os.environ, options.state).state
        cards = StaffCards(state / STAFF_FOLDER, DeviceKeys.load_or_make(state / KEY_FOLDER).cards)
        belong_to_folder_above(state / KEY_FOLDER)
        if options.what == "list":
            print("\n".join(f"{card.name}  {card.role}" for card in cards.all()) or "No card is enrolled.")
        elif options.what == "remove":
            cards.remove(options.name)
            print(f"The card {options.name} is not known any more, from now on; no restart is needed.")
        else:
            card = cards.enrol(_shown(options.settings), options.name, options.role)
            belong_to_folder_above(state / STAFF_FOLDER)
            print(f"The card {card.name} of the role `{card.role}` is known from now on; no restart is needed.")
    except (ValueError, LookupError) as fault:
        print(fault.args[0], file=sys.stderr)
        return 2
    except (PathsError, CardsUnusable, LedgerError, TimeoutError, ImportError, OSError) as fault:
        print(fault, file=sys.stderr)
        return 1
    return 0


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="lotse staff card", description=__doc__)
    parser.add_argument("what", choices=("add", "list", "remove"))
    parser.add_argument("name", nargs="?", default="", help="pseudonym of whose card it is, such as K-7")
    parser.add_argument("--role", choices=ROLES, default="staff", help="add: what it opens (default %(default)s)")
    parser.add_argument(
        "--settings", type=Path, help="add: the kiosk's settings; its reader is used. Not given: the number is typed"
    )
    parser.add_argument(
        "--state", type=Path, help="the folder given to `lotse run --state`; not given: that of the service or the user"
    )
    options = parser.parse_args(arguments)
    if options.what != "list" and not options.name:
        parser.error("whose card? Give a pseudonym, such as K-7")
    return options


def _shown(settings: Path | None) -> str:
    """The number of a card: shown to the reader of the settings, else typed unseen, else one line of the input.

    :raises TimeoutError: no card was shown.
    """
    if settings is None:
        question = "Number of the card (not shown; a reader that types may be used): "
        return (getpass.getpass(question) if sys.stdin.isatty() else sys.stdin.readline()).strip()
    shown: queue.Queue[Card] = queue.Queue()
    reader = registry.build("card_reader", read_settings(settings, KioskSettings).card_reader, clock=SystemClock())
    print(f"Hold the card to the reader, within {PATIENCE_SECONDS:.0f} seconds.", flush=True)
    try:
        reader.start(shown.put)
        return shown.get(timeout=PATIENCE_SECONDS).uid
    except queue.Empty:
        trouble = reader.state().trouble or "no card was shown"
        raise TimeoutError(f"No card was read: {trouble}. Is the kiosk stopped, and the reader plugged in?") from None
    finally:
        reader.close()

"""Builds the `kiosk` process: every object here, by keyword, then `.run()`."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from content.releases.current import CurrentContent
from hardware import registry
from hardware.host.clock import Clock, SystemClock
from kiosk.handlers.conductor import Conductor
from kiosk.handlers.library import KioskLibrary
from kiosk.handlers.papers import TicketPapers
from kiosk.handlers.ticket_worker import TicketWorker
from kiosk.process import KioskProcess
from kiosk.settings import KioskSettings

DEMO_TOWN = Path(__file__).resolve().parents[1] / "content" / "musterstadt"


def build(
    settings: KioskSettings,
    *,
    state: Path,
    cache: Path,
    offscreen: bool,
    clock: Clock | None = None,
    scale: float = 1.0,
) -> KioskProcess:
    """Everything the kiosk is made of.

    :param state: folder for what must outlive the process (numbers, kept content).
    :param cache: folder that may be deleted.
    :param offscreen: draw without a display; the bench page shows the picture.
    """
    raise NotImplementedError

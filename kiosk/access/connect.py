"""Builds the bridge where it can work: AccessKit is installed and the machine has a session bus."""

import logging
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.access.bridge import AccessBridge, Shown

log = logging.getLogger(__name__)


def has_session_bus(environment: Mapping[str, str]) -> bool:
    """Whether the bus is there by which assistive technology is reached (D-Bus specification, "session bus")."""
    if environment.get("DBUS_SESSION_BUS_ADDRESS"):
        return True
    folder = environment.get("XDG_RUNTIME_DIR") or f"/run/user/{os.getuid()}"
    return Path(folder, "bus").exists()


def connect(*, stage: "Shown", acted: Callable[[], None], environment: Mapping[str, str]) -> "AccessBridge | None":
    """The bridge, in Kivy's thread; None and one line in the journal where there is none.

    :param acted: told that somebody is there, before anything is done for them.
    """
    if not has_session_bus(environment):
        log.info("no assistive technology: this process has no session bus")
        return None
    try:
        import accesskit
    except ImportError as fault:
        log.info("no assistive technology: %s", fault)
        return None
    from kivy.clock import Clock

    from kiosk.access.bridge import AccessBridge

    return AccessBridge(
        stage=stage,
        acted=acted,
        soon=lambda call: Clock.schedule_once(lambda _seconds: call(), 0),
        make_adapter=accesskit.unix.Adapter,
    )

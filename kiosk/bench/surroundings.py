"""What the measured processes find around them: a session bus of their own, where the machine can give them one."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from kiosk.tour.at_spi.world import inherited, session_bus


@contextmanager
def surroundings(folder: Path) -> Iterator[Mapping[str, str]]:
    """The environment for a bare window and a kiosk, without the desktop of whoever measures.

    With a bus the kiosk opens its bridge to assistive technology, as an installed one does; so that is measured too.

    :param folder: for the bus's log.
    """
    if shutil.which("dbus-daemon") is None:
        yield inherited()
        return
    with session_bus(folder) as environment:
        yield environment

"""Where a process keeps its files: systemd's folders where it gives them, else those of the desktop standard (XDG)."""

import os
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

APPLICATION = "lotse"


class Paths(Struct, frozen=True):
    """Folders of one process; made with mode 0700 by `make`."""

    state: Path
    """Must outlive the process and updates: numbers, kept content."""
    cache: Path
    """May be deleted at any time."""
    runtime: Path
    """Sockets; gone after a restart of the machine."""

    def make(self) -> "Paths":
        """Create what is missing.

        :raises OSError: a folder cannot be made; the message names it.
        """
        for folder in (self.state, self.cache, self.runtime):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return self


def paths_for(process: str, environment: Mapping[str, str], chosen: Path | None = None) -> Paths:
    """The folders of `process`.

    :param environment: usually `os.environ`, handed in by `__main__`.
    :param chosen: one folder for everything, instead.
    """
    if chosen is not None:
        return Paths(chosen / "state", chosen / "cache", chosen / "run")
    home = Path(environment.get("HOME") or Path("~").expanduser())
    return Paths(
        _folder(environment, "STATE_DIRECTORY", "XDG_STATE_HOME", home / ".local" / "state", process),
        _folder(environment, "CACHE_DIRECTORY", "XDG_CACHE_HOME", home / ".cache", process),
        _folder(environment, "RUNTIME_DIRECTORY", "XDG_RUNTIME_DIR", Path("/tmp") / f"lotse-{os.getuid()}", process),  # noqa: S108
    )


def _folder(environment: Mapping[str, str], systemd: str, xdg: str, otherwise: Path, process: str) -> Path:
    if environment.get(systemd):
        return Path(environment[systemd].split(":")[0])
    return Path(environment.get(xdg) or otherwise) / APPLICATION / process

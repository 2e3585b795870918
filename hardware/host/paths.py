"""Where a process keeps its files: systemd's folders where it gives them, else those of the desktop standard (XDG)."""

import os
import pwd
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

APPLICATION = "lotse"
PRIVATE = 0o700


class PathsError(RuntimeError):
    """A folder cannot be used. Says which, why, and what to do."""


class Paths(Struct, frozen=True):
    """Folders of one process."""

    state: Path
    """Must outlive the process and updates: numbers, kept content."""
    cache: Path
    """May be deleted at any time."""
    runtime: Path
    """Sockets; gone after a restart of the machine."""
    config: Path
    """Settings, written by the operator; never made or changed by the process."""

    def make(self) -> "Paths":
        """Create what is missing, readable for the own user only.

        :raises PathsError: a folder cannot be made or written to, or the runtime folder is somebody else's.
        """
        for folder in (self.state, self.cache, self.runtime):
            try:
                _make_private(folder)
            except OSError as fault:
                raise PathsError(f"{folder}: cannot be made ({fault.strerror}); choose another folder") from fault
            if not os.access(folder, os.W_OK | os.X_OK):
                raise PathsError(f"{folder}: cannot be written to; chown it to the user of this process")
        if self.runtime.stat().st_uid != os.getuid():
            raise PathsError(f"{self.runtime}: belongs to another user; remove it, or set RUNTIME_DIRECTORY")
        return self


def _make_private(folder: Path) -> None:
    for above in [*reversed(folder.parents), folder]:  # mkdir(parents=True) would give the mode to the last one only
        if not above.is_dir():
            above.mkdir(mode=PRIVATE, exist_ok=True)


def paths_for(process: str, environment: Mapping[str, str], chosen: Path | None = None) -> Paths:
    """The folders of `process`.

    :param environment: usually `os.environ`, handed in by `__main__`. systemd gives STATE_DIRECTORY and its like
        (systemd.exec(5), the first where several are set), the desktop standard XDG_STATE_HOME and its like.
    :param chosen: one folder for everything, instead.
    """
    if chosen is not None:
        return Paths(chosen / "state", chosen / "cache", chosen / "run", chosen)
    temporary = Path("/tmp") / f"lotse-{os.getuid()}"  # noqa: S108  # `make` refuses it if it is another user's
    home = Path(environment.get("HOME") or _home() or temporary)
    return Paths(
        _folder(environment, "STATE_DIRECTORY", "XDG_STATE_HOME", home / ".local" / "state", process),
        _folder(environment, "CACHE_DIRECTORY", "XDG_CACHE_HOME", home / ".cache", process),
        _folder(environment, "RUNTIME_DIRECTORY", "XDG_RUNTIME_DIR", temporary, process),
        _folder(environment, "CONFIGURATION_DIRECTORY", "XDG_CONFIG_HOME", home / ".config", process),
    )


def _home() -> str:
    """The home of the user database; "" for a user without an entry, as containers have them."""
    try:
        return pwd.getpwuid(os.getuid()).pw_dir
    except KeyError:
        return ""


def _folder(environment: Mapping[str, str], systemd: str, xdg: str, otherwise: Path, process: str) -> Path:
    if environment.get(systemd):
        return Path(environment[systemd].split(":")[0])
    base = Path(environment.get(xdg) or otherwise)
    return (base if base.is_absolute() else otherwise) / APPLICATION / process

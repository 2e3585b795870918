"""The content in use: the last good one stays until a better one is checked. Never blocks after it was made.

Content comes from a folder that staff may change at any time, even half. It is compiled by a child process into the
kept folder; only a file that is whole and good replaces the content in use.
"""

import logging
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import msgspec

from content.model.content import Content, Problem
from content.model.files import ContentRejected, files_of, version_of
from content.model.opening import know_holidays
from content.releases.compiled import Compiled, CompiledUnreadable, decode
from content.wayfinding.graph import WalkGraph

log = logging.getLogger(__name__)

KEPT = "content.msgpack"
PATIENCE_SECONDS = 300.0
"""A child that takes longer hangs."""

Signature = tuple[tuple[str, int, int], ...]


class CurrentContent:
    """Content of a folder, with a kept compiled copy."""

    def __init__(self, source: Path, kept: Path) -> None:
        """Take the kept copy if it is that of the folder; else compile (a second or more); else the kept one anyway.

        :param kept: folder of our own that outlives the process.
        :raises ContentRejected: the folder's content is bad and no good one is kept.
        """
        self._source, self._file = source, kept / KEPT
        kept.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._seen = self._signature()
        self._child: subprocess.Popen[bytes] | None = None
        self.problems: tuple[Problem, ...] = ()
        """What was wrong with the folder when it was last looked at."""
        self._compiled = self._begin()
        self._since = self._made_at()
        self._know_holidays()

    @property
    def content(self) -> Content:
        """The one in use."""
        return self._compiled.content

    @property
    def since(self) -> datetime:
        """Since when it is in use: when the kept copy was made."""
        return self._since

    @property
    def graph(self) -> WalkGraph:
        """Of its building."""
        return self._compiled.graph

    def look(self) -> bool:
        """Look whether the folder changed, or whether its check has ended. True: there is news (`content`, `problems`).

        Takes a moment at most: checking happens in a child process.
        """
        if self._child is not None:
            return self._child.poll() is not None and self._take()
        signature = self._signature()
        if signature == self._seen:
            return False
        self._seen = signature
        self._child = self._start()
        return False

    def close(self) -> None:
        """End a check that is under way."""
        if self._child is not None:
            self._child.kill()
            self._child.communicate()
            self._child = None

    # --- the beginning -------------------------------------------------------------------------------------------

    def _begin(self) -> Compiled:
        kept = self._kept()
        if kept is not None and kept.content.version == self._version():
            self.problems = kept.hints
            return kept
        child = self._start()
        try:
            self._finished(child, *child.communicate(timeout=PATIENCE_SECONDS))
        except subprocess.TimeoutExpired:
            child.kill()
            child.communicate()
            self.problems = (Problem("", "", "", "checking the content took too long"),)
        fresh = self._kept()
        if fresh is not None and not any(problem.serious for problem in self.problems):
            return fresh
        before = kept or self._kept(any_stamp=True)
        if before is not None:
            log.error("the content in %s cannot be used; the one of before stays in use", self._source)
            return before
        raise ContentRejected(self.problems)

    def _version(self) -> str:
        try:
            return version_of(self._source)
        except OSError:
            return ""

    def _kept(self, *, any_stamp: bool = False) -> Compiled | None:
        try:
            return decode(self._file.read_bytes(), any_stamp=any_stamp)
        except FileNotFoundError:
            return None
        except (OSError, CompiledUnreadable) as fault:
            log.info("the kept content is made anew: %s", fault)
            return None

    # --- the child -----------------------------------------------------------------------------------------------

    def _start(self) -> "subprocess.Popen[bytes]":
        command = [sys.executable, "-m", "content.releases.compile", str(self._source), str(self._file)]
        return subprocess.Popen(  # noqa: S603 - our own module
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )

    def _take(self) -> bool:
        child, self._child = self._child, None
        assert child is not None
        self._finished(child, *child.communicate())
        if not any(problem.serious for problem in self.problems):
            kept = self._kept()
            if kept is not None:
                self._compiled, self._since = kept, self._made_at()
                self._know_holidays()
        return True

    def _made_at(self) -> datetime:
        try:
            made = self._file.stat().st_mtime
        except OSError:
            return datetime.now().astimezone()
        return datetime.fromtimestamp(made).astimezone()

    def _know_holidays(self) -> None:
        for year, holidays in self._compiled.holidays.items():
            know_holidays(self._compiled.content.town.land, year, holidays)

    def _finished(self, child: "subprocess.Popen[bytes]", out: bytes, err: bytes) -> None:
        try:
            self.problems = msgspec.json.decode(out, type=tuple[Problem, ...])
        except msgspec.DecodeError:
            last = err.decode(errors="replace").strip().splitlines()[-1:] or [f"ended with {child.returncode}"]
            self.problems = (Problem("", "", "", f"the content could not be checked: {last[0]}"),)

    def _signature(self) -> Signature:
        """Names, times and sizes of all files: cheap to compare."""
        found = []
        for path in files_of(self._source):
            try:
                state = path.stat()
            except OSError:
                continue  # went away this moment; the next look sees it
            found.append((str(path), state.st_mtime_ns, state.st_size))
        return tuple(found)

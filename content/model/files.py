"""The files that make up a town hall's content, and a hash over them. Reads nothing of what they say."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from content.model.content import Problem


class ContentRejected(Exception):
    """The content cannot be used. `problems` says why, the serious ones first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda problem: not problem.serious))
        super().__init__("; ".join(str(problem) for problem in self.problems[:3]))


def files_of(folder: Path) -> tuple[Path, ...]:
    """All files that make up a town hall's content, in a fixed order."""
    wanted = (*folder.glob("*.yaml"), *folder.glob("services/*.yaml"), *folder.glob("*.geojson"), *folder.glob("*.osm"))
    return tuple(sorted(path for path in wanted if path.is_file()))


def version_of(folder: Path) -> str:
    """Short hash over names and bytes of all files."""
    digest = hashlib.sha256()
    for path in files_of(folder):
        digest.update(str(path.relative_to(folder)).encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:12]

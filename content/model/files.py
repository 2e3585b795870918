"""The files that make up a town hall's content, and a hash over them. Reads nothing of what they say."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from content.model.content import Problem

TOWN, OFFICES, CONCERNS = "town.yaml", "offices.yaml", "concerns.yaml"
SITUATIONS, NOTICES, SERVICES = "life_situations.yaml", "notices.yaml", "services"
BUILDING = "building.geojson"
BUILDINGS = (".geojson", ".json", ".osm", ".xml")
"""How the name of a floor plan's file ends."""


class ContentRejected(Exception):
    """The content cannot be used. `problems` says why, the serious ones first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda problem: not problem.serious))
        super().__init__("; ".join(str(problem) for problem in self.problems[:3]))


def files_of(folder: Path) -> tuple[Path, ...]:
    """All files that make up a town hall's content, in a fixed order."""
    wanted = [*folder.glob("*.yaml"), *folder.glob(f"{SERVICES}/*.yaml")]
    wanted += [path for path in folder.glob("*") if path.suffix in BUILDINGS]
    return tuple(sorted(path for path in wanted if path.is_file()))


def version_of(folder: Path) -> str:
    """Short hash over names and bytes of all files."""
    digest = hashlib.sha256()
    for path in files_of(folder):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:12]

"""All content of one town hall, as one frozen whole that is swapped at once."""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from content.model.services import LifeSituation, Service
from content.model.town import Concern, Notice, Office, Town
from content.wayfinding.building import Building


class Problem(Struct, frozen=True, order=True):
    """Something wrong with the content, said so that staff can mend it."""

    file: str
    """Relative to the content folder."""
    entry: str
    """Id of the entry, "" where the whole file is meant."""
    field: str
    """Dotted path in the entry: `fees[0].amount`."""
    message: str
    serious: bool = True
    """True: the content is not used. False: it is used, staff should look at it."""
    line: int = 0
    """Line in the file, 1 = first; 0 = the whole file, or not known."""

    def __str__(self) -> str:
        file = f"{self.file} line {self.line}" if self.line else self.file
        where = " · ".join(part for part in (file, self.entry, self.field) if part)
        return f"{where}: {self.message}"


class Content(Struct, frozen=True, kw_only=True):
    """Everything the devices show, checked. Mappings keep the order of the files."""

    folder: Path
    version: str
    """Short sha256 over all files."""
    town: Town
    offices: Mapping[str, Office]
    concerns: Mapping[str, Concern]
    services: Mapping[str, Service]
    life_situations: Mapping[str, LifeSituation]
    notices: tuple[Notice, ...]
    building: Building

"""One pass over the files of a folder: its entries, and where each stands. Not responsible for their sense."""

import difflib
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from content.model.content import Content, Problem
from content.model.convert import convert
from content.model.files import BUILDING, BUILDINGS, CONCERNS, NOTICES, OFFICES, SERVICES, SITUATIONS, TOWN, version_of
from content.model.services import LifeSituation, Service
from content.model.town import Concern, Notice, Office, Town
from content.model.yaml_file import Unreadable, lines_of, read_yaml
from content.wayfinding.building import Building

Entry = TypeVar("Entry", Office, Concern, LifeSituation, Notice, Service)


class Reading:
    """Collects problems instead of raising them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._places: dict[tuple[str, str], tuple[str, str]] = {}
        """(file or `services`, id) -> the file and the entry's path in it."""
        self._lines: dict[str, dict[str, int]] = {}
        self.problems: list[Problem] = []
        self.whole = True
        """Whether every entry could be read, so that what is not there was not written."""

    def read(self) -> Content | None:
        """The content; None where the town or the building cannot be read. Without the entries that are wrong."""
        if not self._folder.is_dir():
            self._say(self._folder.name, "", "", "there is no such folder of content")
            return None
        try:
            version = version_of(self._folder)
        except OSError as fault:
            self._say(Path(str(fault.filename or "")).name, "", "", f"the file cannot be read: {fault.strerror}")
            return None
        town = self._town()
        offices = self._entries(OFFICES, Office)
        concerns = self._entries(CONCERNS, Concern)
        situations = self._entries(SITUATIONS, LifeSituation)
        notices = self._entries(NOTICES, Notice) if (self._folder / NOTICES).exists() else {}
        services = self._services()
        self._strangers()
        self.whole = not any(problem.serious for problem in self.problems)
        building = self._building(town.building if town else BUILDING)
        if town is None or building is None:
            return None
        return Content(
            folder=self._folder,
            version=version,
            town=town,
            offices=offices,
            concerns=concerns,
            services=services,
            life_situations=situations,
            notices=tuple(notices.values()),
            building=building,
        )

    def located(self, problem: Problem) -> Problem:
        """The same problem with the file and the line where its entry stands."""
        file, at = self._places.get((problem.file, problem.entry), (problem.file, ""))
        line = problem.line or self._line(file, at, problem.field)
        return msgspec.structs.replace(problem, file=file, line=line)

    # --- files ---------------------------------------------------------------------------------------------------

    def _plain(self, file: str) -> Any:
        """What the file says; None, and told: nothing."""
        try:
            found = read_yaml(self._folder / file)
        except Unreadable as fault:
            self.problems.append(Problem(file, "", "", str(fault), line=fault.line))
            return None
        if found is None and file != NOTICES:
            self._say(file, "", "", "the file is empty; write what belongs here, or `[]` for nothing at all")
        return found

    def _town(self) -> Town | None:
        plain = self._plain(TOWN)
        if plain is None:
            return None
        town, problems = convert(plain, Town, TOWN, "")
        self.problems += [self.located(problem) for problem in problems]
        return town

    def _entries(self, file: str, kind: type[Entry], group: str = "") -> dict[str, Entry]:
        plain = self._plain(file)
        if plain is not None and not isinstance(plain, list):
            self._say(file, "", "", "a list of entries is expected: every entry begins with `- id:`")
        entries: dict[str, Entry] = {}
        for index, one in enumerate(plain if isinstance(plain, list) else ()):
            at = f"[{index}]"
            name = one.get("id") if isinstance(one, dict) else None
            entry = name if isinstance(name, str) and name else f"entry {index + 1}"
            found, problems = convert(one, kind, file, entry)
            if name == "":
                problems.append(Problem(file, entry, "id", "this id is empty; every entry needs its own"))
            if (group or file, entry) in self._places:
                problems.append(Problem(file, entry, "id", "this id stands twice; every entry needs its own"))
            for problem in problems:
                line = self._line(file, at, problem.field)
                self.problems.append(msgspec.structs.replace(problem, line=line))
            self._places.setdefault((group or file, entry), (file, at))
            if found is not None and not problems:
                entries[entry] = found
        return entries

    def _services(self) -> dict[str, Service]:
        services: dict[str, Service] = {}
        files = sorted((self._folder / SERVICES).glob("*.yaml"))
        if not files:
            self._say(SERVICES, "", "", "there is no file of services in this folder; add one, such as wohnung.yaml")
        for path in files:
            services |= self._entries(f"{SERVICES}/{path.name}", Service, SERVICES)
        return services

    def _strangers(self) -> None:
        """Files that look like ours and are not read, because of their name."""
        ours = (TOWN, OFFICES, CONCERNS, SITUATIONS, NOTICES)
        for path in sorted((*self._folder.glob("*.y*ml"), *self._folder.glob(f"{SERVICES}/*.yml"))):
            file = path.relative_to(self._folder).as_posix()
            if file not in ours:
                near = difflib.get_close_matches(path.with_suffix(".yaml").name, ours, n=1, cutoff=0.85)
                name = near[0] if near and path.parent == self._folder else f"{SERVICES}/{path.stem}.yaml"
                self._say(file, "", "", f"this file is not read; its name must be `{name}`", serious=False)

    def _building(self, file: str) -> Building | None:
        from content.wayfinding.reading import BuildingUnreadable, read_building

        if Path(file).name != file or not file.isprintable() or Path(file).suffix not in BUILDINGS:
            message = f"name a file beside town.yaml that ends in {' or '.join(BUILDINGS)}"
            self.problems.append(self.located(Problem(TOWN, "", "building", message)))
            return None
        try:
            return read_building(self._folder / file)
        except BuildingUnreadable as fault:
            self._say(file, "", "", str(fault))
            return None

    # --- problems ------------------------------------------------------------------------------------------------

    def _say(self, file: str, entry: str, field: str, message: str, *, serious: bool = True) -> None:
        self.problems.append(Problem(file, entry, field, message, serious))

    def _line(self, file: str, at: str, field: str) -> int:
        """Of the field, or of what was written around it. A file is read again only where something is wrong."""
        if not file.endswith(".yaml"):
            return 0
        if file not in self._lines:
            self._lines[file] = lines_of(self._folder / file)
        path = f"{at}.{field}".strip(".")
        while path and path not in self._lines[file]:
            path = path[: max(path.rfind("."), path.rfind("["), 0)]
        return self._lines[file].get(path, 0) if path else 0

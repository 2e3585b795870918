"""From a folder of files to one frozen `Content`, or to the list of everything that is wrong with it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

from msgspec import Struct

from content.model.content import Content, Problem
from content.model.convert import convert, spans
from content.model.files import ContentRejected, version_of
from content.model.hours import WEEKDAYS
from content.model.services import LifeSituation, Service
from content.model.town import Concern, Notice, Office, Town
from content.model.yaml_file import Unreadable, entry_lines, read_yaml
from content.wayfinding.building import Building

Entry = TypeVar("Entry", bound=Struct)
TOWN = "town.yaml"


def load_content(folder: Path) -> Content:
    """The content of `folder`, checked.

    :raises ContentRejected: something serious is wrong.
    """
    content, problems = examine_content(folder)
    if content is None:
        raise ContentRejected(problems)
    return content


def examine_content(folder: Path) -> tuple[Content | None, tuple[Problem, ...]]:
    """Content and everything that is wrong with it; None where something serious is. Never raises for bad files."""
    from content.checks import check_content

    reading = _Reading(folder)
    content = reading.read()
    problems = list(reading.problems)
    if content is not None:
        problems += check_content(content)
    if any(problem.serious for problem in problems):
        content = None
    return content, tuple(dict.fromkeys(problems))


class _Reading:
    """One pass over the files; collects problems instead of raising them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.problems: list[Problem] = []

    def read(self) -> Content | None:
        if not self._folder.is_dir():
            self.problems.append(Problem(self._folder.name, "", "", "there is no such folder of content"))
            return None
        try:
            version = version_of(self._folder)
        except OSError as fault:
            self.problems.append(Problem(fault.filename or "", "", "", f"cannot be read: {fault.strerror}"))
            return None
        town = self._town()
        offices = self._entries("offices.yaml", Office)
        concerns = self._entries("concerns.yaml", Concern)
        situations = self._entries("life_situations.yaml", LifeSituation)
        notices = self._entries("notices.yaml", Notice, needed=False)
        services = self._services()
        building = self._building(town.building if town else "building.geojson")
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

    def _plain(self, file: str) -> Any:
        try:
            return read_yaml(self._folder / file)
        except Unreadable as fault:
            self.problems.append(Problem(file, "", "", str(fault)))
            return None

    def _town(self) -> Town | None:
        plain = self._plain(TOWN)
        if plain is None:
            if not self.problems:
                self.problems.append(Problem(TOWN, "", "", "the file is empty"))
            return None
        return self._one(plain, Town, TOWN, "")

    def _one(self, plain: Any, kind: type[Entry], file: str, entry: str) -> Entry | None:
        ok = self._hours(plain, file, entry)
        found, problems = convert(plain, kind, file, entry)
        self.problems += problems
        return found if ok else None

    def _hours(self, plain: Any, file: str, entry: str) -> bool:
        """Turn written spans into `Span`s in place; every wrong one is a problem of its own."""
        if not isinstance(plain, dict) or not isinstance(plain.get("hours"), dict):
            return True
        hours, before = plain["hours"], len(self.problems)
        places = [(hours, day, f"hours.{day}") for day in WEEKDAYS if day in hours]
        exceptions = hours.get("exceptions")
        if isinstance(exceptions, list):
            places += [
                (one, "open", f"hours.exceptions[{i}].open")
                for i, one in enumerate(exceptions)
                if isinstance(one, dict) and "open" in one
            ]
        for mapping, key, field in places:
            try:
                mapping[key] = spans(mapping[key])
            except ValueError as fault:
                self.problems.append(Problem(file, entry, field, str(fault)))
                mapping[key] = []
        return len(self.problems) == before

    def _entries(self, file: str, kind: type[Entry], *, needed: bool = True) -> dict[str, Entry]:
        if not (self._folder / file).exists():
            if needed:
                self.problems.append(Problem(file, "", "", "the file is missing"))
            return {}
        plain = self._plain(file)
        if plain is None:
            return {}
        if not isinstance(plain, list):
            self.problems.append(
                Problem(file, "", "", "a list of entries is expected: every entry begins with `- id:`")
            )
            return {}
        return self._list(plain, kind, file)

    def _list(self, plain: list[Any], kind: type[Entry], file: str) -> dict[str, Entry]:
        entries: dict[str, Entry] = {}
        lines = entry_lines(self._folder / file)
        for number, one in enumerate(plain, 1):
            name = one.get("id") if isinstance(one, dict) else None
            entry = name if isinstance(name, str) else f"entry {number}"
            label = f"{entry} (line {lines[entry]})" if entry in lines else entry
            before = len(self.problems)
            found = self._one(one, kind, file, label)
            if found is None or len(self.problems) > before:
                continue
            if entry in entries:
                self.problems.append(Problem(file, label, "id", "this id stands twice; every entry needs its own"))
                continue
            entries[entry] = found
        return entries

    def _services(self) -> Mapping[str, Service]:
        services: dict[str, Service] = {}
        files = sorted((self._folder / "services").glob("*.yaml"))
        if not files:
            self.problems.append(Problem("services", "", "", "there is no file of services in this folder"))
        for path in files:
            file = f"services/{path.name}"
            for identity, service in self._entries(file, Service).items():
                if identity in services:
                    self.problems.append(Problem(file, identity, "id", "another file has a service of this id already"))
                else:
                    services[identity] = service
        return services

    def _building(self, file: str) -> Building | None:
        from content.wayfinding.reading import BuildingUnreadable, read_building

        path = self._folder / file
        if path.parent != self._folder:
            self.problems.append(Problem(TOWN, "", "building", "the building's file must lie beside town.yaml"))
            return None
        try:
            return read_building(path)
        except BuildingUnreadable as fault:
            self.problems.append(Problem(file, "", "", str(fault)))
            return None

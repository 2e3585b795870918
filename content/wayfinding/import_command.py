"""`lotse content import-building`: a plan from elsewhere becomes a plan of ours, with a report of what was repaired."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from content.wayfinding.all_pairs import rooms_of
from content.wayfinding.building import SpaceKind
from content.wayfinding.features import BuildingUnreadable
from content.wayfinding.reading import import_building
from content.wayfinding.report import Report
from content.wayfinding.route import Profile
from content.wayfinding.wayfinder import Wayfinder
from content.wayfinding.writing import geojson
from hardware.host.folders import write_atomically


def run(arguments: Sequence[str]) -> int:
    """0: written; 2: the plan cannot be used."""
    parser = argparse.ArgumentParser(prog="lotse content import-building", description=__doc__)
    parser.add_argument("file", type=Path, help="GeoJSON or OSM XML in Simple Indoor Tagging")
    parser.add_argument("--out", type=Path, required=True, help="GeoJSON file to write")
    parser.add_argument("--json", action="store_true", help="print the whole report as JSON")
    parser.add_argument("--verbose", action="store_true", help="print every finding, not only the first of a kind")
    options = parser.parse_args(arguments)
    try:
        building, report = import_building(options.file)
    except BuildingUnreadable as fault:
        _say(f"{options.file}: {fault}", sys.stderr)
        return 2
    finder = Wayfinder(building)
    _note_unreachable(finder, report)
    try:
        write_atomically(options.out, geojson(building).encode())
    except OSError as fault:
        _say(f"{options.out}: cannot be written: {fault.strerror}", sys.stderr)
        return 2
    rooms = [space for space in building.spaces if space.kind is SpaceKind.ROOM]
    if options.json:
        plain = {
            "levels": list(building.levels),
            "rooms": len(rooms),
            "spaces": len(building.spaces),
            "doors": len(building.doors),
            "connectors": len(building.connectors),
            "counts": report.counts(),
            "findings": [{"id": f.id, "kind": f.kind, "message": f.message} for f in report.findings],
        }
        _say(json.dumps(plain, ensure_ascii=False))
        return 0
    levels = ", ".join(f"{level:g}" for level in building.levels)
    _say(f"{building.name}: {len(rooms)} rooms, {len(building.spaces)} spaces, {len(building.doors)} doors,")
    _say(f"{len(building.connectors)} lifts, stairs and ramps, {len(building.walkways)} ways on levels {levels}.")
    for line in report.lines(each=10_000 if options.verbose else 5):
        _say(line)
    _say(f"Written to {options.out}.")
    return 0


def _say(line: str, stream: TextIO | None = None) -> None:
    (stream or sys.stdout).write(f"{line}\n")


def _note_unreachable(finder: Wayfinder, report: Report) -> None:
    """Rooms outside of the largest part that hangs together, on foot and without steps."""
    rooms = rooms_of(finder)
    on_foot = finder.together(rooms, Profile.SHORTEST)
    step_free = finder.together(rooms, Profile.STEP_FREE)
    labels = {space.id: space.label() for space in finder.building.spaces}
    for room in rooms:
        if room not in on_foot:
            report.add(room, "unreachable", f"`{labels[room]}` has no way to the rest of the building")
        elif room not in step_free:
            report.add(room, "unreachable-step-free", f"`{labels[room]}` can be reached over steps only")

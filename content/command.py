"""`lotse content`: check what the devices will show, look at what is in it, import a building's plan."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec

from content.checks.halves import coverage
from content.model.content import Content
from content.model.loading import examine_content
from content.model.services import Service

DEMO_TOWN = Path(__file__).resolve().parent / "musterstadt"
USAGE = """usage: lotse content check [FOLDER] [--json]     everything that is wrong, with file, entry and field;
                                                how much of it is there in each language
       lotse content list [FOLDER]              what the folder holds
       lotse content import-building FILE --out FILE
                                                a plan from OpenStreetMap becomes one of ours
Without FOLDER the demo town Musterstadt is taken.
"""


def run(arguments: Sequence[str]) -> int:
    """Entry point. 0: good; 1: problems; 2: wrong use."""
    if arguments and arguments[0] == "import-building":
        from content.wayfinding.import_command import run as import_building

        return import_building(arguments[1:])
    commands = {"check": _check, "list": _list}
    if not arguments or arguments[0] not in commands:
        wrong = bool(arguments) and arguments[0] not in ("-h", "--help", "help")
        print(USAGE, end="", file=sys.stderr if wrong or not arguments else sys.stdout)
        return 2 if wrong or not arguments else 0
    parser = argparse.ArgumentParser(prog=f"lotse content {arguments[0]}")
    parser.add_argument("folder", type=Path, nargs="?", default=DEMO_TOWN)
    if arguments[0] == "check":
        parser.add_argument("--json", action="store_true", help="print JSON")
    try:
        options = parser.parse_args(arguments[1:])
    except SystemExit as told:
        return 2 if told.code else 0
    if not options.folder.is_dir():
        print(f"{options.folder} is no folder.", file=sys.stderr)
        return 2
    return commands[arguments[0]](options)


def _check(options: argparse.Namespace) -> int:
    content, problems = examine_content(options.folder)
    if options.json:
        told = {"usable": content is not None, "problems": msgspec.to_builtins(problems)}
        if content is not None:
            told["languages"] = {language: round(share, 3) for language, share in coverage(content).items()}
        print(json.dumps(told))
    else:
        for problem in problems:
            print(f"{'wrong ' if problem.serious else 'look  '} {problem}")
        if content is not None:
            print(f"Languages: {', '.join(f'{one} {int(100 * share)} %' for one, share in coverage(content).items())}.")
        serious = sum(problem.serious for problem in problems)
        hints = len(problems) - serious
        verdict = "can be used." if content is not None else "cannot be used; devices keep theirs."
        print(f"The content {verdict} Wrong: {serious}. To look at: {hints}.")
    return 0 if content is not None else 1


def _list(options: argparse.Namespace) -> int:
    content, problems = examine_content(options.folder)
    if content is None:
        for problem in problems:
            print(problem, file=sys.stderr)
        return 1
    print("\n".join(_lines(content)))
    return 0


def _lines(content: Content) -> list[str]:
    town, building = content.town, content.building
    lines = [
        f"{town.house.in_language('de')} {town.name.in_language('de')}, content {content.version}",
        f"{len(content.offices)} offices, {len(content.concerns)} queues, {len(content.services)} services, "
        f"{len(content.life_situations)} life situations, {len(content.notices)} notices",
        f"{building.name}: {len(building.spaces)} rooms and areas on {len(building.levels)} levels",
    ]
    for office in content.offices.values():
        lines.append(f"\n{office.name.in_language('de')} ({office.id}), rooms {', '.join(office.rooms)}")
        lines += [_line(one) for one in content.services.values() if one.office == office.id]
    if without := [_line(one) for one in content.services.values() if one.office is None]:
        lines += ["\nWithout an office", *without]
    return lines


def _line(service: Service) -> str:
    return f"  {service.title.in_language('de')} ({service.id})"

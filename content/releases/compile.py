"""Checks a folder of content and compiles it: `python -m content.releases.compile FOLDER OUT`. Prints the problems.

Run as a process of its own, so that bad content, a crash in a library, or its memory never reach the kiosk.
"""

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import msgspec

from content.model.loading import examine_content
from content.model.opening import public_holidays
from content.releases.compiled import Compiled, code_stamp, encode
from content.wayfinding.walkable import build_graph
from hardware.host.folders import write_atomically

YEARS = 4
"""Holidays are kept for so many years; after that they are looked up."""


def main(arguments: Sequence[str]) -> int:
    """0: compiled, or told why not; the problems are one line of JSON on standard output."""
    folder, out = (Path(argument) for argument in arguments)
    content, problems = examine_content(folder)
    if content is not None:
        this_year = date.today().year  # noqa: DTZ011 - a year, not a moment
        holidays = {
            year: dict(public_holidays(content.town.land, year)) for year in range(this_year - 1, this_year + YEARS)
        }
        compiled = Compiled(code_stamp(), content, build_graph(content.building), holidays, problems)
        write_atomically(out, encode(compiled))
    sys.stdout.write(msgspec.json.encode(problems).decode() + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

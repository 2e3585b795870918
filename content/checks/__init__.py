"""One small file per check of the content; `CHECKS` is all of them, each with a title for staff.

A problem of a service names the folder `services` as its file; who has read the folder puts in file and line.
"""

from collections.abc import Callable, Iterable

from content.checks import (
    dead_ends,
    dead_references,
    facts,
    halves,
    hours,
    lengths,
    names,
    numbers,
    rooms,
    texts,
)
from content.model.content import Content, Problem

Check = Callable[[Content], Iterable[Problem]]

CHECKS: tuple[tuple[str, Check], ...] = (
    ("Rooms and other places that do not exist", dead_references.check_places),
    ("References to entries that do not exist", dead_references.check_entries),
    ("Rooms without a door or a way", rooms.check),
    ("Texts without a translation", texts.check),
    ("Entries translated in part", halves.check),
    ("Facts that are overdue or impossible", facts.check),
    ("Opening hours", hours.check),
    ("Number series of the queues", numbers.check),
    ("Names that stand twice, addresses that lead nowhere", names.check),
    ("Texts too long for their place", lengths.check),
    ("Services that lead nowhere", dead_ends.check),
)
ACROSS: tuple[Check, ...] = (dead_references.check_entries, dead_ends.check)
"""Checks that need every entry: while one cannot be read they would tell of its absence, not of a mistake."""


def check_content(content: Content, *, whole: bool = True) -> list[Problem]:
    """Everything all checks find, serious first, in the order of the checks.

    :param whole: False: entries are missing because they could not be read.
    """
    checks = [check for _, check in CHECKS if whole or check not in ACROSS]
    found = [problem for check in checks for problem in check(content)]
    return sorted(found, key=lambda problem: not problem.serious)

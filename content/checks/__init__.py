"""One small file per check of the content; `CHECKS` is all of them, each with a title for staff."""

from collections.abc import Callable, Iterable

from content.checks import dead_ends, dead_references, facts, hours, lengths, numbers, rooms, texts
from content.model.content import Content, Problem

Check = Callable[[Content], Iterable[Problem]]

CHECKS: tuple[tuple[str, Check], ...] = (
    ("References to what does not exist", dead_references.check),
    ("Rooms without a door or a way", rooms.check),
    ("Texts without a translation", texts.check),
    ("Facts that are overdue or impossible", facts.check),
    ("Opening hours", hours.check),
    ("Number series of the queues", numbers.check),
    ("Texts too long for their place", lengths.check),
    ("Services that lead nowhere", dead_ends.check),
)


def check_content(content: Content) -> list[Problem]:
    """Everything all checks find, serious first, in the order of the checks."""
    found = [problem for _, check in CHECKS for problem in check(content)]
    return sorted(found, key=lambda problem: not problem.serious)

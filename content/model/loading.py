"""From a folder of files to one frozen `Content`, or to the list of everything that is wrong. Checks nothing itself."""

from pathlib import Path

from content.model.content import Content, Problem
from content.model.files import ContentRejected
from content.model.reading import Reading

__all__ = ["ContentRejected", "examine_content", "load_content"]


def load_content(folder: Path) -> Content:
    """The content of `folder`, checked.

    :raises ContentRejected: something serious is wrong.
    """
    content, problems = examine_content(folder)
    if content is None:
        raise ContentRejected(problems)
    return content


def examine_content(folder: Path) -> tuple[Content | None, tuple[Problem, ...]]:
    """Content and everything that is wrong with it, None where that is serious. Never raises for bad files."""
    from content.checks import check_content

    reading = Reading(folder)
    content = reading.read()
    problems = list(reading.problems)
    if content is not None:
        problems += [reading.located(problem) for problem in check_content(content, whole=reading.whole)]
    problems.sort(key=lambda problem: not problem.serious)
    if any(problem.serious for problem in problems):
        content = None
    return content, tuple(dict.fromkeys(problems))

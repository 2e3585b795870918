"""The command `lotse`: finds the subcommands of the installed parts and runs the one that was asked for."""

import ast
import difflib
import importlib.util
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib.metadata import EntryPoint, entry_points, version
from pathlib import Path

GROUP = "lotse.commands"
OURS = frozenset({"content", "hardware", "kiosk", "robot", "voice"})
"""Packages of this distribution; the one a command lies in is also the name of the extra with what it needs."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `lotse NAME ARGUMENTS...`.

    :returns: exit code: 0 good, 1 trouble, 2 wrong use, 130 stopped by Ctrl-C.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    commands = {point.name: point for point in entry_points(group=GROUP)}
    return _guarded(lambda: _chosen(words, commands))


def _chosen(words: list[str], commands: Mapping[str, EntryPoint]) -> int:
    if not words or words[0] in ("-h", "--help", "help"):
        sys.stdout.write(help_text(commands))
        return 0 if words else 2
    if words[0] in ("-V", "--version"):
        sys.stdout.write(f"lotse {version('rathauslotse')}\n")
        return 0
    name, rest = words[0], words[1:]
    if name in commands:
        return _run(commands[name], rest)
    near = difflib.get_close_matches(name, commands, n=1)
    hint = f" Did you mean `lotse {near[0]}`?" if near else " `lotse --help` lists the commands."
    sys.stderr.write(f"lotse: there is no command `{name}`.{hint}\n")
    return 2


def _guarded(work: Callable[[], int]) -> int:
    try:
        code = work()
        sys.stdout.flush()
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # the reader (head, less) has gone: nobody is left to tell
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return code


def _run(point: EntryPoint, arguments: list[str]) -> int:
    """Import and call. A dependency that is not installed becomes one sentence; a fault of ours stays a traceback."""
    try:
        command: Callable[[list[str]], int] = point.load()
        return command(arguments)
    except ModuleNotFoundError as missing:
        needed = (missing.name or "").partition(".")[0]
        if not needed or needed in OURS or importlib.util.find_spec(needed):
            raise
        extra = point.module.partition(".")[0]
        sys.stderr.write(f"lotse {point.name} needs `{needed}`: pip install 'rathauslotse[{extra}]'\n")
        return 1


def help_text(commands: Mapping[str, EntryPoint]) -> str:
    """All commands with the first line of their modules."""
    lines = ["usage: lotse COMMAND ...", "", "commands:"]
    lines += [f"  {name:10} {_what(point.module)}".rstrip() for name, point in sorted(commands.items())]
    return "\n".join([*lines, "", "`lotse COMMAND --help` says more.", ""])


def _what(module: str) -> str:
    """First line of a module's docstring, read without importing the module or a package above it."""
    package, *rest = module.split(".")
    spec = importlib.util.find_spec(package)
    for folder in (spec.submodule_search_locations or []) if spec else []:
        path = Path(folder, *rest).with_suffix(".py")
        try:
            text = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
        except (OSError, SyntaxError):
            continue
        return text.splitlines()[0] if text else ""
    return ""

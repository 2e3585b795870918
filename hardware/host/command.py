"""The command `lotse`: finds the subcommands of the installed parts and runs the one that was asked for."""

import ast
import difflib
import importlib.util
import os
import sys
from collections.abc import Sequence
from importlib.metadata import EntryPoint, entry_points, version
from pathlib import Path

GROUP = "lotse.commands"
EXTRA_OF = {"content": "content", "kiosk": "kiosk"}
"""Which extra of the distribution brings what a package needs."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `lotse NAME ARGUMENTS...`.

    :returns: exit code: 0 good, 1 trouble, 2 wrong use, 130 stopped by Ctrl-C.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    commands = {point.name: point for point in entry_points(group=GROUP)}
    if not words or words[0] in ("-h", "--help", "help"):
        sys.stdout.write(_help(commands))
        return 0 if words else 2
    if words[0] in ("-V", "--version"):
        sys.stdout.write(f"lotse {version('rathauslotse')}\n")
        return 0
    name, rest = words[0], words[1:]
    if name not in commands:
        near = difflib.get_close_matches(name, commands, n=1)
        hint = f" Did you mean `lotse {near[0]}`?" if near else " `lotse --help` lists the commands."
        sys.stderr.write(f"lotse: there is no command `{name}`.{hint}\n")
        return 2
    return _run(commands[name], rest)


def _run(point: EntryPoint, arguments: list[str]) -> int:
    try:
        command = point.load()
    except ImportError as missing:
        package = point.module.split(".")[0]
        if missing.name is None or missing.name.split(".")[0] in ("content", "hardware", "kiosk", "robot", "voice"):
            raise
        extra = EXTRA_OF.get(package, package)
        sys.stderr.write(f"lotse {point.name} needs `{missing.name}`: pip install 'rathauslotse[{extra}]'\n")
        return 1
    try:
        code: int = command(arguments)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # the reader (head, less) has gone: nobody is left to tell
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return code


def _help(commands: dict[str, EntryPoint]) -> str:
    lines = ["usage: lotse COMMAND ...", "", "commands:"]
    lines += [f"  {name:10} {_what(point)}" for name, point in sorted(commands.items())]
    return "\n".join([*lines, "", "`lotse COMMAND --help` says more.", ""])


def _what(point: EntryPoint) -> str:
    """First sentence of the command's module, read without importing it."""
    try:
        spec = importlib.util.find_spec(point.module)
        if spec is None or spec.origin is None:
            return ""
        text = ast.get_docstring(ast.parse(Path(spec.origin).read_text(encoding="utf-8"))) or ""
    except (ImportError, OSError, SyntaxError):
        return ""
    return text.splitlines()[0] if text else ""

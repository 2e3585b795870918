"""Reads one YAML file as plain data. Stricter than YAML: no aliases, no tags. Knows nothing of content."""

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

LARGEST = 4_000_000
"""Bytes; a content file written by people is far smaller."""
DEEPEST = 40
"""Levels of nesting."""

PARSER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml where the wheel has it: seven times faster."""

_WHOLE = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})")
_DECIMAL = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})\.[0-9]{1,18}")
_WORDS = {"": None, "~": None, "null": None, "true": True, "false": False}
"""All words that mean something else than themselves: `no` stays a word, `8:30` and `2026-11-17` stay texts."""

_ADVICE = (
    ("tab", "there is a tab; use spaces"),
    ("mapping values are not allowed", "there is a `:` too many; put the text in quotes, or mend the indentation"),
    ("cannot start any token", "a text cannot begin like this; put it in quotes, and use spaces instead of tabs"),
    ("unexpected end of stream", "a quote is opened here and never closed"),
    ("expected ','", "a comma or the closing bracket is missing in the list or fields that begin here"),
    ("maximum nesting depth", "is nested too deep"),
    ("expected <block end>", "the indentation or a quote is wrong here or just above"),
    ("expected node content", "nothing stands where something is expected, here or just above"),
    ("expected the node content", "nothing stands where something is expected, here or just above"),
    ("expected key", "the indentation or a quote is wrong here or just above"),
    ("expected '-' indicator", "the indentation or a `- ` is wrong here or just above"),
    ("expected ':'", "a `:` is missing, or the indentation is wrong"),
)
_FROM_THE_BEGINNING = ("unexpected end of stream", "expected ','", "expected ':'")
"""Where it began says more than where the parser gave up."""


class Unreadable(ValueError):
    """The file is not YAML as we want it; says why, and the `line` (0: the whole file)."""

    def __init__(self, reason: str, line: int = 0) -> None:
        super().__init__(reason)
        self.line = line


def read_yaml(path: Path) -> Any:
    """The plain data of a file: mappings, lists, texts, whole numbers, Decimals, truth values, None.

    :raises Unreadable: not there, too large, not UTF-8, not YAML, nested too deep.
    """
    return _Building(_text_of(path)).whole()


def lines_of(path: Path) -> dict[str, int]:
    """The line of everything in a file, by its path such as `[3].fees[0].amount`; empty for an unreadable file."""
    try:
        building = _Building(_text_of(path))
        building.whole()
    except Unreadable:
        return {}
    return building.lines


def _text_of(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST:
            raise Unreadable(f"the file is larger than {LARGEST // 1_000_000} MB; divide it")
        raw = path.read_bytes()
    except OSError as fault:
        raise Unreadable(f"the file cannot be read: {fault.strerror}") from fault
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = raw.count(b"\n", 0, fault.start) + 1
        raise Unreadable("there is a letter that is not UTF-8; save the file as UTF-8", line) from fault


class _Building:
    """Plain data out of the parser's events, in one pass."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._events: Iterator[Any] = iter(())
        self.lines: dict[str, int] = {}

    def whole(self) -> Any:
        try:
            self._events = yaml.parse(self._text, Loader=PARSER)
            next(self._events)  # the stream begins
            if isinstance(next(self._events), yaml.StreamEndEvent):
                return None
            found = self._node(next(self._events), "", 0)
            next(self._events)  # the document ends
            after = next(self._events)
        except yaml.YAMLError as fault:
            raise self._unreadable(fault) from fault
        if not isinstance(after, yaml.StreamEndEvent):
            raise Unreadable("a second document begins here; remove the `---`", _line(after))
        return found

    def _node(self, event: Any, path: str, depth: int) -> Any:
        if depth > DEEPEST:
            raise Unreadable(f"is nested too deep: more than {DEEPEST} levels", _line(event))
        _refuse_extras(event)
        self.lines[path] = _line(event)
        if isinstance(event, yaml.ScalarEvent):
            return _value(event)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(path, depth)
        found: list[Any] = []
        while not isinstance(inner := next(self._events), yaml.SequenceEndEvent):
            found.append(self._node(inner, f"{path}[{len(found)}]", depth + 1))
        return found

    def _mapping(self, path: str, depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        while not isinstance(key := next(self._events), yaml.MappingEndEvent):
            _refuse_extras(key)
            if not isinstance(key, yaml.ScalarEvent):
                raise Unreadable("the name of a field is expected here, not a list or more fields", _line(key))
            name = key.value
            if name in found:
                raise Unreadable(f"`{name}` stands twice; remove one", _line(key))
            below = f"{path}.{name}" if path else name
            found[name] = self._node(next(self._events), below, depth + 1)
            self.lines[below] = _line(key)
        return found

    def _unreadable(self, fault: yaml.YAMLError) -> Unreadable:
        """The parser's words with advice for people."""
        if isinstance(fault, yaml.MarkedYAMLError):
            problem, mark = fault.problem or "is not YAML", fault.problem_mark
            if any(sign in problem for sign in _FROM_THE_BEGINNING):
                mark = fault.context_mark or mark
            advice = next((words for sign, words in _ADVICE if sign in problem), "this is not YAML")
            return Unreadable(f"{advice} ({problem})", mark.line + 1 if mark else 0)
        position = getattr(fault, "position", None)  # of a character that no text may have
        line = self._text.count("\n", 0, position) + 1 if isinstance(position, int) else 0
        return Unreadable("there is an invisible control character; remove it", line)


def _refuse_extras(event: Any) -> None:
    """A few lines of aliases unfold into gigabytes, tags make objects; people write neither."""
    if isinstance(event, yaml.AliasEvent):
        raise Unreadable("`*` aliases are not allowed; write the text again, or put it in quotes", _line(event))
    if event.anchor is not None:
        raise Unreadable("`&` anchors are not allowed; put the text in quotes", _line(event))
    if event.tag is not None:
        raise Unreadable("`!` tags are not allowed; put the text in quotes", _line(event))


def _value(event: Any) -> Any:
    text = event.value
    if not event.implicit[0]:  # in quotes
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _WHOLE.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text):
        return Decimal(text)  # money: 37.00 must not become 36.99
    return text


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1

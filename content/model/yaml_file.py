"""Reads one YAML file as plain data. Stricter than PyYAML: no duplicate keys, no aliases, no surprises in words."""

from pathlib import Path
from typing import Any

import yaml

LARGEST = 4_000_000
"""Bytes; a content file written by people is far smaller."""
DEEPEST = 40
"""Levels of nesting."""


class Unreadable(ValueError):
    """The file is not YAML as we want it; says line and reason."""


class _Loader(yaml.CSafeLoader if hasattr(yaml, "CSafeLoader") else yaml.SafeLoader):  # type: ignore[misc]
    """Safe loading, with only the words `true` and `false` as truth values, and times of day left as text."""

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        """Refuse a key that stands twice."""
        seen: set[Any] = set()
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=True)
            line = key_node.start_mark.line + 1
            if not isinstance(key, str):
                raise Unreadable(f"line {line}: `{key}` must be written in quotes to be a name")
            if key in seen:
                raise Unreadable(f"line {line}: `{key}` stands twice; remove one")
            seen.add(key)
        found: dict[Any, Any] = super().construct_mapping(node, deep=deep)
        return found


def _plain_words(loader: type[_Loader]) -> None:
    """`no` stays a word (not false), `8:30` stays a text (not 510 minutes)."""
    resolvers = {
        first: [(tag, pattern) for tag, pattern in pairs if tag not in _REPLACED]
        for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    loader.yaml_implicit_resolvers = resolvers
    loader.add_implicit_resolver("tag:yaml.org,2002:bool", _pattern(r"^(?:true|false)$"), list("tf"))
    loader.add_implicit_resolver("tag:yaml.org,2002:int", _pattern(r"^[-+]?(?:0|[1-9][0-9]*)$"), list("-+0123456789"))
    loader.add_implicit_resolver(
        "tag:yaml.org,2002:float", _pattern(r"^[-+]?(?:0|[1-9][0-9]*)\.[0-9]+$"), list("-+0123456789")
    )


_REPLACED = {"tag:yaml.org,2002:bool", "tag:yaml.org,2002:int", "tag:yaml.org,2002:float", "tag:yaml.org,2002:merge"}


def _pattern(expression: str) -> Any:
    import re

    return re.compile(expression)


def _construct_float(_: Any, node: Any) -> Any:
    """Money is decimal: 37.00 must not become 36.99."""
    from decimal import Decimal

    return Decimal(node.value)


_plain_words(_Loader)
_Loader.add_constructor("tag:yaml.org,2002:float", _construct_float)


def read_yaml(path: Path) -> Any:
    """The plain data of a file: mappings, lists, texts, whole numbers, Decimals, dates, truth values.

    :raises Unreadable: not there, too large, not UTF-8, not YAML, nested too deep.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise Unreadable(f"the file is larger than {LARGEST // 1_000_000} MB")
        text = path.read_text(encoding="utf-8-sig")
    except OSError as fault:
        raise Unreadable(f"the file cannot be read: {fault.strerror}") from fault
    except UnicodeDecodeError as fault:
        raise Unreadable(f"the file is not UTF-8 text (byte {fault.start})") from fault
    try:
        _refuse_aliases(text)
        found = yaml.load(text, Loader=_Loader)  # noqa: S506 - a SafeLoader with fewer features
    except yaml.MarkedYAMLError as fault:
        mark = fault.problem_mark or fault.context_mark
        where = f"line {mark.line + 1}: " if mark else ""
        raise Unreadable(f"{where}{fault.problem or 'is not YAML'}") from fault
    except yaml.YAMLError as fault:
        raise Unreadable(f"is not YAML: {fault}") from fault
    except RecursionError as fault:
        raise Unreadable("is nested too deep") from fault
    except (ValueError, ArithmeticError) as fault:
        if isinstance(fault, Unreadable):
            raise
        raise Unreadable(f"has a value that cannot be read: {fault}") from fault
    if _too_deep(found):
        raise Unreadable("is nested too deep")
    return found


def _too_deep(found: Any) -> bool:
    layer = [found]
    for _ in range(DEEPEST):
        layer = [
            inner
            for one in layer
            if isinstance(one, dict | list)
            for inner in (one.values() if isinstance(one, dict) else one)
        ]
        if not layer:
            return False
    return True


def _refuse_aliases(text: str) -> None:
    """A few lines of aliases unfold into gigabytes; people do not write them."""
    if "&" not in text or "*" not in text:
        return
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.AliasEvent):
            raise Unreadable(f"line {event.start_mark.line + 1}: `*` aliases are not allowed; write the text again")


def entry_lines(path: Path) -> dict[str, int]:
    """Line of each entry of a list file, by its `id` (1 = first line). Cheap and forgiving; only for messages."""
    lines: dict[str, int] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
        stripped = line.removeprefix("- ").strip()
        if line.startswith("- ") and stripped.startswith("id:"):
            lines.setdefault(stripped.removeprefix("id:").strip().strip("\"'"), number)
    return lines

"""What the code says: the keys of all texts, read from the code itself."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

CODE = Path(__file__).resolve().parents[1]


def spoken() -> dict[str, bool]:
    """Keys that stand in a call of `say`; whether a number chooses their form.

    Babel's own extractor makes one key of both in `say("a" if many else "b", ...)`.
    """
    found: dict[str, bool] = {}
    for path in _sources():
        for call in _calls(path):
            numbered = any(word.arg == "n" for word in call.keywords)
            for key in _constants(call.args[0]):
                found[key] = found.get(key, False) or numbered
    return found


def patterns() -> set[str]:
    """Keys that are put together (`say(f"details.{part}", ...)`), as regular expressions."""
    return {
        "".join(
            re.escape(part.value) if isinstance(part, ast.Constant) and isinstance(part.value, str) else ".+"
            for part in first.values
        )
        for path in _sources()
        for call in _calls(path)
        if isinstance(first := call.args[0], ast.JoinedStr)
    }


def literals() -> set[str]:
    """Every text that stands in the code; a key among them may be said by way of a table."""
    return {
        node.value
        for path in _sources()
        for node in ast.walk(_tree(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def buttons() -> set[str]:
    """Keys that are the label of a control."""
    return {
        key
        for path in _sources()
        for node in ast.walk(_tree(path))
        if isinstance(node, ast.Call) and _name(node) in ("Action", "Choice")
        for word in node.keywords
        if word.arg == "label" and isinstance(word.value, ast.Call) and _name(word.value) == "say"
        for key in _constants(word.value.args[0])
    }


def _sources() -> list[Path]:
    return sorted(CODE.rglob("*.py"))


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def _calls(path: Path) -> Iterator[ast.Call]:
    return (node for node in ast.walk(_tree(path)) if isinstance(node, ast.Call) and _name(node) == "say" and node.args)


def _name(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _constants(node: ast.expr) -> list[str]:
    """The text itself, or both of `a if condition else b`."""
    if isinstance(node, ast.IfExp):
        return _constants(node.body) + _constants(node.orelse)
    return [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) else []

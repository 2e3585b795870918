"""Settings from a TOML file into a frozen, described struct. A wrong key or value stops the start and is named.

Fields are described where they are declared: `width: Annotated[int, Meta(description="Width (px).")] = 1080`. A struct
inside a struct is a table of the file.
"""

import difflib
import tomllib
from enum import Enum
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

import msgspec
from msgspec import NODEFAULT, Meta, Struct

Settings = TypeVar("Settings", bound=Struct)


class SettingsError(ValueError):
    """The settings cannot be used. Says file, key and what to write instead."""


def read_settings(path: Path, kind: type[Settings]) -> Settings:
    """The settings of `path` as a `kind`.

    :raises SettingsError: unreadable file, broken TOML, unknown key or wrong value.
    """
    try:
        plain = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as fault:
        raise SettingsError(f"{path}: cannot be read ({fault})") from fault
    except tomllib.TOMLDecodeError as fault:
        raise SettingsError(f"{path}: is not valid TOML: {fault}") from fault
    _refuse_unknown(plain, kind, str(path), "")
    try:
        return msgspec.convert(plain, kind, strict=True, dec_hook=_decode)
    except msgspec.ValidationError as fault:
        message, _, where = str(fault).partition(" - at `$.")
        where = where.rstrip("`")
        hint = _choices(kind, where, plain)
        raise SettingsError(f"{path}: {where or 'the file'}: {message}{hint}") from fault


def _decode(kind: type, value: Any) -> Any:
    if issubclass(kind, Path) and isinstance(value, str):
        return Path(value)
    raise ValueError(f"Expected `str`, got `{type(value).__name__}`")


def _refuse_unknown(plain: Any, kind: Any, path: str, above: str) -> None:
    struct = _struct_in(kind)
    if struct is None:
        return
    if isinstance(plain, list):
        for place, entry in enumerate(plain):
            _refuse_unknown(entry, struct, path, f"{above.removesuffix('.')}[{place}].")
    if not isinstance(plain, dict):
        return
    hints = get_type_hints(struct)
    for key, value in plain.items():
        if key not in hints:
            hint = _near(key, list(hints)) or f"; known are {', '.join(hints)}"
            raise SettingsError(f"{path}: {above}{key}: unknown key{hint}")
        _refuse_unknown(value, hints[key], path, f"{above}{key}.")


def _choices(kind: Any, where: str, plain: Any) -> str:
    """What could stand at `where` ("panel.width"), if its type is a list of words."""
    for key in filter(None, where.split(".")):
        struct = _struct_in(kind)
        hints = get_type_hints(struct) if struct else {}
        if key not in hints or not isinstance(plain, dict) or key not in plain:
            return ""
        kind, plain = hints[key], plain[key]
    words = _words_of(kind)
    return (_near(plain, words) or f"; possible are {', '.join(words)}") if words else ""


def _words_of(kind: Any) -> list[str]:
    if get_origin(kind) is Literal:
        return [str(word) for word in get_args(kind)]
    if isinstance(kind, type) and issubclass(kind, Enum):
        return [str(one.value) for one in kind]
    return [word for inner in get_args(kind) for word in _words_of(inner)]


def _near(word: object, words: list[str]) -> str:
    near = difflib.get_close_matches(str(word), words, n=1)
    return f"; did you mean `{near[0]}`?" if near else ""


def _struct_in(kind: Any) -> type[Struct] | None:
    """The struct in `Inner`, `Inner | None`, `tuple[Inner, ...]`; None for plain values."""
    if isinstance(kind, type) and issubclass(kind, Struct):
        return kind
    return next((found for inner in get_args(kind) if (found := _struct_in(inner))), None)


def describe(kind: type[Struct]) -> str:
    """A sample file: every key commented out with its default, its description above it."""
    return "\n".join(_describe(kind, None, ())).strip("\n") + "\n"


def _describe(kind: type[Struct], given: Struct | None, above: tuple[str, ...]) -> list[str]:
    """:param given: what the parent has by default, where that differs from the struct's own defaults."""
    keys: list[str] = []
    tables: list[str] = []
    hints, described = get_type_hints(kind), get_type_hints(kind, include_extras=True)
    for one in msgspec.structs.fields(kind):
        default = getattr(given, one.name) if given is not None else _default(one)
        about = [f"# {line}" for line in _description(described[one.name]).splitlines()]
        inner = _struct_in(hints[one.name])
        if inner is None:
            keys += [*about, f"# {one.encode_name} = {_toml(default)}", ""]
        else:
            name = (*above, one.encode_name)
            table = _describe(inner, default if isinstance(default, inner) else None, name)
            many = get_origin(hints[one.name]) in (tuple, list)
            header = f"[[{'.'.join(name)}]]" if many else f"[{'.'.join(name)}]"
            changes_nothing = not many and default == _plain(inner)
            tables += [*about, header if changes_nothing else f"# {header}", "", *table]
    return keys + tables


def _description(kind: Any) -> str:
    metas = [meta for meta in getattr(kind, "__metadata__", ()) if isinstance(meta, Meta)]
    metas += [meta for inner in get_args(kind) for meta in getattr(inner, "__metadata__", ()) if isinstance(meta, Meta)]
    return next((meta.description for meta in metas if meta.description), "")


def _plain(kind: type[Struct]) -> Struct | None:
    """What an empty table gives; None if something must be set."""
    try:
        return kind()
    except TypeError:
        return None


def _default(field: msgspec.structs.FieldInfo) -> Any:
    return field.default_factory() if field.default_factory is not NODEFAULT else field.default


def _toml(value: Any) -> str:
    if value is NODEFAULT:
        return "...  (must be set)"
    if value is None:
        return "...  (not set)"
    if isinstance(value, Enum):
        return _toml(value.value)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, tuple | list | frozenset):
        return f"[{', '.join(_toml(one) for one in value)}]"
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{key} = {_toml(one)}' for key, one in value.items())} }}" if value else "{}"
    return msgspec.json.encode(str(value)).decode().replace("\x7f", "\\u007f")

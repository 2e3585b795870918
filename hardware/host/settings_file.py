"""Settings from a TOML file into a frozen, described struct. A wrong key or value stops the start and is named."""

import difflib
import tomllib
from pathlib import Path
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Meta, Struct

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
    _known(plain, kind, str(path), "")
    try:
        return msgspec.convert(plain, kind, strict=True, dec_hook=_decode)
    except msgspec.ValidationError as fault:
        message, _, where = str(fault).partition(" - at `$.")
        raise SettingsError(f"{path}: {where.rstrip('`') or 'the file'}: {message}") from fault


def _decode(kind: type, value: Any) -> Any:
    if issubclass(kind, Path) and isinstance(value, str):
        return Path(value)
    raise ValueError(f"expected {kind.__name__}")


def _known(plain: Any, kind: Any, path: str, above: str) -> None:
    struct = _struct(kind)
    if struct is None or not isinstance(plain, dict):
        return
    hints = get_type_hints(struct)
    for key, value in plain.items():
        if key not in hints:
            near = difflib.get_close_matches(key, hints, n=1)
            hint = f"; did you mean `{near[0]}`?" if near else f"; known are {', '.join(hints)}"
            raise SettingsError(f"{path}: {above}{key}: unknown key{hint}")
        _known(value, hints[key], path, f"{above}{key}.")


def _struct(kind: Any) -> Any:
    for one in (kind, *get_args(kind)):
        if isinstance(one, type) and issubclass(one, Struct):
            return one
    return None


def describe(kind: type[Struct], prefix: str = "") -> str:
    """A sample file: every key commented out with its default, its description above."""
    plain, tables = [], []
    hints = get_type_hints(kind, include_extras=True)
    for one in msgspec.structs.fields(kind):
        words = next((m.description for m in getattr(hints[one.name], "__metadata__", ()) if isinstance(m, Meta)), "")
        inner = _struct(hints[one.name] if get_origin(hints[one.name]) is None else get_args(hints[one.name])[0])
        if inner is not None:
            tables.append(f"\n# {words}\n[{prefix}{one.name}]\n{describe(inner, f'{prefix}{one.name}.')}")
            continue
        default = one.default if one.default is not msgspec.NODEFAULT else None
        plain.append(f"# {words}\n# {one.name} = {_toml(default)}\n")
    return "".join(plain) + "".join(tables)


def _toml(value: Any) -> str:
    if value is None:
        return "..."
    if isinstance(value, bool):
        return str(value).lower()
    return repr(value) if isinstance(value, int | float) else msgspec.json.encode(str(value)).decode()

"""Checked content with its walkable graph as one file: quick to read, needs no geometry library, bound to its makers.

Making it takes a second or more and much memory, so it is made in a process of its own (`compile`); see ADR 0004.
"""

import hashlib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

import content
from content.model.content import Content, Problem
from content.model.text import Text
from content.wayfinding.graph import WalkGraph


class Compiled(Struct, frozen=True):
    """What the file holds."""

    stamp: str
    """Of the code that made it; another code makes it anew."""
    content: Content
    graph: WalkGraph
    holidays: dict[int, dict[date, str]]
    """Of the town's Land, by year: the library that knows them is large."""
    hints: tuple[Problem, ...]
    """What staff should look at, though the content is used."""


class CompiledUnreadable(ValueError):
    """The file is torn, foreign, or made by another version of this code."""


@cache
def code_stamp() -> str:
    """Short hash over the code that reads content and makes graphs."""
    digest = hashlib.sha256()
    for folder in content.__path__:
        for part in ("model", "checks", "wayfinding", "releases"):
            for path in sorted(Path(folder, part).glob("*.py")):
                digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


def encode(compiled: Compiled) -> bytes:
    """The file's bytes, with a hash over them in front."""
    body = msgspec.msgpack.encode(compiled, enc_hook=_plain)
    return hashlib.sha256(body).digest() + body


def decode(data: bytes, *, any_stamp: bool = False) -> Compiled:
    """Read the file's bytes.

    :param any_stamp: take it from another version of the code too, as long as it has the same shape.
    :raises CompiledUnreadable:
    """
    digest, body = data[:32], data[32:]
    if hashlib.sha256(body).digest() != digest:
        raise CompiledUnreadable("the bytes are not those that were written")
    try:
        compiled = msgspec.msgpack.decode(body, type=Compiled, dec_hook=_object)
    except (msgspec.MsgspecError, ValueError) as fault:
        raise CompiledUnreadable(f"made by another version: {fault}") from fault
    if compiled.stamp != code_stamp() and not any_stamp:
        raise CompiledUnreadable("made by another version")
    return compiled


def _plain(one: Any) -> Any:
    if isinstance(one, Text):
        plain: dict[str, Any] = {language: one.in_language(language) for language in one.languages}
        if one.source is not None:
            plain["source"] = one.source
        if one.as_of is not None:
            plain["as_of"] = one.as_of.isoformat()
        return plain
    if isinstance(one, Path):
        return str(one)
    raise NotImplementedError(type(one).__name__)


def _object(kind: type, plain: Any) -> Any:
    if kind is Text:
        as_of = plain.pop("as_of", None)
        source = plain.pop("source", None)
        return Text(plain, source, date.fromisoformat(as_of) if as_of else None)
    if issubclass(kind, Path):
        return Path(plain)
    raise NotImplementedError(kind.__name__)

"""Cuts a line into stretches of one direction and one face, in the order in which they stand on the screen. Pure."""

import re
from collections.abc import Callable, Sequence
from itertools import groupby
from typing import NamedTuple

from kiosk.widgets import bidi

FaceOf = Callable[[str], str]
"""The face for a word, which is written from left to right."""


class Stretch(NamedTuple):
    """Letters as they are read. `source`: index of the text they are of; `rtl`: drawn from right to left."""

    text: str
    source: int
    rtl: bool
    face: str


def stretches(texts: Sequence[str], rtl: bool, face_of: FaceOf, rtl_face: str) -> list[Stretch]:
    """From left to right, what the `texts` of one line are set in; together they are the line.

    :param rtl: direction of the paragraph.
    :param rtl_face: face of everything that runs from right to left.
    """
    line = "".join(texts)
    levels = bidi.levels(line, rtl) if rtl or bidi.RIGHT_TO_LEFT.search(line) else [0] * len(line)
    faces = _faces(line, levels, face_of, rtl_face)
    sources = [source for source, text in enumerate(texts) for _ in text]
    found, depths = [], []
    for (source, level, face), group in groupby(
        range(len(line)), key=lambda index: (sources[index], levels[index], faces[index])
    ):
        text = bidi.MARKS.sub("", "".join(line[index] for index in group))
        if text:
            found.append(Stretch(text, source, level % 2 == 1, face))
            depths.append(level)
    return [found[index] for index in bidi.visual(depths)]


def _faces(line: str, levels: Sequence[int], face_of: FaceOf, rtl_face: str) -> list[str]:
    """The face of every character; a blank has that of the letter before it."""
    faces = [rtl_face if level % 2 else "" for level in levels]
    for word in re.finditer(r"\S+", line):
        for odd, group in groupby(range(*word.span()), key=lambda index: levels[index] % 2):
            places = list(group)
            if not odd:
                face = face_of("".join(line[index] for index in places))
                for index in places:
                    faces[index] = face
    before = next((face for face in faces if face), "")
    for index, face in enumerate(faces):
        faces[index] = before = face or before or face_of("")
    return faces

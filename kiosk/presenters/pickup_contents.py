"""What the screens of the pickup terminal show beyond messages and lists: boxes for digits, and the wall of doors."""

from msgspec import Struct

from kiosk.presenters.elements import Action, Frame, IconLine, StepRow


class CodePad(Struct, frozen=True, kw_only=True):
    """Boxes for the digits of a code or of a second factor, and a keypad."""

    frame: Frame
    title: str
    lead: str
    groups: tuple[int, ...]
    """Boxes of each group: (3, 3, 3), or (2, 2, 4) for a date."""
    group_words: tuple[str, ...] = ()
    """Below each group: day, month, year."""
    typed: int
    """Digits typed."""
    last: str
    """The newest digit; the boxes cover it after a second."""
    boxes: str
    """The boxes in words: "3 von 9 Ziffern"."""
    hint: str
    """That digits are covered."""
    line: IconLine | None = None
    """What came of the last attempt, or why none makes sense now."""
    cards: tuple[IconLine, ...] = ()
    """Where the digits are found, and how else it is done: bold heading, rest below. Two at most."""
    digits: tuple[Action, ...]
    """1 to 9, then 0."""
    erase: Action
    clear: Action
    go: Action
    aside: Action | None = None
    """ "Kein Code?", or another way."""

    def __repr__(self) -> str:
        """Without the digit: a representation may end in a log."""
        return f"CodePad(typed={self.typed})"


class WallDoor(Struct, frozen=True, kw_only=True):
    """Millimetres above the floor."""

    bottom: int
    height: int
    own: bool = False


class WallColumn(Struct, frozen=True, kw_only=True):
    """Doors one above the other; `place` as `Compartment.column` has it."""

    place: int
    doors: tuple[WallDoor, ...]


class LockerWall(Struct, frozen=True, kw_only=True):
    """The wall seen from in front: left is left in every language."""

    columns: tuple[WallColumn, ...]
    number: str
    """On the own door."""
    open: bool
    here: str
    """ "Sie sind hier", at the column of the screen."""
    name: str
    """The picture in words."""


class LockerPage(Struct, frozen=True, kw_only=True):
    """A door of the wall: where it is, how it stands, what to do."""

    frame: Frame
    title: str
    where: IconLine
    wall: LockerWall | None
    """None: nothing is known of the wall."""
    lines: tuple[IconLine, ...] = ()
    """How the door stands, who is coming."""
    aloud: str = ""
    """A warning that everybody hears as soon as it stands here, read-aloud or not."""
    steps: tuple[StepRow, ...] = ()
    actions: tuple[Action, ...]
    """The first is the widest; four at most."""

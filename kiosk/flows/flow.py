"""A flow: states, events, and one table of transitions with effects as data. It decides nothing else.

There are no guards. Where a condition matters, a presenter or handler decides it and sends another event. An event that
the table does not name in the present state changes nothing.
"""

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from typing import Any, Generic, TypeVar

from msgspec import Struct

from kiosk.flows.events import Event


class Effect(Struct, frozen=True):
    """Something a handler has to do. Data only."""


class Stays(StrEnum):
    """Targets that are not states of their own."""

    HERE = "here"
    """The state stays; only what is remembered or done changes."""
    BEFORE = "before"
    """The screen before this one."""


EffectMaker = Callable[[Any, Any], Effect]
"""(event, what the flow remembers) -> effect."""


class Transition(Struct, frozen=True):
    """Where an event leads, and what is done on the way."""

    target: StrEnum
    effects: tuple[EffectMaker, ...] = ()


def on(target: StrEnum, *effects: EffectMaker) -> Transition:
    """A transition to `target`."""
    return Transition(target, effects)


HERE = on(Stays.HERE)
BEFORE = on(Stays.BEFORE)

State = TypeVar("State", bound=StrEnum)
Row = Mapping[type[Event], Transition]


class Flow(Generic[State]):
    """A table: per state, per event, the transition. `anywhere` holds where a state's own row says nothing."""

    def __init__(self, name: str, start: State, table: Mapping[State, Row], anywhere: Row | None = None) -> None:
        self.name, self.start, self.table, self.anywhere = name, start, table, anywhere or {}

    @property
    def states(self) -> tuple[State, ...]:
        """All states, in the order of the table."""
        return tuple(self.table)

    def transition(self, state: State, event: type[Event]) -> Transition | None:
        """What `event` does in `state`; None: nothing."""
        return self.table[state].get(event) or self.anywhere.get(event)

    def arrows(self) -> Iterator[tuple[State, type[Event], Transition]]:
        """Every arrow of the table, those of `anywhere` left out."""
        for state, row in self.table.items():
            for event, transition in row.items():
                yield state, event, transition

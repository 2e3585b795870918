"""Records of an input device: whole, cut, and between bytes that belong to none."""

import struct
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.presence.protocol import EV_KEY, EV_SW, EV_SYN, LONG, SYN_DROPPED, Active, InputEvent, Parser

SYN = InputEvent(EV_SYN, 0, 0)
EVENTS = st.sampled_from(
    [SYN, InputEvent(EV_KEY, 143, 1), InputEvent(EV_KEY, 143, 0), InputEvent(EV_SW, 10, 1), InputEvent(4, 4, 458_792)]
)
LONGS = st.sampled_from([4, 8])


def record(event: InputEvent, long: int = LONG, second: int = 1_795_000_000) -> bytes:
    """As the kernel writes it."""
    stamps = "=qq" if long == 8 else "=ii"
    return struct.pack(stamps, second, 123_456) + struct.pack("=HHi", event.kind, event.code, event.value)


@pytest.mark.parametrize(("long", "size"), [(8, 24), (4, 16)])
def test_a_documented_record_on_both_kinds_of_machine(long: Literal[4, 8], size: int) -> None:
    data = record(InputEvent(EV_SW, 5, 1), long)
    assert len(data) == size
    assert Parser(long).feed(data) == (InputEvent(EV_SW, 5, 1),)


def test_this_machines_own_layout() -> None:
    assert struct.calcsize("llHHi") == len(record(SYN))


@given(st.lists(EVENTS, max_size=20), LONGS, st.data())
def test_cut_anywhere_the_same_events_come_out(
    events: list[InputEvent], long: Literal[4, 8], data: st.DataObject
) -> None:
    stream, parser = b"".join(record(one, long) for one in events), Parser(long)
    found: list[InputEvent] = []
    while stream:
        cut = data.draw(st.integers(1, len(stream)))
        found += parser.feed(stream[:cut])
        stream = stream[cut:]
    assert found == events


@given(st.binary(max_size=200), LONGS)
def test_after_any_garbage_it_finds_back(garbage: bytes, long: Literal[4, 8]) -> None:
    """The first reports may be lost, the fourth is not."""
    report = record(InputEvent(EV_SW, 5, 1), long) + record(SYN, long)
    found = Parser(long).feed(garbage + report * 4)
    assert found[-2:] == (InputEvent(EV_SW, 5, 1), SYN)


@given(st.integers(0, 1000), LONGS)
def test_a_lost_byte_costs_a_report_at_most(where: int, long: Literal[4, 8]) -> None:
    report = record(InputEvent(EV_KEY, 143, 1), long) + record(SYN, long)
    stream = report * 5
    at = where % (2 * len(report))
    found = Parser(long).feed(stream[:at] + stream[at + 1 :])
    assert found.count(InputEvent(EV_KEY, 143, 1)) >= 4


@given(st.lists(st.builds(InputEvent, st.integers(0, 40), st.integers(0, 800), st.integers(-2, 3)), max_size=30))
def test_only_what_is_on_counts_as_somebody_there(events: list[InputEvent]) -> None:
    active = Active(None)
    on: set[tuple[int, int]] = set()
    for event in events:
        active.take(event)
        if event.kind in (EV_KEY, EV_SW):
            (on.add if event.value else on.discard)((event.kind, event.code))
        elif (event.kind, event.code) == (EV_SYN, SYN_DROPPED):
            on.clear()
        assert active.any is bool(on)


def test_a_sensor_with_a_code_ignores_all_others() -> None:
    active = Active(143)
    assert not active.take(InputEvent(EV_KEY, 30, 1))
    assert active.take(InputEvent(EV_KEY, 143, 1))
    assert active.any
    assert not active.take(InputEvent(EV_KEY, 143, 0))
    assert not active.any


def test_after_dropped_events_nobody_is_thought_to_be_there() -> None:
    active = Active(None)
    active.take(InputEvent(EV_SW, 5, 1))
    active.take(InputEvent(EV_SYN, SYN_DROPPED, 0))
    assert not active.any

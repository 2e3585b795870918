"""A document collected by somebody who sees nothing: arrows, OK and digits of the keypad, and ears."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from hardware.keypad.interface import Key
from kiosk.flows.session import S
from kiosk.handlers.demo_city import CityBooking
from kiosk.pickup.model import CompartmentState
from kiosk.presenters.pickup_wall import where
from kiosk.presenters.spoken import digits
from kiosk.texts import say
from tests.kiosk.handlers.test_pickup_journey import Hall, hall_in

MOST_STEPS = 60
"""Presses of an arrow, on any screen."""

YES = {S.PICKUP_STATEMENTS: "pickup.stated", S.PICKUP_HAND_IN: "pickup.handed_in"}
"""What some documents ask before the door opens, and the button that says yes."""


@pytest.fixture(autouse=True, params=range(4), ids=lambda seed: f"city-{seed}")
def _the_city(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Asked often; each draws other bookings: with or without a letter, an old document, a representative."""
    monkeypatch.setattr("content.sync.agent.PAUSE", 0.05)
    monkeypatch.setattr("kiosk.handlers.demo_city.SystemRandom", lambda: Random(request.param))


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    with hall_in(tmp_path) as one:
        yield one


class Holder:
    """Fingers on the keypad, and what the ears got at each step."""

    def __init__(self, hall: Hall, *, headphones: bool) -> None:
        self.hall, self.kiosk, self.headphones = hall, hall.kiosk, headphones

    def begin(self) -> None:
        """Read-aloud on: by the plug, or by the star."""
        if self.headphones:
            self.kiosk.speech.plug(True)
        self.kiosk.keys(Key.DOWN if self.headphones else Key.STAR)
        assert self.kiosk.conductor.session.view.reading

    def walk_to(self, test_id: str) -> list[str]:
        """Down, until the ring is there; what was said on the way."""
        heard: list[str] = []
        for _ in range(MOST_STEPS):
            if self.kiosk.marked == (test_id,):
                return heard
            heard += self.kiosk.keys(Key.DOWN)
        raise AssertionError(f"{test_id} is not reached: {heard}")

    def collect(self, booking: CityBooking, compartment: str) -> dict[str, list[str]]:
        """From the welcome screen to its end; what was said, by step."""
        kiosk, heard = self.kiosk, {"code": self.press("welcome.pickup", S.PICKUP_CODE)}
        heard["digits"] = self.digits(self.hall.code(booking))
        heard["found"] = self.press("key.go", S.PICKUP_WHO, S.PICKUP_FACTOR)
        if kiosk.state is S.PICKUP_WHO:
            heard["found"] += self.press("pickup.who.holder", S.PICKUP_FACTOR)
        heard["digits"] += self.digits(booking.proofs[0][2])
        heard["ready"] = self.press("key.go", S.PICKUP_DOCUMENTS)
        heard["walked"] = self.walk_to("pickup.open")
        asked = (S.PICKUP_STATEMENTS, S.PICKUP_HAND_IN, S.PICKUP_OPEN)
        heard["open"] = self.press("pickup.open", *asked)
        while kiosk.state in YES:
            here = kiosk.state
            heard["open"] = self.press(YES[here], *(state for state in asked if state is not here))
        heard["at_door"] = self.walk_to("pickup.taken")
        heard["done"] = self.shut(compartment)
        heard["end"] = self.press("pickup.finish", S.CLEARED)
        return heard

    def press(self, test_id: str, *states: S) -> list[str]:
        """Walk there, OK, and wait for one of the screens; all that was said from the OK on."""
        self.walk_to(test_id)
        before = self._count()
        self.kiosk.keys(Key.OK)
        return self.hear(before, *states)

    def digits(self, digits: str) -> list[str]:
        return [text for digit in digits for text in self.kiosk.keys(Key(digit))]

    def hear(self, before: int, *states: S) -> list[str]:
        """Wait for a screen; what was said since."""
        self.kiosk.until(lambda: self.kiosk.state in states)
        self.kiosk.hands.tick()
        self.kiosk.conductor.tick()
        return [said.utterance.text for said in self.kiosk.speech.said()[before:]]

    def shut(self, compartment: str) -> list[str]:
        before = self._count()
        self.kiosk.clock.advance(10)
        self.hall.lockers.close_by_hand(self.hall.address(compartment))
        return self.hear(before, S.PICKUP_DONE)

    def _count(self) -> int:
        return len(self.kiosk.speech.said())


@pytest.mark.parametrize("headphones", [True, False])
def test_a_document_is_collected_by_keypad_and_ear(hall: Hall, headphones: bool) -> None:
    booking, compartment = hall.load("identity_card")
    holder = Holder(hall, headphones=headphones)
    holder.begin()
    heard = holder.collect(booking, compartment)
    for check in CHECKS:
        check(heard, hall, compartment)
    secrets = hall.code(booking) + booking.proofs[0][2]
    kind = say("pickup.kind.identity_card", "de")
    everything = [text for step in heard.values() for text in step]
    if headphones:
        assert heard["digits"] == [digits(digit, "de") for digit in secrets]
        assert any(kind in text for text in heard["ready"])
    else:
        of = [len(hall.code(booking)), len(booking.proofs[0][2])]
        assert heard["digits"] == [
            say("pickup.typed", "de", n=n + 1, of=all_of) for all_of in of for n in range(all_of)
        ]
        assert not any(kind in text for text in everything)
        assert not set(everything) & {digits(digit, "de") for digit in "0123456789"}
    assert hall.state_of(compartment) is CompartmentState.FREE
    assert hall.lockers.pulses(hall.address(compartment)) == 2
    hall.kiosk.until(lambda: hall.demo.city.told()[-1] == "collected")


Heard = dict[str, list[str]]


def the_code_is_asked_for_and_how_to_type_it(heard: Heard, hall: Hall, compartment: str) -> None:
    assert heard["code"] == [say("pickup.title", "de") + ".", say("pickup.keypad", "de")]


def the_second_factor_is_asked_for(heard: Heard, hall: Hall, compartment: str) -> None:
    assert heard["found"][0].startswith(say("pickup.moment.checking", "de"))
    assert heard["found"][-1] == say("pickup.keypad", "de")


def the_place_is_told_in_words_before_the_door_opens(heard: Heard, hall: Hall, compartment: str) -> None:
    place = in_words(hall, compartment)
    assert any(f"Fach {compartment}: {place}" in text for text in heard["ready"])
    assert any(text.startswith(f"Fach {compartment}: {place}") for text in heard["walked"])
    assert heard["walked"][-1].startswith(say("pickup.open", "de") + ". Taste.")


def the_open_door_is_told_with_its_place_and_what_to_do(heard: Heard, hall: Hall, compartment: str) -> None:
    told = heard["open"][-1]
    parts = [
        say("pickup.open.title", "de", number=compartment),
        in_words(hall, compartment),
        say("pickup.stands_open", "de", number=compartment),
        "Nehmen Sie alles heraus",
        say("pickup.step.shut", "de"),
    ]
    places = [told.index(part) for part in parts]
    assert places == sorted(places)
    assert any(text.startswith(in_words(hall, compartment)) for text in heard["at_door"]), (
        "and again, as often as wanted"
    )


def the_end_is_told_and_everything_deleted(heard: Heard, hall: Hall, compartment: str) -> None:
    assert f"{say('pickup.done.title', 'de')} {say('pickup.done.lead', 'de')}" in heard["done"]
    assert any(text.startswith(say("cleared.title", "de")) for text in heard["end"])


def in_words(hall: Hall, compartment: str) -> str:
    """Where that door is, as the screen writes it."""
    line = where(hall.terminal.worker.view, compartment, "de")
    assert line is not None
    return f"{line.bold} {line.rest}"


CHECKS = [
    the_code_is_asked_for_and_how_to_type_it,
    the_second_factor_is_asked_for,
    the_place_is_told_in_words_before_the_door_opens,
    the_open_door_is_told_with_its_place_and_what_to_do,
    the_end_is_told_and_everything_deleted,
]

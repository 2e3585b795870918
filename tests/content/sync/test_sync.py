"""Device and city: every event and every message has one effect, whatever happens on the way."""

import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from threading import Event

import msgspec
import pytest
from nacl.signing import SigningKey

from content.sync import outbox
from content.sync.agent import LONGEST_PAUSE, PAUSE
from content.sync.city_double import DOCUMENTS, CityDouble
from content.sync.messages import Outgoing
from content.sync.sealing import NotForUs, Opener, Sealer
from content.sync.signing import Forged, Incoming, read, sign
from kiosk.pickup.model import Booking
from tests.content.sync.device import NAME, CityOfFiles, Device

REPOSITORY = Path(__file__).resolve().parents[3]


@pytest.fixture
def city() -> CityDouble:
    return CityDouble(Random(7))


@pytest.fixture
def device(city: CityDouble, tmp_path: Path) -> Iterator[Device]:
    made = Device(tmp_path, city, city.signing_key)
    yield made
    made.close()


def book(city: CityDouble, count: int) -> list[str]:
    return [city.say(NAME, "booking", city.booking()).payload["id"] for _ in range(count)]


def numbers(city: CityDouble) -> list[int]:
    return [one.payload["n"] for one in city.events(NAME) if "n" in one.payload]


def test_events_leave_and_bookings_arrive(city: CityDouble, device: Device) -> None:
    booked = book(city, 5)
    device.tell(50)
    assert device.agent.round()
    assert (numbers(city), device.effects) == (list(range(50)), booked)
    device.agent.round()
    assert [one.payload["booking"] for one in city.events(NAME)[50:]] == booked
    assert device.pending(1) == ()


@pytest.mark.parametrize("lost", range(1, 9))
def test_lost_answers_double_nothing(city: CityDouble, device: Device, lost: int) -> None:
    booked = book(city, 3)
    device.tell(45)
    city.levers.answers_lost = lost
    while not (device.agent.round() and device.pending(1) == ()):
        assert device.agent.silent_since is not None or device.effects == booked
    assert (numbers(city), device.effects, device.repeated) == (list(range(45)), booked, 0)


@pytest.mark.parametrize("seed", range(10))
def test_doubled_shuffled_replayed_held_back_and_forged(city: CityDouble, device: Device, seed: int) -> None:
    random, booked = Random(seed), []
    for _ in range(12):
        booked += book(city, random.randrange(3))
        levers = city.levers
        levers.double, levers.shuffled, levers.replayed = (random.random() < 0.5 for _ in range(3))
        levers.slow, levers.forged, levers.silent = random.randrange(3), random.randrange(3), random.random() < 0.2
        levers.answers_lost = random.randrange(2)
        device.agent.round()
        assert device.effects == booked[: len(device.effects)], "in the city's order, and nothing else"
    city.levers = type(city.levers)(replayed=True, double=True, shuffled=True)
    device.agent.round()
    assert (device.effects, device.repeated) == (booked, 0)


def test_a_gap_is_waited_for(device: Device) -> None:
    first, second = (Incoming(device=NAME, number=n, kind="booking", payload={"id": f"B-{n}"}) for n in (1, 2))
    assert device.inbox.take(second, device.apply) == "early"
    assert device.effects == []
    assert device.inbox.take(first, device.apply) == "applied"
    assert device.inbox.take(first, device.apply) == "known"
    assert device.inbox.take(second, device.apply) == "applied"


def test_forged_messages_have_no_effect(city: CityDouble, device: Device) -> None:
    city.levers.forged = 3
    device.agent.round()
    assert (device.effects, device.agent.forged, device.inbox.mark) == ([], 3, 0)


@pytest.mark.parametrize("fault", ["key", "device", "body", "no message"])
def test_what_is_not_the_citys_word_to_us_is_forged(fault: str) -> None:
    key = SigningKey(bytes(32))
    signed = sign(Incoming(device=NAME, number=1, kind="withdraw", payload={"booking": "B-1"}), key)
    other = Incoming(device="TERMINAL-2", number=1, kind="withdraw", payload={"booking": "B-1"})
    false = {
        "key": type(signed)(body=signed.body, signature=sign(other, key).signature),
        "device": sign(other, key),
        "body": type(signed)(body=signed.body.replace(b"B-1", b"B-2"), signature=signed.signature),
        "no message": type(signed)(body=b"{}", signature=b""),
    }[fault]
    assert read(signed, key.verify_key, NAME).number == 1
    with pytest.raises(Forged):
        read(false, key.verify_key, NAME)


def test_a_refused_message_is_not_tried_again(city: CityDouble, device: Device) -> None:
    city.say(NAME, "release_lock", {"booking": "B-1"})
    booked = book(city, 1)
    device.agent.round()
    device.agent.round()
    assert (device.agent.refused, device.effects) == (1, booked)


def test_silence_is_told_and_rounds_grow_rarer(city: CityDouble, device: Device) -> None:
    device.tell(1)
    city.levers.silent = True
    began = device.clock.now()
    pauses = []
    for _ in range(7):
        assert not device.agent.round()
        pauses.append(device.agent.pause)
        device.clock.advance(30)
    assert pauses == sorted(pauses)
    assert pauses[-1] == LONGEST_PAUSE
    assert device.agent.silent_since == began
    city.levers.silent = False
    assert device.agent.round()
    answered = (device.agent.pause, numbers(city))
    assert answered == (PAUSE, [0])
    silent: object = device.agent.silent_since
    assert silent is None


def test_the_thread_sends(city: CityDouble, device: Device) -> None:
    came, take = Event(), city.send
    device.tell(3)

    def send(batch: object) -> int:
        ack = take(batch)  # type: ignore[arg-type]
        came.set()
        return ack

    city.send = send  # type: ignore[method-assign]
    device.agent.start()
    assert came.wait(20)
    device.agent.stop()
    assert numbers(city) == [0, 1, 2]


def test_a_device_restored_from_an_image_loses_nothing(city: CityDouble, tmp_path: Path) -> None:
    image = Device(tmp_path, city, city.signing_key)
    image.tell(2)
    image.agent.round()
    image.database.execute("UPDATE sqlite_sequence SET seq = 0 WHERE name = 'outbox'")
    image.tell(2, first=10)
    for _ in range(2):
        image.agent.round()
    assert (sorted(numbers(city)), image.agent.conflicts) == ([0, 1, 10, 11], 1)
    image.close()


def test_a_batch_of_another_incarnation_is_no_duplicate(city: CityDouble, device: Device) -> None:
    device.tell(2)
    device.agent.round()
    device.inbox.begin_incarnation(base=2)
    device.tell(2, first=2)
    device.agent.round()
    assert (numbers(city), device.agent.conflicts) == ([0, 1, 2, 3], 0)


def test_a_full_disk_leaves_the_message_new(city: CityDouble, device: Device) -> None:
    booked = book(city, 2)
    device.database.execute("PRAGMA query_only = ON")
    with pytest.raises(sqlite3.OperationalError):
        device.agent.round()
    assert (device.effects, device.inbox.mark) == ([], 0)
    device.database.execute("PRAGMA query_only = OFF")
    device.agent.round()
    assert (device.effects, device.agent.refused) == (booked, 0)


def test_a_city_restored_from_a_copy_gets_what_follows(city: CityDouble, device: Device) -> None:
    device.tell(5)
    device.agent.round()
    city.forget_events_after(NAME, 3)
    device.tell(2, first=5)
    for _ in range(2):
        device.agent.round()
    assert (numbers(city), device.agent.conflicts, device.pending(1)) == ([0, 1, 2, 5, 6], 1, ())


def test_only_the_city_opens_a_notification(city: CityDouble) -> None:
    sealed = Sealer(city.sealing_key)(b'{"code":"123456789"}')
    assert b"123456789" not in sealed
    with pytest.raises(NotForUs):
        Opener()(sealed)


def test_the_city_reads_notifications(city: CityDouble, device: Device) -> None:
    seal = Sealer(city.sealing_key)
    for text in (seal(b'{"code":"123456789"}').hex(), Sealer(Opener().public_key)(b"{}").hex(), "no hex"):
        outbox.put(device.database, Outgoing("notification", {"sealed": text}))
    device.agent.round()
    assert city.notifications(NAME) == [{"code": "123456789"}]


def test_values_of_a_booking_are_in_no_repr_and_in_no_file(city: CityDouble, device: Device, tmp_path: Path) -> None:
    payload = city.booking("identity_card") | {"factors": ["31121987"]}
    message = city.say(NAME, "booking", payload)
    device.agent.round()
    assert "31121987" not in repr(message)
    assert all(b"31121987" not in path.read_bytes() for path in tmp_path.iterdir())


@pytest.mark.parametrize("document", DOCUMENTS)
def test_one_value_for_each_way(city: CityDouble, document: str) -> None:
    for _ in range(50):
        booking = city.booking(document, holder="h-1")
        lengths = [6 if way["factor"] == "card_code" else 8 for way in booking["ways"]]
        assert [len(value) for value in booking["factors"]] == lengths
        read_by_kiosk = msgspec.convert(booking, Booking)
        assert (read_by_kiosk.document, read_by_kiosk.holder) == (document, "h-1")
        assert read_by_kiosk.ways[0].who == "holder"


STEPS = ("sending", "answered", "acknowledged", "new", "effect_written", "applied", "noted")


@pytest.mark.parametrize("step", STEPS)
def test_killed_at_a_step(step: str, tmp_path: Path) -> None:
    key = SigningKey(bytes(range(32)))
    (tmp_path / "key").write_bytes(bytes(key.verify_key))
    messages = [sign(Incoming(device=NAME, number=n, kind="booking", payload={"id": f"B-{n}"}), key) for n in (1, 2, 3)]
    (tmp_path / "messages").write_text(" ".join(f"{one.body.hex()}:{one.signature.hex()}" for one in messages))
    before = Device(tmp_path, CityOfFiles(tmp_path), bytes(key.verify_key))
    before.tell(3)
    before.close()
    for _ in range(2):
        ended = subprocess.run(
            [sys.executable, "-m", "tests.content.sync.device", str(tmp_path), step],
            cwd=REPOSITORY,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert ended.returncode == -signal.SIGKILL, ended.stderr
    after = Device(tmp_path, CityOfFiles(tmp_path), bytes(key.verify_key))
    for _ in range(2):
        after.agent.round()
    assert after.effects == ["B-1", "B-2", "B-3"]
    told = (tmp_path / "events").read_text().splitlines()
    assert len(told) == 6, "three of before, and one for each booking"
    assert len(set(told)) == 6
    assert after.pending(1) == ()
    after.close()

"""The whole kiosk by keys, without a window and without eyes: reading, typing, pages, help, scanning by one switch."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hardware.keypad.interface import Key
from kiosk.flows import events as e
from kiosk.flows.pickup_events import PickupOpened
from kiosk.flows.session import S
from kiosk.presenters import walking
from kiosk.window_keys import window_keys
from tests.kiosk.world import Kiosk, running

DIGIT = {str(digit): Key(str(digit)) for digit in range(10)}


@pytest.fixture
def kiosk(tmp_path: Path) -> Iterator[Kiosk]:
    with running(tmp_path) as one:
        yield one


@pytest.fixture
def blind(kiosk: Kiosk) -> Kiosk:
    """A kiosk with headphones in, read aloud."""
    kiosk.speech.plug(True)
    kiosk.conductor.tick()
    return kiosk


def marked(kiosk: Kiosk) -> tuple[str, ...]:
    """What bears the ring."""
    return kiosk.marked


def at(kiosk: Kiosk, state: S) -> bool:
    """Whether that screen is shown."""
    return kiosk.state is state


def stops(kiosk: Kiosk) -> int:
    """Of the screen, while it is read aloud."""
    return len(walking.stops(kiosk.reader.nodes, texts=True))


def walk_to(kiosk: Kiosk, test_id: str, key: Key = Key.DOWN) -> list[str]:
    heard = []
    for _ in range(60):
        heard += kiosk.keys(key)
        if marked(kiosk) == (test_id,):
            return heard
    raise AssertionError(f"{test_id} is not reached")


def type_by_digits(kiosk: Kiosk, presses: str) -> None:
    """Groups of one digit, parted by blanks: "77 2" is two letters."""
    for group in presses.split():
        for digit in group:
            kiosk.keys(DIGIT[digit])
            kiosk.wait(0.2)
        kiosk.wait(2)


def test_the_first_key_with_headphones_in_begins_read_aloud(kiosk: Kiosk) -> None:
    kiosk.speech.headphones_told(True)
    heard = kiosk.keys(Key.DOWN)
    assert kiosk.conductor.session.view.reading
    assert heard[0].startswith("Willkommen. Alles wird vorgelesen.")
    assert at(kiosk, S.WELCOME)
    assert kiosk.keys(Key.DOWN) == [f"Guten Morgen. 1 von {stops(kiosk)}."]


def test_without_headphones_one_hint_and_star_begins(kiosk: Kiosk) -> None:
    assert kiosk.keys(Key.DOWN) == ["Zum Vorlesen stecken Sie Kopfhörer ein oder drücken Sie Stern."]
    assert marked(kiosk) == ("welcome.search",)
    assert kiosk.keys(Key.DOWN, Key.UP) == []
    assert kiosk.keys(Key.STAR)[0].startswith("Willkommen.")
    assert kiosk.conductor.session.view.reading


def test_a_keypads_own_jack(kiosk: Kiosk) -> None:
    heard = kiosk.keys(Key.HEADPHONES_IN)
    assert heard[0].startswith("Willkommen.")
    kiosk.keys(Key.HEADPHONES_OUT)
    assert not kiosk.conductor.session.view.reading


def test_walking_says_name_role_state_and_place(blind: Kiosk) -> None:
    heard = [*blind.keys(Key.DOWN, Key.DOWN, Key.DOWN), *walk_to(blind, "language.de")]
    assert heard[:3] == [
        f"Guten Morgen. 1 von {stops(blind)}.",
        f"Was möchten Sie erledigen? 2 von {stops(blind)}.",
        heard[2],
    ]
    assert heard[-1] == f"Deutsch. Auswahl, gewählt. 12 von {stops(blind)}."
    assert f"Dokument abholen. Taste. 11 von {stops(blind)}." in heard


def test_ok_on_a_text_says_it_again_and_on_a_button_presses(blind: Kiosk) -> None:
    blind.keys(Key.DOWN)
    assert blind.keys(Key.OK) == [f"Guten Morgen. 1 von {stops(blind)}."]
    walk_to(blind, "welcome.topics")
    assert blind.keys(Key.OK) == ["Worum geht es?"]
    assert at(blind, S.TOPICS)


def test_digits_go_to_the_nth_control(blind: Kiosk) -> None:
    assert blind.keys(DIGIT["3"]) == [f"Thema wählen. Taste. 9 von {stops(blind)}."]
    assert at(blind, S.WELCOME), "a digit alone presses nothing"
    assert blind.keys(DIGIT["0"])[0].startswith("So geht es mit dem Tastenfeld.")
    blind.keys(Key.HELP)
    assert blind.keys(DIGIT["9"]) == ["Hier gibt es 6 Tasten."]


def test_right_turns_the_page_and_tells_what_came(blind: Kiosk) -> None:
    blind.keys(DIGIT["3"], Key.OK)
    (heard,) = blind.keys(Key.RIGHT)
    assert "Ich heirate" in heard
    assert "Ich ziehe um" not in heard
    blind.keys(Key.LEFT)
    assert blind.conductor.session.first == 0


def test_typing_by_digits_finds_a_service(blind: Kiosk) -> None:
    blind.keys(DIGIT["1"], Key.OK)
    assert at(blind, S.SEARCH)
    type_by_digits(blind, "7 33 444 7777 33")
    assert blind.conductor.session.query == "peise"
    blind.keys(*[Key.HASH] * 5)
    assert blind.conductor.session.query == ""
    before = len(blind.speech.said())
    type_by_digits(blind, "777 33 444")
    heard = [said.utterance.text for said in blind.speech.said()[before:]]
    assert [text for text in heard if len(text) == 1] == ["p", "q", "r", "d", "e", "g", "h", "i"]
    assert heard[-1].startswith("3 Treffer. Reise")
    (row,) = blind.keys(Key.DOWN)
    assert row.startswith("Reise")
    blind.keys(Key.OK)
    assert at(blind, S.SERVICE)


def test_back_help_and_where_there_is_none(blind: Kiosk) -> None:
    assert blind.keys(Key.BACK) == ["Hier geht es nicht zurück."]
    assert blind.keys(Key.HELP)[0].startswith("Wir helfen Ihnen. Gehen Sie hierhin: Platz 1")
    assert blind.keys(Key.HELP)[0].startswith("So geht es mit dem Tastenfeld.")
    blind.keys(Key.BACK)
    assert at(blind, S.WELCOME)


def test_star_reads_again_and_read_stops(blind: Kiosk) -> None:
    whole = blind.keys(Key.STAR)
    assert whole[0].startswith("Guten Morgen.")
    assert whole[-1].endswith("Hilfe.")
    assert blind.keys(Key.READ) == whole


@pytest.mark.parametrize(
    ("key", "word", "speed", "volume"),
    [
        (Key.FASTER, "Schneller.", 1.25, 1.0),
        (Key.SLOWER, "Langsamer.", 0.8, 1.0),
        (Key.QUIETER, "Leiser.", 1.0, 0.75),
        (Key.LOUDER, "Lauter.", 1.0, 1.0),
    ],
)
def test_speed_and_volume(blind: Kiosk, key: Key, word: str, speed: float, volume: float) -> None:
    assert blind.keys(key) == [word]
    assert (blind.speech.speed, blind.speech.volume) == (speed, volume)


def test_any_key_answers_the_question_and_is_nothing_else(blind: Kiosk) -> None:
    blind.keys(DIGIT["3"], Key.OK)
    blind.wait(121)
    assert blind.question is not None
    blind.keys(Key.BACK)
    assert blind.question is None
    assert at(blind, S.TOPICS)


def test_a_key_counts_as_somebody_being_there(kiosk: Kiosk) -> None:
    kiosk.touch(e.TopicsOpened())
    for _ in range(4):
        kiosk.wait(50)
        kiosk.keys(Key.DOWN)
    assert kiosk.question is None


def test_focus_stays_on_what_stays(blind: Kiosk) -> None:
    blind.touch(e.PlacesOpened(), e.PlaceChosen("1.07"))
    walk_to(blind, "way.next")
    blind.keys(Key.OK)
    assert marked(blind) == ("way.next",)
    assert blind.keys(Key.OK)[0].startswith("Schritt 3 von 4. 3: ")
    blind.touch(e.Back())
    blind.hands.tick()
    assert marked(blind) == ()


def test_one_switch_presses_what_bears_the_mark(kiosk: Kiosk) -> None:
    kiosk.touch(e.ScanningSwitched())
    kiosk.wait(0)
    kiosk.wait(0)
    first = marked(kiosk)
    assert len(first) == 4
    kiosk.wait(3.1)
    assert marked(kiosk) != first, "it moved by itself"
    while marked(kiosk) != first:
        kiosk.wait(1.6)
    kiosk.keys(Key.OK)
    assert marked(kiosk) == first[:1]
    while marked(kiosk) != ("welcome.topics",):
        kiosk.wait(1.6)
    kiosk.keys(Key.OK)
    assert at(kiosk, S.TOPICS)


def test_two_switches_and_no_time(tmp_path: Path) -> None:
    with running(tmp_path, scan_switches=2) as kiosk:
        kiosk.touch(e.TopicsOpened())
        kiosk.touch(e.ScanningSwitched())
        kiosk.wait(0)
        kiosk.wait(0)
        first = marked(kiosk)
        kiosk.wait(30)
        assert marked(kiosk) == first
        kiosk.keys(Key.NEXT)
        assert marked(kiosk) != first
        for _ in range(4):
            kiosk.keys(Key.NEXT)
            if marked(kiosk) == first:
                break
        kiosk.keys(Key.OK, Key.OK)
        assert at(kiosk, S.TOPIC)


def test_scanning_heard(blind: Kiosk) -> None:
    blind.touch(e.ScanningSwitched())
    blind.wait(0)
    before = len(blind.speech.said())
    blind.wait(0)
    blind.wait(3.1)
    heard = [said.utterance.text for said in blind.speech.said()[before:]]
    assert heard[-1] == "Suchen und tippen, Wartenummer ziehen, Thema wählen, Weg finden"


def test_keys_of_the_window_mean_the_same() -> None:
    keys = window_keys({"KEY_F2": Key.STAR})
    found = [keys[code] for code in (273, 13, ord("5"), 256 + 5, 283)]
    assert found == [Key.UP, Key.OK, Key.DIGIT_5, Key.DIGIT_5, Key.STAR]
    assert ord("a") not in keys


@given(st.lists(st.sampled_from(list(Key)), max_size=25))
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_keys_keep_the_kiosk_whole(tmp_path_factory: pytest.TempPathFactory, keys: list[Key]) -> None:
    with running(tmp_path_factory.mktemp("kiosk")) as kiosk:
        kiosk.speech.plug(True)
        kiosk.keys(*keys)
        assert kiosk.screen is not None
        assert isinstance(kiosk.state, S)


# --- digits of a pickup ----------------------------------------------------------------------------------------------


def test_digits_type_a_code_wherever_the_focus_stands(blind: Kiosk) -> None:
    blind.conductor.emit(PickupOpened())
    assert at(blind, S.PICKUP_CODE)
    assert blind.keys(DIGIT["4"])[-1:] == ["vier"]
    blind.keys(Key.DOWN, DIGIT["2"])
    assert blind.conductor.session.collecting.typed == "42"
    blind.keys(Key.HASH)
    assert blind.conductor.session.collecting.typed == "4"


def test_without_headphones_only_their_number_is_said(kiosk: Kiosk) -> None:
    kiosk.conductor.emit(e.ReadingSwitched(), PickupOpened())
    said = kiosk.keys(DIGIT["4"])
    assert "1 von 9 Ziffern" in said
    assert not any("vier" in one for one in said)

"""What visitors hear: on demand, by read-aloud, in a warning; and what they must not hear."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from hardware.audio.interface import Sound
from kiosk.flows import events as e
from kiosk.flows.session import S
from kiosk.handlers import reader as reading
from kiosk.presenters.outline import Node, Role, outline
from tests.kiosk.screens.sample_pickup import screen as pickup_screen
from tests.kiosk.screens.sample_pickup import terminal
from tests.kiosk.world import Kiosk, running

SERVICE = "personalausweis-beantragen"


@pytest.fixture
def kiosk(tmp_path: Path) -> Iterator[Kiosk]:
    with running(tmp_path) as one:
        yield one


@pytest.fixture
def slow(tmp_path: Path) -> Iterator[Kiosk]:
    """A voice that needs its time."""
    with running(tmp_path, letters_per_second=15) as one:
        yield one


def said(kiosk: Kiosk) -> list[str]:
    return [one.utterance.text for one in kiosk.speech.said()]


def touch(kiosk: Kiosk, event: e.Event) -> None:
    """As the window does: the finger, then what it was on."""
    kiosk.conductor.acted()
    kiosk.touch(event)


def test_who_touches_hears_clicks_and_no_speech(kiosk: Kiosk) -> None:
    for event in (e.SearchOpened(), e.Typed("p"), e.Back(), e.TicketsOpened(), e.ConcernChosen("ausweis")):
        touch(kiosk, event)
    kiosk.until(lambda: kiosk.state is S.TICKET)
    assert said(kiosk) == []
    assert list(kiosk.speech.sounds()) == [Sound.KEY] * 5 + [Sound.DONE]


def test_read_aloud_reads_everything_from_the_top(kiosk: Kiosk) -> None:
    kiosk.touch(e.ServiceChosen(SERVICE), e.SearchOpened(), e.ServiceChosen(SERVICE))
    touch(kiosk, e.ReadAloud())
    (text,) = said(kiosk)
    assert kiosk.screen is not None
    names = [node.name for node in outline(kiosk.screen)]
    assert text.startswith(names[0])
    assert text.index("Tasten:") > text.index("Zimmer eins Punkt null sieben")
    assert text.endswith("Hilfe.")
    assert "Gebühr: 46 Euro, unter 24: 27 Euro 60." in text
    assert "€" not in text


def test_each_thing_is_said_in_its_own_language(kiosk: Kiosk) -> None:
    touch(kiosk, e.ReadAloud())
    tongues = {one.utterance.text: one.utterance.language for one in kiosk.speech.said()}
    assert tongues["English."] == "en"
    assert tongues["Українська."] == "uk"
    assert tongues["العربية."] == "ar"
    assert next(tongue for text, tongue in tongues.items() if text.startswith("Guten Morgen.")) == "de"


def test_again_stops_and_once_more_reads_again(slow: Kiosk) -> None:
    touch(slow, e.ReadAloud())
    assert slow.reader.speaking
    slow.wait(1)
    touch(slow, e.ReadAloud())
    assert not slow.reader.speaking
    slow.wait(1)
    touch(slow, e.ReadAloud())
    assert slow.reader.speaking
    assert [text.partition(".")[0] for text in said(slow)] == ["Guten Morgen"] * 2


def test_a_touch_on_anything_stops_it_and_the_next_press_reads(slow: Kiosk) -> None:
    touch(slow, e.ReadAloud())
    slow.conductor.acted()
    assert not slow.reader.speaking
    touch(slow, e.ReadAloud())
    assert slow.reader.speaking


def test_reading_stops_when_the_screen_goes(slow: Kiosk) -> None:
    touch(slow, e.ReadAloud())
    slow.conductor.emit(e.TopicsOpened())  # not by a hand on the glass: assistive technology
    assert not slow.reader.speaking


def test_speech_is_work_for_the_visitor_and_no_time_out_begins(slow: Kiosk) -> None:
    slow.touch(e.TopicsOpened())
    touch(slow, e.ReadAloud())
    slow.conductor.tick()
    length = len(said(slow)[0]) / 15
    spent = 0.0
    while spent < length - 1:
        slow.wait(1)
        spent += 1
        assert slow.question is None
    slow.wait(2)
    slow.wait(59)
    assert slow.question is None, "the sixty seconds begin when it is silent"
    slow.wait(2)
    assert slow.question is not None


def test_the_time_out_is_heard_by_everybody_and_repeated_by_a_sound(kiosk: Kiosk) -> None:
    kiosk.touch(e.TopicsOpened())
    kiosk.wait(61)
    assert said(kiosk) == [
        "Sind Sie noch da? Sonst löschen wir Ihre Eingaben an diesem Gerät in 30 Sekunden. "
        "Drücken Sie eine Taste, dann geht es weiter."
    ]
    for _ in range(22):
        kiosk.wait(1)
    assert list(kiosk.speech.sounds()) == [Sound.ATTENTION] * 2, "at once, and after ten seconds"


def test_an_answer_ends_the_spoken_question(slow: Kiosk) -> None:
    slow.touch(e.TopicsOpened())
    slow.wait(61)
    assert slow.reader.speaking
    slow.conductor.hush()
    assert not slow.reader.speaking
    slow.touch(e.StillThere())
    slow.wait(61)
    assert slow.reader.speaking
    slow.touch(e.StillThere())
    assert not slow.reader.speaking
    assert slow.question is None


def test_headphones_begin_read_aloud_and_taking_them_out_ends_it(slow: Kiosk) -> None:
    slow.touch(e.TopicsOpened())
    slow.speech.plug(True)
    slow.conductor.tick()
    assert slow.conductor.session.view.reading
    slow.wait(20)
    assert said(slow) == ["Vorlesen ist an.", "Worum geht es?"]
    slow.touch(e.TopicChosen("umzug"))
    slow.speech.plug(False)
    slow.conductor.tick()
    assert not slow.conductor.session.view.reading
    assert not slow.reader.speaking


def test_a_jack_that_is_already_taken_when_the_kiosk_starts_begins_nothing(kiosk: Kiosk) -> None:
    kiosk.speech.plug(False)
    kiosk.conductor.tick()
    assert not kiosk.conductor.session.view.reading
    assert said(kiosk) == []


def test_news_of_a_screen_that_stays(kiosk: Kiosk) -> None:
    kiosk.touch(e.ReadingSwitched(), e.PlacesOpened(), e.PlaceChosen("1.07"))
    before = len(said(kiosk))
    kiosk.touch(e.StepMoved(1))
    assert said(kiosk)[before:] == ["Schritt 2 von 4. 2: In den 1. Stock fahren."]
    kiosk.touch(e.StepFreeSwitched())
    assert said(kiosk)[-1].endswith("Ohne Stufen, an.")
    kiosk.touch(e.Back(), e.Back(), e.TopicsOpened(), e.TopicChosen("umzug"), e.ServiceChosen("wohnung-anmelden"))
    kiosk.touch(e.PaperTicked(0))
    assert "angekreuzt" in said(kiosk)[-1]
    kiosk.touch(e.LanguageChosen("en"))
    assert kiosk.speech.said()[-1].utterance.language == "en"


def test_typing_is_echoed_and_what_was_found_is_told_when_the_fingers_rest(kiosk: Kiosk) -> None:
    kiosk.touch(e.ReadingSwitched(), e.SearchOpened())
    before = len(said(kiosk))
    kiosk.touch(e.Typed("r"), e.Typed("e"), e.Typed(" "), e.Erased(), e.WordTaken("reisepass"))
    assert said(kiosk)[before:] == ["r", "e", "Leerzeichen", "gelöscht: Leerzeichen", "isepass "]
    kiosk.wait(reading.HITS_SECONDS + 0.1)
    assert said(kiosk)[-1].startswith("3 Treffer. Reisepass")


def test_speed_and_volume_follow_the_view_and_go_back_at_the_end(kiosk: Kiosk) -> None:
    kiosk.touch(e.TopicsOpened(), e.SpeedChosen(9.0), e.VolumeChosen(0.1))
    assert (kiosk.speech.speed, kiosk.speech.volume) == (1.5, 0.5)
    kiosk.touch(e.SpeedChosen(1.2))
    assert kiosk.speech.speed == 1.25
    kiosk.touch(e.Finished())
    kiosk.wait(3)
    assert (kiosk.speech.speed, kiosk.speech.volume) == (1.0, 1.0)


@pytest.mark.parametrize("plugged", [None, False, True])
def test_private_things_only_into_headphones(kiosk: Kiosk, plugged: bool | None) -> None:
    kiosk.touch(e.ReadingSwitched())
    kiosk.speech.plug(plugged)
    code = Node(id="code", role=Role.TEXT, name="Der Code ist 4719", private=True)
    kiosk.reader.nodes = (replace(kiosk.reader.nodes[0], id="title"), code)
    kiosk.reader.again()
    kiosk.reader.focused("code")
    heard = " ".join(said(kiosk))
    assert ("4719" in heard) is (plugged is True)
    assert ("nur mit Kopfhörern" in heard) is (plugged is not True)
    assert all(one.headphones for one in kiosk.speech.said() if "4719" in one.utterance.text)


def test_the_number_is_told_with_everything_on_the_paper(kiosk: Kiosk) -> None:
    kiosk.touch(e.ReadingSwitched(), e.TicketsOpened(), e.ConcernChosen("ausweis"))
    kiosk.until(lambda: kiosk.state is S.TICKET)
    last = said(kiosk)[-1]
    assert last.startswith("Ihre Nummer.")
    assert "A, null, null, eins. Ausweis und Pass." in last
    assert "Warten: 1. Stock, Blau." in last
    assert last.endswith("Bitte nehmen Sie Ihr Ticket.")


# --- an open door ----------------------------------------------------------------------------------------------------


def show(kiosk: Kiosk, state: S, **now: object) -> None:
    """A screen of the pickup terminal, as the conductor would show it."""
    content = pickup_screen(state, "de", terminal(door="open"), **now)  # type: ignore[arg-type]
    kiosk.reader.shown(content, None, replace(kiosk.conductor.session, state=state))


def test_a_door_left_open_is_told_to_everybody_once(kiosk: Kiosk) -> None:
    show(kiosk, S.PICKUP_OPENING)
    show(kiosk, S.PICKUP_OPEN)
    assert said(kiosk) == []
    show(kiosk, S.PICKUP_OPEN, warned="long")
    show(kiosk, S.PICKUP_OPEN, warned="long", taken_told=True)
    show(kiosk, S.PICKUP_OPEN, warned="staff", taken_told=True)
    warning = "Tür 17 ist noch offen. Drücken Sie sie zu."
    assert said(kiosk) == [warning, f"{warning} Jemand kommt zu Ihnen."]
    assert list(kiosk.speech.sounds()) == [Sound.DOOR, Sound.ATTENTION, Sound.ATTENTION]


def test_the_hall_does_not_hear_what_document_it_is(kiosk: Kiosk) -> None:
    kiosk.touch(e.ReadingSwitched())
    before = len(said(kiosk))
    show(kiosk, S.PICKUP_DOCUMENTS)
    heard = " ".join(said(kiosk)[before:])
    assert "Ihr Dokument liegt bereit" in heard
    assert "Reisepass" not in heard
    kiosk.speech.plug(True)
    kiosk.reader.again()
    assert "Reisepass" in " ".join(said(kiosk))

"""Ways in all languages: a few as they are told, and over all ways of the demo town what must hold for each."""

import re
from collections.abc import Iterator
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.model.text import LANGUAGES
from content.wayfinding.building import Building, Connector, Space, SpaceKind
from content.wayfinding.directions import SPOKEN, directions, level_name, place_name
from content.wayfinding.reading import read_building
from content.wayfinding.route import Profile, Route, Step, StepKind
from content.wayfinding.wayfinder import Wayfinder
from content.wayfinding.words.uk import after, inside
from tests.content.wayfinding.plans import MUSTERSTADT

LONGEST = {"de-simple": 50}
"""Letters on a line of the screen and of the paper; easy German has its verb and its full stop."""
USUALLY_LONGEST = 48
GERMAN = re.compile(
    r"\b(zum|zur|am|an|in|ins|den|dem|der|die|das|gehen|links|rechts|vorbei|durch|ist|vor|zimmer|stock|aufzug|treppe)\b",
    re.IGNORECASE,
)
FOREIGN = ("tr", "uk", "ar")


@pytest.fixture(scope="module")
def finder() -> Wayfinder:
    return Wayfinder(read_building(MUSTERSTADT))


@pytest.fixture(scope="module")
def routes(finder: Wayfinder) -> list[Route]:
    """From and to both kiosks, every open place, every profile."""
    building = finder.building
    places = [space.id for space in building.spaces if not space.closed] + [mark.id for mark in building.marks]
    kiosks = [finder.find(kiosk) for kiosk in ("KIOSK-1", "KIOSK-2")]
    pairs = [pair for kiosk in kiosks for place in places for pair in ((kiosk, place), (place, kiosk))]
    ways = [finder.route(start, goal, profile) for start, goal in pairs for profile in Profile]
    return [way for way in ways if isinstance(way, Route)]


def told(routes: list[Route], building: Building, language: str) -> Iterator[tuple[Route, Step, str]]:
    for route in routes:
        for step, text in zip(route.steps, directions(route, building, language), strict=True):
            yield route, step, text


WAYS = {
    ("KIOSK-1", "1.07"): {
        "de-simple": [
            "Gehen Sie zum Aufzug A.",
            "Fahren Sie mit dem Aufzug in den 1. Stock.",
            "Gehen Sie rechts, am Wartebereich Blau vorbei.",
            "Zimmer 1.07 ist links.",
        ],
        "tr": [
            "Asansör A yönünde gidin",
            "Asansörle gidin: 1. kat",
            "Sağa, Bekleme alanı Blau yanından geçin",
            "Oda 1.07 solda",
        ],
        "uk": [
            "Ідіть у напрямку: ліфт A",
            "Їдьте ліфтом: поверх 1",
            "Праворуч, повз зал очікування Blau",
            "Кабінет 1.07 — ліворуч",
        ],
        "ar": [
            "التوجه إلى المصعد A",
            "استخدام المصعد إلى الطابق 1",
            "يمينًا، بجانب منطقة الانتظار Blau",
            "الغرفة 1.07 على اليسار",
        ],
    },
    ("1.07", "U.05"): {
        "de-simple": [
            "Gehen Sie hinaus, rechts zum Aufzug A.",
            "Fahren Sie mit dem Aufzug ins Untergeschoss.",
            "Gehen Sie links, am WC barrierefrei vorbei.",
            "Zimmer U.05 ist links.",
        ],
        "tr": [
            "Odadan çıkın, sağa, yön: Asansör A",
            "Asansörle gidin: Bodrum kat",
            "Sola, Engelli WC yanından geçin",
            "Oda U.05 solda",
        ],
        "uk": [
            "Вийдіть, праворуч, напрямок: ліфт A",
            "Їдьте ліфтом: підвал",
            "Ліворуч, повз туалет без бар’єрів",
            "Кабінет U.05 — ліворуч",
        ],
        "ar": [
            "الخروج من الغرفة، يمينًا إلى المصعد A",
            "استخدام المصعد إلى القبو",
            "يسارًا، بجانب مرحاض لذوي الإعاقة",
            "الغرفة U.05 على اليسار",
        ],
    },
    ("KIOSK-2", "2.15"): {
        "de-simple": [
            "Gehen Sie zum Aufzug A.",
            "Fahren Sie mit dem Aufzug in den 2. Stock.",
            "Gehen Sie links, am WC barrierefrei vorbei.",
            "Gehen Sie rechts durch Zimmer 2.05.",
            "Zimmer 2.15 ist links.",
        ],
        "tr": [
            "Asansör A yönünde gidin",
            "Asansörle gidin: 2. kat",
            "Sola, Engelli WC yanından geçin",
            "Sağa, Oda 2.05 içinden geçin",
            "Oda 2.15 solda",
        ],
        "uk": [
            "Ідіть у напрямку: ліфт A",
            "Їдьте ліфтом: поверх 2",
            "Ліворуч, повз туалет без бар’єрів",
            "Праворуч, через кабінет 2.05",
            "Кабінет 2.15 — ліворуч",
        ],
        "ar": [
            "التوجه إلى المصعد A",
            "استخدام المصعد إلى الطابق 2",
            "يسارًا، بجانب مرحاض لذوي الإعاقة",
            "يمينًا، عبر الغرفة 2.05",
            "الغرفة 2.15 على اليسار",
        ],
    },
}


@pytest.mark.parametrize("ends", WAYS, ids="-".join)
@pytest.mark.parametrize("language", ["de-simple", "tr", "uk", "ar"])
def test_a_way_as_it_is_told(finder: Wayfinder, ends: tuple[str, str], language: str) -> None:
    start, goal = (finder.find(end) for end in ends)
    way = finder.route(start, goal, Profile.SHORTEST)
    assert isinstance(way, Route)
    assert list(directions(way, finder.building, language)) == WAYS[ends][language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_step_is_told_short_and_whole(finder: Wayfinder, routes: list[Route], language: str) -> None:
    kinds = set()
    for route, step, text in told(routes, finder.building, language):
        kinds.add(step.kind)
        assert 0 < len(text) <= LONGEST.get(language, USUALLY_LONGEST), (text, route.start, route.goal)
        assert "{" not in text
        assert text[0].isupper() or language == "ar"
        assert text.endswith(".") == (language == "de-simple"), text
    assert kinds >= {StepKind.START, StepKind.LIFT, StepKind.STAIRS, StepKind.RAMP, StepKind.DOOR, StepKind.ARRIVE}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_arrival_names_the_place(finder: Wayfinder, routes: list[Route], language: str) -> None:
    refs = {space.id: space.ref for space in finder.building.spaces if space.kind is SpaceKind.ROOM}
    rooms = 0
    for route, step, text in told(routes, finder.building, language):
        if step.kind is StepKind.ARRIVE:
            assert place_name(route.goal, finder.building, language) in text
            rooms += bool(refs.get(route.goal))
            assert refs.get(route.goal, "") in text
    assert rooms > 100


@pytest.mark.parametrize("language", FOREIGN)
def test_no_german_is_left(finder: Wayfinder, routes: list[Route], language: str) -> None:
    for _, _, text in told(routes, finder.building, language):
        assert not GERMAN.search(text), text


@pytest.mark.parametrize("language", LANGUAGES)
def test_digits_are_those_on_the_doors_and_letters_are_whole(
    finder: Wayfinder, routes: list[Route], language: str
) -> None:
    """No Arabic-Indic digits, no presentation forms, no invisible marks: what is drawn shapes and orders it itself."""
    strange = re.compile("[\u0660-\u0669\u06f0-\u06f9\ufb50-\ufdff\ufe70-\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069]")
    for _, _, text in told(routes, finder.building, language):
        assert not strange.search(text), text


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_languages_have_the_same_sentences(language: str) -> None:
    words, german = SPOKEN[language].words, SPOKEN["de"].words
    assert words.keys() == german.keys()
    for key, text in german.items():
        fields = {field for _, field, _, _ in Formatter().parse(text) if field}
        assert fields == {field for _, field, _, _ in Formatter().parse(words[key]) if field}, key


def house(**names: dict[str, str]) -> Building:
    """A lift with a German name only."""
    lift = Space(
        id="lift", ref="C", names={"": "Aufzug C"}, kind=SpaceKind.LIFT, levels=(0.0, 1.0), outline=((0, 0), (1, 0))
    )
    up = Connector(id="lift", kind=SpaceKind.LIFT, bottom=0.0, top=1.0)
    return Building(name="", origin=(0, 0), levels=(), level_names=names, spaces=(lift,), doors=(), connectors=(up,))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Zum Aufzug C gehen"),
        ("de-simple", "Gehen Sie zum Aufzug C."),
        ("en", "Go to the lift"),
        ("tr", "Asansör C yönünde gidin"),
        ("uk", "Ідіть у напрямку: ліфт C"),
        ("ar", "التوجه إلى المصعد C"),
    ],
)
def test_a_lift_with_a_german_name_keeps_its_letter(language: str, text: str) -> None:
    step = Step(kind=StepKind.START, level=0.0, towards="lift")
    route = Route(
        start="", goal="", profile=Profile.SHORTEST, length_m=0.0, duration_s=0.0, levels=(), points=(), steps=(step,)
    )
    assert directions(route, house(), language) == (text,)


@pytest.mark.parametrize(
    ("level", "names"),
    [
        (0, ("Erdgeschoss", "Ground floor", "Zemin kat", "Поверх 0 (вхід)", "الطابق الأرضي")),
        (1, ("1. Stock", "1st floor", "1. kat", "Поверх 1", "الطابق 1")),
        (-1, ("Untergeschoss", "Basement", "Bodrum kat", "Підвал", "القبو")),
        (-2, ("2. Untergeschoss", "Basement 2", "2. bodrum kat", "Підвал 2", "القبو 2")),
        (0.5, ("Ebene 0,5", "Level 0.5", "Ara kat 0,5", "Рівень 0,5", "المستوى 0.5")),
    ],
)
def test_levels_are_called(level: float, names: tuple[str, ...]) -> None:
    assert tuple(level_name(level, house(), one) for one in ("de-simple", "en", "tr", "uk", "ar")) == names


def test_a_usual_german_name_of_a_level_is_translated_and_a_special_one_is_kept() -> None:
    building = house(**{"1": {"de": "1. Stock"}, "2": {"de": "Galerie"}})
    assert [level_name(1, building, one) for one in ("de", "tr", "uk")] == ["1. Stock", "1. kat", "Поверх 1"]
    assert [level_name(2, building, one) for one in ("de", "tr", "uk")] == ["Galerie"] * 3


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Зал очікування Blau", "повз зал очікування Blau"),
        ("Каса", "повз: каса"),
        ("Головна каса", "повз: головна каса"),
        ("Kasse", "повз Kasse"),
        ("WC", "повз WC"),
    ],
)
def test_ukrainian_names_need_no_other_ending(name: str, text: str) -> None:
    assert after("повз", name) == text


@given(st.text(max_size=30))
def test_any_name_stands_in_a_ukrainian_sentence(name: str) -> None:
    assert inside(name).casefold() == name.casefold() or not name[:1].isalpha()
    assert after("повз", name).endswith(inside(name))

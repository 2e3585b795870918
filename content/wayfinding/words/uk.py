"""Directions in Ukrainian. Floors are told by the number on the lift's button: the first floor is not the ground."""

from content.wayfinding.building import SpaceKind
from content.wayfinding.words.language import Language, low


def inside(name: str) -> str:
    """ "ліфт A" where it does not begin a sentence; a German name and "WC" stay as they are."""
    return low(name) if name[:1] >= "Є" and name[1:2].islower() else name


def after(preposition: str, name: str) -> str:
    """ "повз зал очікування"; a noun that would change its ending stands after a colon: "повз: каса"."""
    words = inside(name).split()
    changes = bool(words) and words[0][:1] >= "Є" and words[0][-1:] in "ая"
    return f"{preposition}{':' if changes else ''} {inside(name)}"


UKRAINIAN = Language(
    words={
        "room": "Кабінет {ref}",
        "to": "Ідіть у напрямку: {to}",
        "towards": "Ідіть у напрямку: {name}",
        "past": "Пройдіть {at}",
        "turn.to": "{turn}, у напрямку: {to}",
        "turn.past": "{turn}, {at}",
        "turn.towards": "{turn}, у напрямку: {name}",
        "go": "Почніть рух",
        "on": "Ідіть далі",
        "out.to": "Вийдіть, {side}, напрямок: {to}",
        "out.left": "Вийдіть із кімнати й поверніть ліворуч",
        "out.right": "Вийдіть із кімнати й поверніть праворуч",
        "out.ahead": "Вийдіть із кімнати й ідіть прямо",
        "straight": "Прямо",
        "straight.alone": "Ідіть прямо",
        "left": "Ліворуч",
        "left.alone": "Поверніть ліворуч",
        "right": "Праворуч",
        "right.alone": "Поверніть праворуч",
        "slight-left": "Трохи ліворуч",
        "slight-left.alone": "Тримайтеся лівіше",
        "slight-right": "Трохи праворуч",
        "slight-right.alone": "Тримайтеся правіше",
        "back": "Розверніться",
        "back.alone": "Розверніться і йдіть назад",
        "side.left": "ліворуч",
        "side.right": "праворуч",
        "side.ahead": "прямо",
        "door": "Пройдіть через двері",
        "through": "Пройдіть {through}",
        "through.left": "Ліворуч, {through}",
        "through.right": "Праворуч, {through}",
        "stairwell": "Сходовий хол",
        "goal": "Ваша ціль",
        "lift": "Їдьте ліфтом: {into}",
        "stairs.up": "Підніміться сходами: {into}",
        "stairs.down": "Спустіться сходами: {into}",
        "stairs.flat": "Пройдіть сходинками",
        "ramp.flat": "Пройдіть пандусом",
        "ramp.up": "Підніміться пандусом: {level}",
        "ramp.down": "Спустіться пандусом: {level}",
        "arrive.left": "{place} — ліворуч",
        "arrive.right": "{place} — праворуч",
        "arrive.ahead": "{place} — перед вами",
        "arrive": "Ви на місці: {place}",
        "ground": "Поверх 0 (вхід)",
        "up": "Поверх {n}",
        "basement": "Підвал",
        "down": "Підвал {n}",
        "between": "Рівень {level}",
    },
    kinds={SpaceKind.LIFT: "Ліфт", SpaceKind.STAIRS: "Сходи", SpaceKind.RAMP: "Пандус"},
    known=("ліфт", "сход", "пандус"),
    to=inside,
    at=lambda name: after("повз", name),
    through=lambda name: after("через", name),
    inside=inside,
    into=inside,
    level=inside,
)

"""What the city writes to a holder by SMS or letter: short sentences in six languages; the texts stand at the end."""

from collections.abc import Mapping
from datetime import datetime

from msgspec import Struct


class Letter(Struct, frozen=True, kw_only=True):
    """All that is said. No name."""

    language: str
    where: str
    """Name and address of the place, in the holder's language where there is one."""
    code: str
    until: datetime
    """Last moment, in the town's local time."""
    hours: str
    """When the place is open, in words."""
    factor: str
    """`birth_date`, `card_code` or `fingerprint`."""

    def __repr__(self) -> str:
        """Without the code."""
        return f"Letter({self.language!r}, until {self.until:%Y-%m-%d})"

    def text(self) -> str:
        """:raises KeyError: a language or a second factor nobody wrote words for."""
        words = _TEXTS[self.language]
        keep = _isolated if self.language == "ar" else str
        return "\n".join(
            (
                words["ready"],
                words["where"].format(where=self.where),
                words["code"].format(code=keep(in_threes(self.code))),
                words["until"].format(day=keep(f"{self.until:%d.%m.%Y}"), hour=keep(f"{self.until:%H:%M}")),
                words["hours"].format(hours=self.hours),
                words["needed"].format(factor=words[self.factor]),
            )
        )


def in_threes(code: str) -> str:
    """123456789 -> 123 456 789, as people read it aloud."""
    return " ".join(code[start : start + 3] for start in range(0, len(code), 3))


def _isolated(figures: str) -> str:
    """So that groups of figures keep their order in a line that runs from the right (Unicode TR 9, isolates)."""
    return f"\u2066{figures}\u2069"


_TEXTS: Mapping[str, Mapping[str, str]] = {
    "de": {
        "ready": "Ihr Dokument liegt bereit.",
        "where": "Ort: {where}",
        "code": "Ihr Abhol-Code: {code}",
        "until": "Holen Sie es ab bis {day}, {hour} Uhr.",
        "hours": "Geöffnet: {hours}",
        "needed": "Sie brauchen: diesen Code und {factor}.",
        "birth_date": "Ihr Geburtsdatum",
        "card_code": "die 6 Ziffern auf Ihrem alten Ausweis",
        "fingerprint": "Ihren Fingerabdruck",
    },
    "en": {
        "ready": "Your document is ready.",
        "where": "Place: {where}",
        "code": "Your pickup code: {code}",
        "until": "Please collect it by {day}, {hour}.",
        "hours": "Open: {hours}",
        "needed": "You need: this code and {factor}.",
        "birth_date": "your date of birth",
        "card_code": "the 6 digits on your old card",
        "fingerprint": "your fingerprint",
    },
    "tr": {
        "ready": "Belgeniz hazır.",
        "where": "Yer: {where}",
        "code": "Teslim alma kodunuz: {code}",
        "until": "Son teslim alma zamanı: {day}, saat {hour}.",
        "hours": "Açık olduğu saatler: {hours}",
        "needed": "Gerekenler: bu kod ve {factor}.",
        "birth_date": "doğum tarihiniz",
        "card_code": "eski kartınızdaki 6 rakam",
        "fingerprint": "parmak iziniz",
    },
    "uk": {
        "ready": "Ваш документ готовий.",
        "where": "Місце: {where}",
        "code": "Ваш код для отримання: {code}",
        "until": "Заберіть його до {day}, {hour}.",
        "hours": "Відчинено: {hours}",
        "needed": "Вам потрібні: цей код і {factor}.",
        "birth_date": "ваша дата народження",
        "card_code": "6 цифр на вашій старій картці",
        "fingerprint": "ваш відбиток пальця",
    },
    "ru": {
        "ready": "Ваш документ готов.",
        "where": "Место: {where}",
        "code": "Ваш код для получения: {code}",
        "until": "Заберите его до {day}, {hour}.",
        "hours": "Открыто: {hours}",
        "needed": "Вам нужны: этот код и {factor}.",
        "birth_date": "ваша дата рождения",
        "card_code": "6 цифр на вашей старой карте",
        "fingerprint": "ваш отпечаток пальца",
    },
    "ar": {
        "ready": "وثيقتك جاهزة.",
        "where": "المكان: {where}",
        "code": "رمز الاستلام: {code}",
        "until": "يرجى استلامها حتى {day}، الساعة {hour}.",
        "hours": "ساعات العمل: {hours}",
        "needed": "تحتاج إلى: هذا الرمز و{factor}.",
        "birth_date": "تاريخ ميلادك",
        "card_code": "الأرقام الستة على بطاقتك القديمة",
        "fingerprint": "بصمة إصبعك",
    },
}

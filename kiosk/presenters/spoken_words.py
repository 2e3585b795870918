"""The words speech needs for numbers, prices, times and signs, one table a language. No sentences: those are texts."""

from msgspec import Struct


class Words(Struct, frozen=True, kw_only=True):
    """How one language says what is written in digits and signs."""

    digits: tuple[str, ...]
    """Nought to nine."""
    point: str
    """Between level and room: "eins Punkt null sieben"."""
    euro: str = "Euro"
    euro_cent: str
    """A price with cents; {euro}, {cent}."""
    clock: str
    """{hour}, {minute} (two digits)."""
    full_hour: str
    """{hour}."""
    date: str
    """{day}, {month} (a name), {year}."""
    months: tuple[str, ...]
    metre: tuple[str, str, str]
    """One, few, many: see `form`."""
    minutes: str
    """For "Min."."""
    to: str
    """Between two numbers: "8 bis 16"."""
    space: str
    """The blank, as it is typed."""
    signs: dict[str, str]
    """Signs that may be typed."""


GERMAN = Words(
    digits=("null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"),
    point="Punkt",
    euro_cent="{euro} Euro {cent}",
    clock="{hour} Uhr {minute}",
    full_hour="{hour} Uhr",
    date="{day}. {month} {year}",
    months=(
        *("Januar", "Februar", "März", "April", "Mai", "Juni"),
        *("Juli", "August", "September", "Oktober", "November", "Dezember"),
    ),
    metre=("Meter", "Meter", "Meter"),
    minutes="Minuten",
    to="bis",
    space="Leerzeichen",
    signs={".": "Punkt", "-": "Strich", ",": "Komma", "/": "Schrägstrich", "ä": "ä, Umlaut", "ß": "scharfes s"},
)

WORDS: dict[str, Words] = {
    "de": GERMAN,
    "de-simple": GERMAN,
    "en": Words(
        digits=("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
        point="point",
        euro="euros",
        euro_cent="{euro} euros {cent}",
        clock="{hour} {minute}",
        full_hour="{hour} o'clock",
        date="{day} {month} {year}",
        months=(
            *("January", "February", "March", "April", "May", "June"),
            *("July", "August", "September", "October", "November", "December"),
        ),
        metre=("metre", "metres", "metres"),
        minutes="minutes",
        to="to",
        space="space",
        signs={".": "dot", "-": "dash", ",": "comma", "/": "slash"},
    ),
    "tr": Words(
        digits=("sıfır", "bir", "iki", "üç", "dört", "beş", "altı", "yedi", "sekiz", "dokuz"),
        point="nokta",
        euro="avro",
        euro_cent="{euro} avro {cent} sent",
        clock="{hour} {minute}",
        full_hour="saat {hour}",
        date="{day} {month} {year}",
        months=(
            *("Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran"),
            *("Temmuz", "Ağustos", "Eylül", "Ekim", "Kasım", "Aralık"),
        ),
        metre=("metre", "metre", "metre"),
        minutes="dakika",
        to="ile",
        space="boşluk",
        signs={".": "nokta", "-": "tire", ",": "virgül", "/": "eğik çizgi"},
    ),
    "uk": Words(
        digits=("нуль", "один", "два", "три", "чотири", "п'ять", "шість", "сім", "вісім", "дев'ять"),
        point="крапка",
        euro="євро",
        euro_cent="{euro} євро {cent}",
        clock="{hour} {minute}",
        full_hour="{hour} нуль нуль",
        date="{day} {month} {year} року",
        months=(
            *("січня", "лютого", "березня", "квітня", "травня", "червня"),
            *("липня", "серпня", "вересня", "жовтня", "листопада", "грудня"),
        ),
        metre=("метр", "метри", "метрів"),
        minutes="хвилин",
        to="до",
        space="пробіл",
        signs={".": "крапка", "-": "тире", ",": "кома", "/": "скісна риска"},
    ),
    "ar": Words(
        digits=("صفر", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة"),
        point="نقطة",
        euro="يورو",
        euro_cent="{euro} يورو و {cent} سنتًا",
        clock="الساعة {hour} و {minute} دقيقة",
        full_hour="الساعة {hour}",
        date="{day} {month} {year}",
        months=(
            *("يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو"),
            *("يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"),
        ),
        metre=("متر", "أمتار", "مترًا"),
        minutes="دقائق",
        to="إلى",
        space="مسافة",
        signs={".": "نقطة", "-": "شرطة", ",": "فاصلة", "/": "شرطة مائلة"},
    ),
}


def words(language: str) -> Words:
    """The table of a language; German where there is none."""
    return WORDS.get(language, GERMAN)


def form(number: int, language: str) -> int:
    """Which of one (0), few (1), many (2) a counted thing takes (CLDR plural rules, whole numbers)."""
    if language == "uk":
        if number % 10 == 1 and number % 100 != 11:
            return 0
        return 1 if 2 <= number % 10 <= 4 and not 12 <= number % 100 <= 14 else 2
    if language == "ar":
        return 1 if 3 <= number % 100 <= 10 else 2 if number > 10 and number % 100 else 0
    return 0 if number == 1 else 2

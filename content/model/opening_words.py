"""Words for opening times in all languages: days, hours, today and tomorrow. Small tables; says nothing itself."""

from typing import NamedTuple


class OpeningWords(NamedTuple):
    """Of one language. `days` begin with Monday."""

    days: tuple[str, ...]
    """As they stand in `weekday`."""
    short: tuple[str, ...]
    """As they stand in the list of a week."""
    today: str
    tomorrow: str
    weekday: str
    date: str
    closed: str
    joint: str
    """Between two spans of one day."""
    week: str
    to: str = "–"
    """From one day or hour to another."""
    bare_hours: bool = False
    """Whether a full hour is told without minutes: "8"."""


GERMAN = OpeningWords(
    days=("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"),
    short=("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"),
    today="heute ab {time} Uhr",
    tomorrow="morgen ab {time} Uhr",
    weekday="{day} ab {time} Uhr",
    date="am {day}.{month}. ab {time} Uhr",
    closed="geschlossen",
    joint=" und ",
    week="{days} {spans} Uhr",
    bare_hours=True,
)
WORDS = {
    "de": GERMAN,
    "de-simple": GERMAN._replace(
        weekday="am {day} ab {time} Uhr", short=GERMAN.days, week="{days}: {spans} Uhr", to=" bis "
    ),
    "en": OpeningWords(
        days=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        short=("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
        today="today from {time}",
        tomorrow="tomorrow from {time}",
        weekday="{day} from {time}",
        date="on {day}/{month} from {time}",
        closed="closed",
        joint=" and ",
        week="{days} {spans}",
    ),
    "tr": OpeningWords(  # "itibarıyla" spares the suffix that would follow the sound of the number
        days=("Pazartesi", "Salı", "Çarşamba", "Perşembe", "Cuma", "Cumartesi", "Pazar"),
        short=("Pzt", "Sal", "Çar", "Per", "Cum", "Cmt", "Paz"),
        today="bugün saat {time} itibarıyla",
        tomorrow="yarın saat {time} itibarıyla",
        weekday="{day} saat {time} itibarıyla",
        date="{day}.{month}. saat {time} itibarıyla",
        closed="kapalı",
        joint=" ve ",
        week="{days} {spans}",
    ),
    "uk": OpeningWords(
        days=("у понеділок", "у вівторок", "у середу", "у четвер", "у п’ятницю", "у суботу", "у неділю"),
        short=("пн", "вт", "ср", "чт", "пт", "сб", "нд"),
        today="сьогодні з {time}",
        tomorrow="завтра з {time}",
        weekday="{day} з {time}",
        date="{day}.{month:02}. з {time}",
        closed="зачинено",
        joint=" і ",
        week="{days} {spans}",
    ),
    "ar": OpeningWords(  # Arabic days have no short forms that everybody reads
        days=("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"),
        short=("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"),
        today="اليوم من الساعة {time}",
        tomorrow="غدًا من الساعة {time}",
        weekday="يوم {day} من الساعة {time}",
        date="يوم {day}/{month} من الساعة {time}",
        closed="مغلق",
        joint=" و",
        week="{days} {spans}",
    ),
}


def words_of(language: str) -> OpeningWords:
    """Languages without own words are told in German."""
    return WORDS.get(language, GERMAN)

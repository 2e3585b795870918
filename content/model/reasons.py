"""Why a town hall is closed, in all languages: public holidays and the days on which German offices often close.

Staff write the German name; the other languages come from here. Not responsible for when these days are.
"""

from collections.abc import Mapping

from content.model.text import LANGUAGES, Text

_ORDER = LANGUAGES[1:]
_REASONS: Mapping[str, tuple[str, ...]] = {
    "Neujahr": ("Neujahr", "New Year's Day", "Yılbaşı", "Новий рік", "رأس السنة"),
    "Heilige Drei Könige": (
        "Heilige Drei Könige",
        "Epiphany",
        "Üç Kutsal Kral Günü",
        "Богоявлення",
        "عيد الملوك الثلاثة",
    ),
    "Frauentag": (
        "Frauen-Tag",
        "International Women's Day",
        "Dünya Kadınlar Günü",
        "Міжнародний жіночий день",
        "يوم المرأة العالمي",
    ),
    "Rosenmontag": ("Rosen-Montag", "Carnival Monday", "Karnaval Pazartesisi", "Рожевий понеділок", "اثنين الكرنفال"),
    "Faschingsdienstag": (
        "Faschings-Dienstag",
        "Shrove Tuesday",
        "Karnaval Salısı",
        "Карнавальний вівторок",
        "ثلاثاء الكرنفال",
    ),
    "Karfreitag": ("Kar-Freitag", "Good Friday", "Kutsal Cuma", "Страсна п’ятниця", "الجمعة العظيمة"),
    "Ostersonntag": ("Oster-Sonntag", "Easter Sunday", "Paskalya Pazarı", "Великдень", "أحد الفصح"),
    "Ostermontag": ("Oster-Montag", "Easter Monday", "Paskalya Pazartesisi", "Великодній понеділок", "اثنين الفصح"),
    "Erster Mai": ("1. Mai", "Labour Day", "1 Mayıs İşçi Bayramı", "День праці, 1 травня", "عيد العمال"),
    "Christi Himmelfahrt": (
        "Christi Himmelfahrt",
        "Ascension Day",
        "Göğe Yükseliş Günü",
        "Вознесіння Господнє",
        "خميس الصعود",
    ),
    "Pfingstsonntag": ("Pfingst-Sonntag", "Whit Sunday", "Pentekost Pazarı", "Трійця", "أحد العنصرة"),
    "Pfingstmontag": ("Pfingst-Montag", "Whit Monday", "Pentekost Pazartesisi", "Понеділок Трійці", "اثنين العنصرة"),
    "Fronleichnam": ("Fronleichnam", "Corpus Christi", "Corpus Christi Yortusu", "Свято Тіла Христового", "عيد الجسد"),
    "Mariä Himmelfahrt": (
        "Mariä Himmelfahrt",
        "Assumption Day",
        "Meryem Ana Günü",
        "Успіння Богородиці",
        "عيد انتقال العذراء",
    ),
    "Weltkindertag": (
        "Welt-Kinder-Tag",
        "World Children's Day",
        "Dünya Çocuk Günü",
        "Всесвітній день дітей",
        "يوم الطفل العالمي",
    ),
    "Tag der Deutschen Einheit": (
        "Tag der Deutschen Einheit",
        "Day of German Unity",
        "Alman Birliği Günü",
        "День німецької єдності",
        "يوم الوحدة الألمانية",
    ),
    "Reformationstag": ("Reformations-Tag", "Reformation Day", "Reform Günü", "День Реформації", "يوم الإصلاح"),
    "Allerheiligen": ("Allerheiligen", "All Saints' Day", "Azizler Günü", "День усіх святих", "عيد جميع القديسين"),
    "Buß- und Bettag": (
        "Buß- und Bet-Tag",
        "Day of Repentance and Prayer",
        "Tövbe ve Dua Günü",
        "День покаяння і молитви",
        "يوم التوبة والصلاة",
    ),
    "Heiligabend": ("Heilig-Abend", "Christmas Eve", "Noel arifesi", "Святвечір", "ليلة عيد الميلاد"),
    "Erster Weihnachtstag": ("Weihnachten", "Christmas Day", "Noel", "Різдво", "عيد الميلاد"),
    "Zweiter Weihnachtstag": (
        "2. Tag von Weihnachten",
        "Boxing Day",
        "Noel’in ikinci günü",
        "Другий день Різдва",
        "ثاني أيام عيد الميلاد",
    ),
    "Silvester": ("Silvester", "New Year's Eve", "Yılbaşı arifesi", "Переддень Нового року", "ليلة رأس السنة"),
    "Betriebsausflug": (
        "Ausflug vom Personal",
        "Staff outing",
        "Personel gezisi",
        "Виїзд працівників",
        "رحلة الموظفين",
    ),
    "Personalversammlung": (
        "Versammlung vom Personal",
        "Staff meeting",
        "Personel toplantısı",
        "Збори працівників",
        "اجتماع الموظفين",
    ),
    "Fortbildung": (
        "Das Personal lernt etwas",
        "Staff training",
        "Personel eğitimi",
        "Навчання працівників",
        "تدريب الموظفين",
    ),
    "Umstellung der Computer": (
        "Wir bekommen neue Computer",
        "Computer changeover",
        "Bilgisayar sistemi değişiyor",
        "Оновлення комп’ютерної системи",
        "تحديث نظام الحاسوب",
    ),
}
"""Per German name, as the library `holidays` and staff write it, the others in the order of `LANGUAGES`."""


def in_all_languages(reason: Text) -> Text:
    """The same reason, with the languages that are not written and are known here."""
    known = _REASONS.get(reason.in_language("de"))
    if known is None or len(reason.languages) == len(LANGUAGES):
        return reason
    written = {language: reason.in_language(language) for language in reason.languages}
    return Text(dict(zip(_ORDER, known, strict=True)) | written, reason.source, reason.as_of)

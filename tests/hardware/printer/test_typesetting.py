"""Lines that fit, letters the printer has, codes that fit on the paper."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from hardware.printer.interface import Line, Logo, PrintJob, Qr, Rule, Space
from hardware.printer.settings import PrinterSettings
from hardware.printer.transliteration import printable
from hardware.printer.typesetting import QrRow, RasterRow, TextRow, lay_out, wrap

SETTINGS = PrinterSettings()
WORDS = st.text(st.characters(codec="cp1252", exclude_categories=("Cc", "Zs", "Cf")), min_size=1, max_size=70)


@given(st.lists(WORDS, max_size=12), st.integers(3, 60))
def test_lines_fit_and_lose_nothing(words: list[str], columns: int) -> None:
    lines = wrap(" ".join(words), columns)
    assert all(len(line) <= columns for line in lines)
    kept = "".join(lines).replace(" ", "").replace("-", "")
    assert kept == "".join(words).replace("-", "")


@given(st.lists(WORDS.filter(lambda word: len(word) <= 20 and "-" not in word), max_size=12))
def test_words_that_fit_are_never_broken(words: list[str]) -> None:
    assert " ".join(wrap(" ".join(words), 20)).split() == words


@given(st.text(max_size=200), st.integers(1, 48))
def test_any_text_becomes_lines_the_printer_can_show(text: str, columns: int) -> None:
    for line in wrap(printable(text), columns):
        assert len(line) <= columns
        assert not any(byte < 0x20 for byte in line.encode("cp1252"))


@pytest.mark.parametrize(
    ("text", "columns", "lines"),
    [
        ("", 10, [""]),
        ("Bitte  warten", 6, ["Bitte", "warten"]),
        ("Kfz-Zulassung im Erdgeschoss", 12, ["Kfz-", "Zulassung im", "Erdgeschoss"]),
        ("Nord-Süd-Tor", 9, ["Nord-Süd-", "Tor"]),
        ("Personalausweisbeantragung", 20, ["Personalausweisbean-", "tragung"]),
        ("Personal\u00adausweis\u00adbeantragung", 20, ["Personalausweis-", "beantragung"]),
        ("der Aus\u00adweis", 10, ["der Ausweis"[:3], "Ausweis"]),
        ("Zimmer\u00a01.07 links", 12, ["Zimmer 1.07", "links"]),
        ("am 24.\u00a011.", 8, ["am", "24. 11."]),
        ("E\u2011Mail an", 6, ["E-Mail", "an"]),
        ("eins\nzwei", 10, ["eins", "zwei"]),
        ("1234567890", 4, ["1234", "5678", "90"]),
    ],
)
def test_breaks(text: str, columns: int, lines: list[str]) -> None:
    assert wrap(printable(text), columns) == lines


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Müller, Größe, 5 € „so“ – …", "Müller, Größe, 5 € „so“ – …"),
        ("Şahin Yıldız Ağaoğlu İnönü", "Sahin Yildiz Agaoglu Inönü"),
        ("Łukasz Wałęsa Čapek Dvořák Đorđe", "Lukasz Walesa Capek Dvorák Dorde"),
        ("STRAẞE", "STRASSE"),
        ("Дмитрий Щербаков Київ", "Dmitrii Shcherbakov Kiiv"),
        ("Αθήνα", "Athina"),
        ("a\u0308", "ä"),
        ("hin → zurück ≥ 3", "hin -> zurück >= 3"),
        ("\u200bunsichtbar\ufeff", "unsichtbar"),
        ("\x1b@\x1dV\x00", " @ V "),
        ("تذكرة", "?????"),
        ("1\u202f000", "1\u00a0000"),
        ("ﬁx ²", "fix ²"),
    ],
)
def test_letters_the_code_page_lacks(text: str, plain: str) -> None:
    assert printable(text) == plain


def test_sizes_have_fewer_columns() -> None:
    job = PrintJob("job", (Line("Personalausweis und Reisepass", size=2), Line("A042", size=8), Rule(), Space(2)))
    rows = lay_out(job, SETTINGS)
    assert [row.text for row in rows if isinstance(row, TextRow)] == [
        "Personalausweis und",
        "Reisepass",
        "A042",
        "-" * 48,
        "",
        "",
    ]


def test_a_code_shrinks_to_the_paper_and_no_further() -> None:
    narrow = PrinterSettings(paper_width=58, columns=32)
    assert lay_out(PrintJob("job", (Qr("x" * 200, 8),)), narrow) == (QrRow("x" * 200, 6),)
    with pytest.raises(ValueError, match="does not fit"):
        lay_out(PrintJob("job", (Qr("x" * 2000),)), narrow)
    with pytest.raises(ValueError, match="too many"):
        lay_out(PrintJob("job", (Qr("x" * 4000),)), SETTINGS)
    with pytest.raises(ValueError, match="without data"):
        lay_out(PrintJob("job", (Qr(""),)), SETTINGS)


def test_the_logo_is_black_on_white_and_fits(tmp_path: Path) -> None:
    picture = Image.new("RGBA", (1200, 300), (0, 0, 0, 0))
    picture.paste((0, 0, 0, 255), (0, 0, 600, 300))
    picture.save(tmp_path / "mark.png")
    (row,) = lay_out(PrintJob("job", (Logo(),)), PrinterSettings(logo=tmp_path / "mark.png"))
    assert isinstance(row, RasterRow)
    assert (row.width, row.height) == (576, 144)
    assert row.bits[:36] == b"\xff" * 36, "the left half is black"
    assert row.bits[36:72] == b"\x00" * 36, "where the picture is transparent the paper stays white"


def test_a_ticket_comes_without_a_logo_that_cannot_be_read(tmp_path: Path) -> None:
    job = PrintJob("job", (Logo(), Line("A042")))
    assert lay_out(job, SETTINGS) == (TextRow("A042"),), "no logo is set"
    assert lay_out(job, PrinterSettings(logo=tmp_path / "missing.png")) == (TextRow("A042"),)


def test_paper_and_columns_must_fit() -> None:
    with pytest.raises(ValueError, match="columns = 32"):
        PrinterSettings(paper_width=58)

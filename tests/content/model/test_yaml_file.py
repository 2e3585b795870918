"""Broken files: each is refused with a line and advice, by both parsers, and nothing else ever comes out."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from content.model import yaml_file
from content.model.yaml_file import LARGEST, Unreadable, lines_of, read_yaml


@pytest.fixture(params=["CSafeLoader", "SafeLoader"], autouse=True)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """libyaml, and what stands in for it where a wheel lacks it."""
    name = str(request.param)
    if not hasattr(yaml, name):
        pytest.skip("this wheel of PyYAML has no libyaml")
    monkeypatch.setattr(yaml_file, "PARSER", getattr(yaml, name))
    return name


def read(tmp_path: Path, text: str | bytes) -> Any:
    path = tmp_path / "file.yaml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_yaml(path)


def refused(tmp_path: Path, text: str | bytes) -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        read(tmp_path, text)
    assert lines_of(tmp_path / "file.yaml") == {}
    return caught.value


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("True", "True"),
        ("true", True),
        ("false", False),
        ("8:30", "8:30"),
        ("12:30:45", "12:30:45"),
        ("37.00", Decimal("37.00")),
        ("-0.5", Decimal("-0.5")),
        ("37,00", "37,00"),
        ("1e3", "1e3"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("007", "007"),
        ("0", 0),
        ("-12", -12),
        ("07999 555-0", "07999 555-0"),
        ("2026-11-17", "2026-11-17"),
        ("2026-13-01", "2026-13-01"),
        ("99999999999999999999999", "99999999999999999999999"),
        (".nan", ".nan"),
        ("~", None),
        ("null", None),
        ("", None),
        ('"37.00"', "37.00"),
        ("'true'", "true"),
        ("=", "="),
        ("<<", "<<"),
        ("Grüße", "Grüße"),
    ],
)
def test_words_mean_what_people_mean(tmp_path: Path, written: str, meant: object) -> None:
    found = read(tmp_path, f"a: {written}\n")["a"]
    assert found == meant
    assert type(found) is type(meant)


def test_money_keeps_its_digits(tmp_path: Path) -> None:
    assert str(read(tmp_path, "a: 37.00")["a"]) == "37.00"


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "---\n", "\ufeff"])
def test_an_empty_file_is_nothing(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text) is None


def test_a_byte_order_mark_is_no_letter(tmp_path: Path) -> None:
    assert read(tmp_path, b"\xef\xbb\xbfa: b\n") == {"a": "b"}


def test_windows_line_ends(tmp_path: Path) -> None:
    assert read(tmp_path, b"a: b\r\nc: d\r\n") == {"a": "b", "c": "d"}


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a: 1\nb: 2\na: 3\n", 3, "`a` stands twice"),
        ("- x: {b: 1, b: 2}\n", 1, "`b` stands twice"),
        ("a: 1\n'a': 2\n", 2, "`a` stands twice"),
        ("a: &x b\nc: *x\n", 1, "anchors are not allowed"),
        ("a: b\nc: *x\n", 2, "aliases are not allowed"),
        ("*x : b\n", 1, "aliases are not allowed"),
        ("a: b\nc: !!python/object:os.system x\n", 2, "tags are not allowed"),
        ("a: !!set {b}\n", 1, "tags are not allowed"),
        ("a: !!binary aGk=\n", 1, "tags are not allowed"),
        ("!x a: b\n", 1, "tags are not allowed"),
        ("a: ! b\n", 1, "tags are not allowed"),
        ("a: b\n---\nc: d\n", 2, "remove the `---`"),
        ("? [a, b]\n: c\n", 1, "the name of a field is expected"),
        ("a: b\n\tc: d\n", 2, "tab"),
        ("a: b: c\n", 1, "quotes"),
        ("a: [\n", 2, "nothing stands"),
        ("a: b\nc: @d\n", 2, "quotes"),
        ("a: b\nc: 'd\ne: f\n", 2, "never closed"),
        ("x: y\na: [b, c\nd: e\n", 2, "comma or the closing bracket"),
        ("a: b\nc: d\x07\n", 2, "control character"),
        ("a:\n  - b\n c: d\n", 3, "indentation"),
        ("- a\nb: c\n", 2, "indentation"),
        ("a: b\nc\n", 2, "`:`"),
        ("%x\n", 1, "not YAML"),
        ("a:\n" + "".join(" " * depth + "- \n" for depth in range(1, 60)), 42, "nested too deep"),
    ],
)
def test_what_is_refused_says_line_and_advice(tmp_path: Path, text: str, line: int, words: str, parser: str) -> None:
    fault = refused(tmp_path, text)
    assert words in str(fault)
    if parser == "CSafeLoader":  # the other one counts some lines from elsewhere
        assert fault.line == line


@pytest.mark.parametrize("text", ["[" * 100_000, "{a: " * 100_000, "- " * 100_000, "a: " + "[" * 5000 + "]" * 5000])
def test_depth_ends_reading_early(tmp_path: Path, text: str) -> None:
    assert "nested too deep" in str(refused(tmp_path, text))


def test_letters_of_another_encoding(tmp_path: Path) -> None:
    fault = refused(tmp_path, "a: b\nc: Bürgeramt\n".encode("latin-1"))
    assert fault.line == 2
    assert "save the file as UTF-8" in str(fault)
    assert "UTF-8" in str(refused(tmp_path, "a: b".encode("utf-16")))


def test_a_file_that_is_not_there_or_too_large(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="cannot be read"):
        read_yaml(tmp_path / "none.yaml")
    with pytest.raises(Unreadable, match="cannot be read"):
        read_yaml(tmp_path)
    assert "larger than 4 MB" in str(refused(tmp_path, b"#" * (LARGEST + 1)))


def test_lines_of_everything(tmp_path: Path) -> None:
    text = "# first\n- id: a\n  fees:\n    - amount: 1\n    - {amount: 2, up_to:\n        3}\n- {id: b}\n"
    read(tmp_path, text)
    lines = lines_of(tmp_path / "file.yaml")
    assert lines["[0]"] == lines["[0].id"] == 2
    assert lines["[0].fees"] == 3
    assert (lines["[0].fees[0].amount"], lines["[0].fees[1].amount"], lines["[0].fees[1].up_to"]) == (4, 5, 5)
    assert lines["[1].id"] == 7


PLAIN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**17), 10**17)
    | st.text(st.characters(exclude_categories=["Cc", "Cs"])),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.from_regex(r"[a-z_]+", fullmatch=True), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(plain=PLAIN)
def test_what_yaml_writes_is_read_back(tmp_path_factory: pytest.TempPathFactory, plain: object) -> None:
    path = tmp_path_factory.mktemp("yaml") / "file.yaml"
    for flow in (True, False):
        path.write_text(
            yaml.dump(plain, allow_unicode=True, Dumper=NoAliases, default_flow_style=flow), encoding="utf-8"
        )
        assert read_yaml(path) == plain


@given(text=st.text(alphabet="ab:-[]{}&*!|>'\"#%@`,?~ \t\n0.9é\x00\x85\u2028\ufeff", max_size=60))
def test_any_text_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.mktemp("yaml") / "file.yaml"
    path.write_text(text, encoding="utf-8", newline="")
    try:
        read_yaml(path)
    except Unreadable as fault:
        assert 0 <= fault.line <= len(text) + 1


class NoAliases(yaml.SafeDumper):
    """Writes the same thing twice where it stands twice."""

    def ignore_aliases(self, data: object) -> bool:
        return True

"""Keeps the catalogues complete: `python -m kiosk.texts.extracting`, or `make texts`.

Keys that the code says and German lacks are added to German; every other language gets German's keys, with the German
words above each as a comment. Where the German words changed since, the translation is marked `fuzzy` until somebody
has looked at it. Then all is compiled. With `--check` nothing is written.
"""

import sys
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

from kiosk.texts import FOLDER, GERMAN, LANGUAGES, compiling
from kiosk.texts.spoken import spoken

PLURALS = {
    "tr": (2, "(n != 1)"),
    "uk": (3, "(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2)"),
    "ar": (6, "(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5)"),
}
"""Number of plural forms and the rule that chooses one; others have one and many."""
TWO = (2, "(n != 1)")
WIDE = 100_000
"""Lines are not broken: one text, one line."""
QUOTED = "de: "
"""Begins the comment that shows a translator the German words."""


def path_of(language: str) -> Path:
    """The catalogue of a language."""
    return FOLDER / language / "LC_MESSAGES" / "kiosk.po"


def read(language: str) -> Catalog:
    """The catalogue; an empty one where there is none yet.

    :raises babel.messages.pofile.PoFileError: the file is no catalogue.
    """
    path = path_of(language)
    if not path.is_file():
        return Catalog()
    return read_po(BytesIO(path.read_bytes()), abort_invalid=True)


def messages(catalogue: Catalog) -> dict[str, Message]:
    """By key, the header left out."""
    return {key_of(message): message for message in catalogue if message.id}


def key_of(message: Message) -> str:
    """A plural has its key twice."""
    return str(message.id[0] if isinstance(message.id, (tuple, list)) else message.id)


def forms(message: Message) -> tuple[str, ...]:
    """Its words: one text, or one a plural form."""
    words = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
    return tuple(word or "" for word in words)


def completed(language: str) -> bytes:
    """What the file of a language should hold."""
    german, keys = messages(read(GERMAN)), spoken()
    plural = {key: isinstance(german[key].id, tuple) if key in german else keys[key] for key in {*german, *keys}}
    old = german if language == GERMAN else messages(read(language))
    count, rule = PLURALS.get(language, TWO)
    new = Catalog()
    new.mime_headers = [("Plural-Forms", f"nplurals={count}; plural={rule};")]
    for key in sorted(plural):
        before, comments = old.get(key), _comments(german.get(key))
        words = forms(before) if before else ()
        fuzzy = bool(before and before.fuzzy)
        if language != GERMAN:
            quoted = _quoted(german.get(key))
            fuzzy = fuzzy or bool(any(words) and _quoted_before(before) not in ([], quoted))
            comments = [*comments, *quoted]
        text: str | tuple[str, ...] = (words + ("",) * count)[:count] if plural[key] else (words or ("",))[0]
        message = new.add((key, key) if plural[key] else key, text, auto_comments=comments)
        assert message is not None
        if fuzzy:
            message.flags.add("fuzzy")
        message.user_comments = list(before.user_comments) if before else []
    return _head(language, count, rule) + _body(new)


def _comments(message: Message | None) -> list[str]:
    """What German says about a key."""
    return list(message.auto_comments) if message else []


def _quoted(message: Message | None) -> list[str]:
    return [QUOTED + form for form in dict.fromkeys(forms(message))] if message else []


def _quoted_before(message: Message | None) -> list[str]:
    return [line for line in message.auto_comments if line.startswith(QUOTED)] if message else []


def _head(language: str, count: int, rule: str) -> bytes:
    lines = (
        f"Language: {language}",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: 8bit",
        f"Plural-Forms: nplurals={count}; plural={rule};",
    )
    return "\n".join(['msgid ""', 'msgstr ""', *(f'"{line}\\n"' for line in lines), "", ""]).encode()


def _body(catalogue: Catalog) -> bytes:
    made = BytesIO()
    write_po(made, catalogue, width=WIDE, omit_header=True, sort_output=True)
    return made.getvalue().strip() + b"\n"


def main(arguments: Sequence[str]) -> int:
    """0: the files are complete in form; 1: `--check` found one that is not."""
    wrong = [language for language in LANGUAGES if completed(language) != _there(language)]
    if "--check" in arguments:
        for language in wrong:
            sys.stdout.write(f"{path_of(language)} is not as `make texts` writes it\n")
        return 1 if wrong else 0
    for language in LANGUAGES:
        path_of(language).parent.mkdir(parents=True, exist_ok=True)
        path_of(language).write_bytes(completed(language))
        missing = [key for key, one in messages(read(language)).items() if one.fuzzy or not all(forms(one))]
        sys.stdout.write(f"{language}: {', '.join(missing) + ' to translate' if missing else 'complete'}\n")
    compiling.compile_all()
    return 0


def _there(language: str) -> bytes:
    path = path_of(language)
    return path.read_bytes() if path.is_file() else b""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

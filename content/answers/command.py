"""Search the content from a terminal, as the kiosk does: `lotse search WORDS`."""

import argparse
import sys
from pathlib import Path

import msgspec

from content.answers.search import SearchIndex, SearchResult, place_entries, service_entries
from content.model.content import Content
from content.model.loading import ContentRejected, load_content
from content.model.text import LANGUAGES

MUSTERSTADT = Path(__file__).resolve().parents[1] / "musterstadt"
KINDS = {"services": service_entries, "places": place_entries}


def run(arguments: list[str]) -> int:
    """Print what is found.

    :returns: 0 found, 1 nothing found or no usable content, 2 wrong use.
    """
    try:
        given = _parser().parse_args(arguments)
    except SystemExit as end:
        return int(end.code or 0)
    try:
        content = load_content(given.content)
    except ContentRejected as fault:
        sys.stderr.write("".join(f"{problem}\n" for problem in fault.problems))
        sys.stderr.write(f"lotse search: the content in {given.content} cannot be used\n")
        return 1
    query = " ".join(given.words)
    found = {kind: _index(content, kind, given.language).search(query, given.limit) for kind in KINDS}
    if given.json:
        sys.stdout.write(msgspec.json.format(msgspec.json.encode(found), indent=2).decode() + "\n")
    else:
        sys.stdout.write(_as_text(found))
    return 0 if any(result.hits for result in found.values()) else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="lotse search", description="Search services and places as the kiosk does.")
    parser.add_argument("words", nargs="+", metavar="WORDS", help="what a visitor types")
    parser.add_argument(
        "--content", type=Path, default=MUSTERSTADT, metavar="DIR", help="folder (default: Musterstadt)"
    )
    parser.add_argument("--language", choices=LANGUAGES, default="de", help="language on the screen (default: de)")
    parser.add_argument("--limit", type=int, default=5, metavar="N", help="most hits of a kind (default: 5)")
    parser.add_argument("--json", action="store_true", help="for programs")
    return parser


def _index(content: Content, kind: str, language: str) -> SearchIndex:
    return SearchIndex(KINDS[kind](content, language), language)


def _as_text(found: dict[str, SearchResult]) -> str:
    lines = []
    for kind, result in found.items():
        if result.corrected:
            lines.append(f"{kind}: searched for {result.corrected!r}")
        lines += [f"{kind[:-1]:8} {hit.score:7.2f}  {hit.title}  [{hit.id}]" for hit in result.hits]
    return "\n".join(lines or ["nothing found"]) + "\n"

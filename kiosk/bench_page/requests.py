"""Answers one request to the bench page. Not responsible for what is shown (`state`) or done (`actions`)."""

import json
import logging
import re
from collections.abc import Callable, Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any, Protocol, cast
from urllib.parse import parse_qs, urlsplit

from msgspec import Struct

from kiosk.bench_page.actions import Actions, NotDone, decode
from kiosk.bench_page.guards import SECURITY_HEADERS, Refusal, refusal
from kiosk.bench_page.parts import ScreenMirror, SimulatedDevice, WithPaper
from kiosk.bench_page.watch import Watch
from kiosk.widgets.fonts import LATIN, font_file

log = logging.getLogger(__name__)

WEB = Path(__file__).parent / "web"
SCRIPTS = ("act", "page", "pickup", "screen", "words")
FILES = {
    "/": (WEB / "page.html", "text/html; charset=utf-8"),
    "/style.css": (WEB / "style.css", "text/css; charset=utf-8"),
    **{f"/{name}.js": (WEB / f"{name}.js", "text/javascript; charset=utf-8") for name in SCRIPTS},
    "/mark.svg": (WEB / "mark.svg", "image/svg+xml"),
    "/regular.ttf": (Path(font_file(LATIN)), "font/ttf"),
    "/bold.ttf": (Path(font_file(LATIN, bold=True)), "font/ttf"),
}
"""Everything that is served from disk: nothing a request says becomes part of a path."""
PAPER = re.compile(r"/paper/(?P<device>[\w-]{1,60})/(?P<number>[1-9]\d{0,8})\.png")
LARGEST_BODY = 64 * 1024
"""Bytes."""
PICTURE_PATIENCE_SECONDS = 10.0


class Bench(Struct, frozen=True, kw_only=True):
    """What requests are answered from."""

    devices: Mapping[str, SimulatedDevice]
    actions: Actions
    screen: ScreenMirror | None
    watch: Watch
    figures: Callable[[], str] | None = None
    """The day's figures as CSV; None: there are none."""


class _Serves(Protocol):
    bench: Bench


class Request(BaseHTTPRequestHandler):
    """One connection of a browser."""

    protocol_version = "HTTP/1.1"
    server_version = "lotse"
    sys_version = ""
    timeout = 30
    disable_nagle_algorithm = True

    @property
    def bench(self) -> Bench:
        """The page's parts."""
        return cast(_Serves, self.server).bench

    def do_GET(self) -> None:
        """Files, papers, the live screen and the live state."""
        if self._refused():
            return
        path, query = urlsplit(self.path).path, urlsplit(self.path).query
        if path in FILES:
            file, kind = FILES[path]
            self._answer(HTTPStatus.OK, file.read_bytes(), kind)
        elif path == "/events":
            self._events()
        elif path == "/figures.csv" and self.bench.figures is not None:
            name = {"Content-Disposition": 'attachment; filename="figures.csv"'}
            self._answer(HTTPStatus.OK, self.bench.figures().encode(), "text/csv; charset=utf-8", name)
        elif path == "/screen.jpg":
            self._screen(query)
        elif paper := PAPER.fullmatch(path):
            self._paper(paper["device"], int(paper["number"]))
        else:
            self._say(HTTPStatus.NOT_FOUND, "There is nothing here.")

    def do_POST(self) -> None:
        """One action."""
        if self._refused():
            return
        length = self.headers.get("Content-Length", "")
        if not length.isdecimal() or int(length) > LARGEST_BODY:
            self.close_connection = True  # the body stays unread
            self._say(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "An action is shorter than that.")
            return
        body = self.rfile.read(int(length))
        if urlsplit(self.path).path != "/do":
            self._say(HTTPStatus.NOT_FOUND, "There is nothing here.")
            return
        self._do(body)
        self.bench.watch.wake()

    def _do(self, body: bytes) -> None:
        try:
            said = self.bench.actions.do(decode(body))
        except NotDone as reason:
            self._say(reason.status, str(reason))
        except Exception as fault:  # the page says it, the kiosk goes on
            log.exception("the bench page could not do it")
            self._say(HTTPStatus.INTERNAL_SERVER_ERROR, f"{type(fault).__name__}: {fault}")
        else:
            self._json(HTTPStatus.OK, {"said": said})

    def _refused(self) -> bool:
        found: Refusal | None = refusal(self.command, {name.lower(): value for name, value in self.headers.items()})
        if found:
            self.close_connection = True
            self._say(found.status, found.reason)
        return found is not None

    def _events(self) -> None:
        """Server-Sent Events: the whole state whenever it changes."""
        self.close_connection = True
        self._head(HTTPStatus.OK, "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        for state in self.bench.watch.changes():
            self.wfile.write(b"data: " + state + b"\n\n" if state else b": alive\n\n")
            self.wfile.flush()

    def _screen(self, query: str) -> None:
        """Long polling: the next picture that differs from version `after`."""
        after = parse_qs(query).get("after", ["0"])[0]
        if self.bench.screen is None or not after.isdecimal():
            self._say(HTTPStatus.NOT_FOUND, "There is no such picture.")
            return
        picture = self.bench.screen.picture(int(after), PICTURE_PATIENCE_SECONDS)
        if picture is None:
            self._answer(HTTPStatus.NO_CONTENT, b"", "image/jpeg")
        else:
            self._answer(HTTPStatus.OK, picture.jpeg, "image/jpeg", {"X-Version": str(picture.version)})

    def _paper(self, device: str, number: int) -> None:
        found = self.bench.devices.get(device)
        papers = found.papers() if isinstance(found, WithPaper) else ()
        if number > len(papers):
            self._say(HTTPStatus.NOT_FOUND, "That paper never came out.")
        else:
            self._answer(HTTPStatus.OK, papers[number - 1].png, "image/png")

    # --- answers -------------------------------------------------------------------------------------------------

    def _say(self, status: HTTPStatus, sentence: str) -> None:
        self._json(status, {"error": sentence})

    def _json(self, status: HTTPStatus, plain: object) -> None:
        self._answer(status, json.dumps(plain).encode(), "application/json")

    def _answer(self, status: HTTPStatus, body: bytes, kind: str, more: Mapping[str, str] | None = None) -> None:
        self._head(status, kind)
        for name, value in (more or {}).items():
            self.send_header(name, value)
        if status is not HTTPStatus.NO_CONTENT:
            self.send_header("Content-Length", str(len(body)))
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(body)

    def _head(self, status: HTTPStatus, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Cache-Control", "no-store")
        for name, value in SECURITY_HEADERS.items():
            self.send_header(name, value)

    def handle(self) -> None:
        """A browser that closes its page in the middle of an answer is no fault."""
        try:
            super().handle()
        except (ConnectionError, TimeoutError):
            self.close_connection = True

    def log_message(self, format: str, *args: Any) -> None:
        """Requests are not logged: rounds, not changes."""

"""A bench page on a free port, and a browser that speaks HTTP and nothing more."""

import http.client
import json
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest

from kiosk.bench_page.page import BenchPage
from tests.kiosk.bench_page.world import Canvas, Desk, RollPrinter


class Browser:
    """One page opened by the person at the bench."""

    def __init__(self, url: str) -> None:
        self.netloc = urlsplit(url).netloc

    def request(
        self, method: str, path: str, body: bytes | None = None, **headers: str
    ) -> tuple[int, dict[str, str], bytes]:
        connection = http.client.HTTPConnection(self.netloc, timeout=20)
        try:
            connection.request(method, path, body, {name.replace("_", "-"): text for name, text in headers.items()})
            answer = connection.getresponse()
            return answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read()
        finally:
            connection.close()

    def get(self, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
        return self.request("GET", path, None, **headers)

    def act(self, action: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        origin = f"http://{self.netloc}"
        status, _, body = self.request(
            "POST", "/do", json.dumps(action).encode(), Content_Type="application/json", Origin=origin
        )
        return status, json.loads(body)

    def events(self) -> Iterator[dict[str, Any]]:
        """The states as they come in."""
        connection = http.client.HTTPConnection(self.netloc, timeout=20)
        connection.request("GET", "/events")
        answer = connection.getresponse()
        assert answer.getheader("Content-Type") == "text/event-stream"
        try:
            for line in answer:
                if line.startswith(b"data: "):
                    yield json.loads(line.removeprefix(b"data: "))
        finally:
            answer.close()
            connection.close()


@pytest.fixture
def printer() -> RollPrinter:
    return RollPrinter()


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def canvas() -> Canvas:
    return Canvas()


@pytest.fixture
def serve() -> Iterator[Callable[..., Browser]]:
    """Serves what it is given; stopped after the test."""
    pages: list[BenchPage] = []

    def start(**parts: Any) -> Browser:
        pages.append(BenchPage(port=0, title="Rathaus Musterstadt", **parts))
        pages[-1].start()
        return Browser(pages[-1].url)

    yield start
    for page in pages:
        page.stop()


@pytest.fixture
def browser(serve: Callable[..., Browser], printer: RollPrinter, desk: Desk, canvas: Canvas) -> Browser:
    return serve(devices=[printer], desk=desk, screen=canvas)

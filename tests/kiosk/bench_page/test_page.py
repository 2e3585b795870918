"""The page over real HTTP: what a person sees and does, what is refused, and that it goes on after trouble."""

import http.client
import io
import logging
import socket
import threading
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from PIL import Image

from kiosk.bench_page.page import BenchPage
from kiosk.bench_page.parts import OpenTicket
from tests.kiosk.bench_page.conftest import Browser
from tests.kiosk.bench_page.world import Canvas, Desk, Mat, RollPrinter


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/style.css", "text/css; charset=utf-8"),
        ("/page.js", "text/javascript; charset=utf-8"),
        ("/mark.svg", "image/svg+xml"),
        ("/bold.ttf", "font/ttf"),
    ],
)
def test_files_come_with_their_guards(browser: Browser, path: str, kind: str) -> None:
    status, headers, body = browser.get(path)
    assert (status, headers["content-type"]) == (200, kind)
    assert len(body) == int(headers["content-length"]) > 100
    assert "default-src 'none'" in headers["content-security-policy"]
    assert headers["cross-origin-resource-policy"] == "same-origin"


@pytest.mark.parametrize(
    "path",
    [
        "/../pyproject.toml",
        "/%2e%2e/page.py",
        "//etc/passwd",
        "/paper/printer/0.png",
        "/paper/printer/1.png",
        "/paper/../1.png",
        "/paper/scanner/1.png",
        "/web/page.html",
        "/screen.jpg?after=-1",
    ],
)
def test_nothing_else_is_there(browser: Browser, path: str) -> None:
    assert browser.get(path)[0] == 404


def test_papers_are_seen_and_kept(browser: Browser, printer: RollPrinter) -> None:
    states = browser.events()
    assert next(states)["devices"][0]["papers"] == []
    printer.print("Guten Tag\nA041")
    state = next(states)
    printer.print("Guten Tag\nA042")
    state = next(state for state in states if state["devices"][0]["paper_count"] == 2)
    newest, before = state["devices"][0]["papers"]
    assert (newest["number"], newest["text"]) == (2, "Guten Tag\nA042")
    assert (before["number"], before["text"]) == (1, "Guten Tag\nA041")
    status, headers, body = browser.get("/paper/printer/1.png")
    assert (status, headers["content-type"]) == (200, "image/png")
    assert Image.open(io.BytesIO(body)).width == 576


def test_only_the_newest_thirty_papers_are_listed_but_all_can_be_seen(browser: Browser, printer: RollPrinter) -> None:
    for number in range(35):
        printer.print(f"A{number:03}")
    card = next(browser.events())["devices"][0]
    assert [paper["number"] for paper in card["papers"]] == list(range(35, 5, -1))
    assert card["paper_count"] == 35
    assert browser.get("/paper/printer/1.png")[0] == 200


def test_breaking_mending_refilling(browser: Browser, printer: RollPrinter) -> None:
    states = browser.events()
    assert not any(next(states)["devices"][0]["faults"].values())
    assert browser.act({"type": "fault", "device": "printer", "fault": "cover_open", "on": True}) == (
        200,
        {"said": None},
    )
    assert next(states)["devices"][0]["faults"]["cover_open"]
    browser.act({"type": "fault", "device": "printer", "fault": "cover_open", "on": False})
    printer.set_fault("paper_out", True)
    browser.act({"type": "refill", "device": "printer"})
    assert not any(printer.faults().values())


def test_somebody_comes_and_goes_before_a_device_without_paper() -> None:
    mat = Mat()
    page = BenchPage(port=0, title="x", devices=[RollPrinter(), mat])
    page.start()
    try:
        browser = Browser(page.url)
        card = next(browser.events())["devices"][1]
        assert (card["name"], card["switches"], card["has_paper"]) == ("mat", {"somebody": False}, False)
        come = {"type": "switch", "device": "mat", "switch": "somebody", "on": True}
        assert browser.act(come)[0] == 200
        assert mat.somebody
        assert next(browser.events())["devices"][1]["switches"] == {"somebody": True}
        assert browser.act({**come, "switch": "rain"})[0] == 404
        assert browser.act({**come, "device": "printer"})[0] == 404
        assert browser.act({"type": "refill", "device": "mat"})[0] == 404
        assert browser.get("/paper/mat/1.png")[0] == 404
    finally:
        page.stop()


def test_calling_numbers(browser: Browser, desk: Desk) -> None:
    call = {"type": "call", "concern": "passport", "room": "E.10"}
    assert [browser.act(call)[1]["said"] for _ in range(3)] == ["A001", "A002", None]
    line = next(browser.events())["queues"][0]
    assert (line["waiting"], line["last_called"][0]) == (0, ["A002", "E.10"])
    status, answer = browser.act({"type": "call", "concern": "passport", "room": "cellar"})
    assert (status, answer) == (409, {"error": "There is no such desk."})


def test_settling_tickets(browser: Browser, desk: Desk) -> None:
    desk.open["x"] = OpenTicket(ticket="x", label="A007", why="maybe_on_paper", choices=("printed", "void"))
    assert next(browser.events())["unsettled"][0]["choices"] == ["printed", "void"]
    assert browser.act({"type": "settle", "ticket": "x", "how": "burn"})[0] == 409
    assert browser.act({"type": "settle", "ticket": "x", "how": "printed"})[0] == 200
    assert desk.unsettled() == ()


def test_seeing_and_touching_the_screen(browser: Browser, canvas: Canvas) -> None:
    status, headers, body = browser.get("/screen.jpg?after=0")
    assert (status, headers["x-version"]) == (200, "1")
    assert Image.open(io.BytesIO(body)).size == canvas.size
    browser.act({"type": "touch", "moves": [["down", 0.1, 0.2], ["move", 0.5, 0.5], ["up", 7, -3]]})
    browser.act({"type": "key", "key": "ü"})
    assert canvas.fingers == [("down", 0.1, 0.2), ("move", 0.5, 0.5), ("up", 1.0, 0.0)]
    assert canvas.keys == ["ü"]
    status, headers, _ = browser.get("/screen.jpg?after=1")
    assert (status, headers["x-version"]) == (200, "5")


def test_an_unchanged_screen_is_not_sent_again(
    browser: Browser, canvas: Canvas, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.bench_page.requests.PICTURE_PATIENCE_SECONDS", 0.0)
    status, _, body = browser.get(f"/screen.jpg?after={canvas.version}")
    assert (status, body) == (204, b"")


def test_a_waiting_page_gets_the_next_picture(browser: Browser, canvas: Canvas) -> None:
    answers: list[int] = []
    reader = threading.Thread(target=lambda: answers.append(browser.get("/screen.jpg?after=1")[0]))
    reader.start()
    canvas.touch("down", 0.5, 0.5)
    reader.join(timeout=20)
    assert answers == [200]


@pytest.mark.parametrize(
    ("action", "status"),
    [
        ({"type": "fault", "device": "scanner", "fault": "x", "on": True}, 404),
        ({"type": "fault", "device": "printer", "fault": "on_fire", "on": True}, 404),
        ({"type": "refill", "device": "scanner"}, 404),
        ({"type": "explode"}, 400),
        ({"type": "refill"}, 400),
        ({"type": "refill", "device": "printer", "more": 1}, 400),
        ({"type": "touch", "moves": [["hit", 0, 0]]}, 400),
        ({"type": "fault", "device": "printer", "fault": "cover_open", "on": "yes"}, 400),
        ([], 400),
    ],
)
def test_wrong_actions_are_named_and_change_nothing(
    browser: Browser, printer: RollPrinter, action: dict[str, object], status: int
) -> None:
    before = printer.faults()
    answered, answer = browser.act(action)
    assert answered == status
    assert answer["error"]
    assert printer.faults() == before


def test_a_foreign_page_is_refused_before_anything_is_done(browser: Browser, printer: RollPrinter) -> None:
    action = b'{"type":"fault","device":"printer","fault":"cover_open","on":true}'
    for headers in (
        {"Content_Type": "application/json", "Origin": "http://evil.example"},
        {"Content_Type": "application/json", "Host": "evil.example"},
        {"Content_Type": "text/plain"},
        {"Content_Type": "application/json", "Sec_Fetch_Site": "cross-site"},
    ):
        assert browser.request("POST", "/do", action, **headers)[0] in (403, 415, 421)
    assert browser.get("/events", Host="evil.example")[0] == 421
    assert not printer.faults()["cover_open"]
    assert browser.request("OPTIONS", "/do", Origin="http://evil.example")[0] == 501, "no preflight is ever granted"


def test_long_and_lying_bodies(browser: Browser) -> None:
    assert browser.request("POST", "/do", b"x" * 70_000, Content_Type="application/json")[0] == 413
    assert browser.request("POST", "/do", b"{", Content_Type="application/json", Content_Length="-1")[0] == 413
    assert browser.request("POST", "/elsewhere", b"{}", Content_Type="application/json")[0] == 404


def test_a_device_that_fails_is_told_and_the_page_goes_on(
    browser: Browser, printer: RollPrinter, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def jammed() -> None:
        raise RuntimeError("roll is stuck")

    monkeypatch.setattr(printer, "refill", jammed)
    with caplog.at_level(logging.CRITICAL):
        assert browser.act({"type": "refill", "device": "printer"}) == (500, {"error": "RuntimeError: roll is stuck"})
    assert browser.get("/")[0] == 200


def test_without_desk_and_screen(serve: Callable[..., Browser], printer: RollPrinter) -> None:
    browser = serve(devices=[printer])
    state = next(browser.events())
    assert (state["queues"], state["unsettled"], state["screen"]) == ([], [], None)
    assert browser.get("/screen.jpg?after=0")[0] == 404
    for action in ({"type": "key", "key": "a"}, {"type": "call", "concern": "passport", "room": "E.10"}):
        assert browser.act(action)[0] == 404


def test_stopping_ends_open_pages_and_frees_the_port(printer: RollPrinter) -> None:
    page = BenchPage(port=0, title="Rathaus", devices=[printer])
    page.start()
    states = Browser(page.url).events()
    next(states)
    page.stop()
    assert list(states) == []
    port = urlsplit(page.url).port
    again = BenchPage(port=port or 0, title="Rathaus")
    again.start()
    again.stop()


def test_a_page_that_was_never_started_can_be_stopped() -> None:
    BenchPage(port=0, title="Rathaus").stop()


def test_it_listens_on_loopback_only_and_devices_have_names_of_their_own(printer: RollPrinter) -> None:
    with pytest.raises(ValueError, match="not on loopback"):
        BenchPage(port=0, title="Rathaus", host="0.0.0.0")
    with pytest.raises(ValueError, match="same name"):
        BenchPage(port=0, title="Rathaus", devices=[printer, RollPrinter()])
    page = BenchPage(port=0, title="Rathaus")
    try:
        assert page.url.startswith("http://127.0.0.1:")
    finally:
        page.stop()


def test_half_a_request_harms_nobody(browser: Browser) -> None:
    host, _, port = browser.netloc.partition(":")
    with socket.create_connection((host, int(port))) as half:
        half.sendall(
            b"POST /do HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{"
        )
    connection = http.client.HTTPConnection(browser.netloc, timeout=20)
    connection.request("GET", "/")
    assert connection.getresponse().status == 200
    connection.close()


def test_the_figures_are_a_table_and_the_demonstrations_pin_is_shown(serve: Callable[..., Browser]) -> None:
    browser = serve(figures=lambda: "day;hour\r\n", demo_pin="246810")
    status, headers, body = browser.get("/figures.csv")
    assert (status, headers["content-type"], body) == (200, "text/csv; charset=utf-8", b"day;hour\r\n")
    state = next(browser.events())
    assert (state["demo_pin"], state["figures"]) == ("246810", True)
    plain = serve()
    assert plain.get("/figures.csv")[0] == 404
    assert next(plain.events())["demo_pin"] == ""

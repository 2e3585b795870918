"""Who may speak to the page: the moves of a foreign web page, one by one."""

from http import HTTPStatus

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.bench_page.guards import is_loopback, refusal

OWN = {"host": "127.0.0.1:8080", "origin": "http://127.0.0.1:8080", "content-type": "application/json"}


@pytest.mark.parametrize("host", ["127.0.0.1:8080", "localhost:8080", "localhost", "[::1]:8080", "LOCALHOST:80"])
def test_names_of_loopback_are_answered(host: str) -> None:
    assert refusal("GET", {"host": host}) is None
    assert refusal("POST", {"host": host, "origin": f"http://{host}", "content-type": "application/json"}) is None


@pytest.mark.parametrize(
    "host",
    [
        "",
        "evil.example:8080",
        "127.0.0.1.evil.example",
        "localhost.evil.example",
        "evil.example@127.0.0.1",
        "127.0.0.1@evil.example",
        "127.0.0.1/evil.example",
        "127.0.0.1:80:80",
        "192.168.0.7:8080",
        "0.0.0.0:8080",
        "[::1",
        "127.0.0.1:x",
    ],
)
def test_a_foreign_name_is_refused_even_if_it_leads_here(host: str) -> None:
    found = refusal("GET", {"host": host})
    assert found and found.status is HTTPStatus.MISDIRECTED_REQUEST


@given(st.text(max_size=40))
def test_any_host_is_judged_without_a_crash(host: str) -> None:
    refusal("GET", {"host": host})


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "https://127.0.0.1:8080", "http://127.0.0.1:9", ""])
def test_another_page_may_not_act(origin: str) -> None:
    found = refusal("POST", {**OWN, "origin": origin})
    assert found and found.status is HTTPStatus.FORBIDDEN


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_another_site_sees_no_pictures(method: str, site: str) -> None:
    found = refusal(method, {**OWN, "sec-fetch-site": site})
    assert found and found.status is HTTPStatus.FORBIDDEN


@pytest.mark.parametrize("kind", ["", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])
def test_what_a_form_can_send_is_refused(kind: str) -> None:
    found = refusal("POST", {**OWN, "content-type": kind})
    assert found and found.status is HTTPStatus.UNSUPPORTED_MEDIA_TYPE


def test_a_program_on_this_machine_needs_no_origin() -> None:
    assert refusal("POST", {"host": "127.0.0.1:1", "content-type": "application/json; charset=utf-8"}) is None


def test_only_loopback_is_loopback() -> None:
    assert is_loopback("127.0.0.1") and is_loopback("::1")
    assert not any(map(is_loopback, ("0.0.0.0", "", "::", "192.168.0.7", "kiosk.example")))

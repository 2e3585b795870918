"""Who may speak to the page: browsers on this machine that show this very page. Pure.

The page has no password, because only this machine reaches it. But any web page a browser on this machine shows can
send requests here too, so: the Host must be a name of loopback (a foreign name that resolves to 127.0.0.1, "DNS
rebinding", is refused), what changes something must come from this page itself (Origin), as JSON (which a form cannot
send), and pictures are not given to other sites (Sec-Fetch-Site). Ports are not compared: people reach the page
through tunnels.
"""

from collections.abc import Mapping
from http import HTTPStatus
from urllib.parse import urlsplit

from msgspec import Struct

LOOPBACK_NAMES = frozenset({"127.0.0.1", "localhost", "::1"})

SECURITY_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' blob:; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class Refusal(Struct, frozen=True):
    """A request that is not answered, and why."""

    status: HTTPStatus
    reason: str


def refusal(method: str, headers: Mapping[str, str]) -> Refusal | None:
    """None if the request may be answered.

    :param headers: by lower-case name.
    """
    host = headers.get("host", "")
    if _name(f"//{host}") not in LOOPBACK_NAMES:
        return Refusal(HTTPStatus.MISDIRECTED_REQUEST, "This page answers only to names of this machine itself.")
    if headers.get("sec-fetch-site", "none") not in ("none", "same-origin"):
        return Refusal(HTTPStatus.FORBIDDEN, "Another page may not use this one.")
    if method == "POST":
        if headers.get("origin", f"http://{host}") != f"http://{host}":
            return Refusal(HTTPStatus.FORBIDDEN, "Another page may not use this one.")
        if headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
            return Refusal(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "Send JSON.")
    return None


def is_loopback(host: str) -> bool:
    """Whether an address to listen on reaches this machine only."""
    return host in LOOPBACK_NAMES


def _name(address: str) -> str | None:
    try:
        parts = urlsplit(address)
        _ = parts.port  # raises where the port is no number
    except ValueError:
        return None
    return parts.hostname if not parts.path and parts.username is None else None

"""The number on a phone: what the ticket's QR code says, with a server or without any.

Without an address the code is plain text: every phone shows it, nothing is fetched, nothing is stored. With one it is
an https link whose token nobody can guess and which does not reveal the ticket's id.
"""

import hashlib
from base64 import urlsafe_b64encode

from kiosk.texts import say
from kiosk.ticketing.lines import TicketFacts, moment_in_words, rooms_in_words
from kiosk.ticketing.model import Ticket

MOST_BYTES = 200
"""Keeps the code at version 10 or below with error correction M: 57 modules, six dots each fit paper of 58 mm."""


def phone_token(ticket: Ticket) -> str:
    """22 letters that stand for the ticket in an address: 128 bits, derived from its random id."""
    digest = hashlib.blake2s(ticket.id.encode(), digest_size=16, person=b"lotse-tk").digest()
    return urlsafe_b64encode(digest).rstrip(b"=").decode("ascii")


def phone_payload(ticket: Ticket, facts: TicketFacts, base_url: str | None = None) -> str:
    """Data of the code, at most `MOST_BYTES` of UTF-8.

    :param base_url: https address of the town's ticket pages (settings), or None for plain text.
    :raises ValueError: the address is not https or too long.
    """
    if base_url is not None:
        return _link(ticket, base_url)
    language = facts.language
    # The most needed first; a line that does not fit is left out.
    lines = (
        ticket.label,
        facts.concern,
        f"{moment_in_words(ticket.drawn_at, language)} · {say('paper.today_only', language)}",
        rooms_in_words(facts.rooms, language) if facts.rooms else "",
        say("paper.area", language, area=facts.waiting_area) if facts.waiting_area else "",
        f"{facts.house} {facts.town}",
    )
    fitting: list[str] = []
    for line in lines:
        if line and len("\n".join([*fitting, line]).encode()) <= MOST_BYTES:
            fitting.append(line)
    return "\n".join(fitting)


def _link(ticket: Ticket, base_url: str) -> str:
    if not base_url.startswith("https://"):
        raise ValueError(f"the address for phones must begin with https://, not {base_url!r}")
    link = f"{base_url.rstrip('/')}/t/{phone_token(ticket)}"
    if len(link.encode()) > MOST_BYTES:
        raise ValueError(f"the address for phones is too long for the code: {base_url!r}")
    return link

"""What readers send, without I/O: a line per card, or a card's answer to "get data" over PC/SC.

Sources: PC/SC part 3 rev. 2.01.09, section 3.2.2.1.3 (Get Data, `FF CA 00 00 00`: the UID, then `90 00`); lines as
125 kHz and MIFARE readers for access control send them: digits or hexadecimal, ended by CR, LF, CR LF or ETX.
"""

from collections.abc import Sequence

from hardware.card_reader.interface import Card
from hardware.transport.lines import Lines

GET_UID = (0xFF, 0xCA, 0x00, 0x00, 0x00)
DONE = (0x90, 0x00)
RANDOM, RANDOM_BYTES = 0x08, 4
"""ISO 14443-3: four bytes that begin so are a new random number each time, as identity cards and telephones have."""
LONGEST_UID = 10
"""Bytes: ISO 14443-3 knows 4, 7 and 10; ISO 15693 has 8."""
SHORTEST_LINE, LONGEST_LINE = 4, 64
"""Letters. What is shorter is noise."""
QUIET_SECONDS = 1.0
"""At 1200 bit/s the longest line takes half of it."""


def card_of_answer(answer: Sequence[int]) -> Card | None:
    """The card, by the bytes of its answer; None: it has no lasting UID to tell, as chip cards with contacts."""
    uid, status = bytes(answer[:-2]), tuple(answer[-2:])
    if status != DONE or not 1 <= len(uid) <= LONGEST_UID:
        return None
    is_random = len(uid) == RANDOM_BYTES and uid[0] == RANDOM
    return None if is_random else Card(uid.hex().upper())


def card_of_line(line: bytes) -> Card | None:
    """The card of a line without its end; None: no reader sends such a line for a card."""
    text = line.strip(b" \t")
    if not SHORTEST_LINE <= len(text) <= LONGEST_LINE or not all(0x20 <= byte < 0x7F for byte in text):
        return None
    return Card(text.decode("ascii"))


def lines() -> Lines:
    """What puts a reader's lines together."""
    return Lines(longest=LONGEST_LINE, quiet_seconds=QUIET_SECONDS)

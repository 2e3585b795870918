"""The words that flows, screens and custody share about a pickup. Knows no device and no disk."""

from typing import Literal

from msgspec import Struct

Factor = Literal["birth_date", "card_code", "fingerprint"]
"""The second factor. `birth_date`: eight digits DDMMYYYY; `card_code`: the six digits printed on the old card;
`fingerprint`: an external reader compares, and answers yes or no; always beside another one (EN 301 549, 5.3).
"""
Who = Literal["holder", "representative", "parent"]


class Way(Struct, frozen=True, kw_only=True):
    """One way to prove that somebody may collect: who, and by which factor."""

    who: Who = "holder"
    factor: Factor


Statement = Literal["pin_letter"]
"""What the law wants confirmed in text form before the hand-over: `pin_letter` = the letter with PIN and PUK came
(PAuswV 17 (1)); only where the booking says so.
"""
DocumentKind = Literal[
    "identity_card", "passport", "child_passport", "residence_permit", "driving_licence", "certificate"
]
Thing = Literal["document", "letter", "second_document"]


class Document(Struct, frozen=True, kw_only=True):
    """Something this visitor may take now."""

    pickup: str
    kind: DocumentKind
    compartment: str
    contents: tuple[Thing, ...]
    statements: tuple[Statement, ...] = ()
    """Still to be confirmed before the door opens."""
    hand_in: bool = False
    """The old document is still to be handed in."""

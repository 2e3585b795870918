"""German verbs that come apart: "Ich melde mein Auto ab" means "abmelden". Not responsible for any other grammar."""

import re

PARTICLES = ("zurück", "aus", "auf", "ein", "vor", "mit", "nach", "um", "an", "ab")
VERB = re.compile(
    r"(meld|zieh|hol|frag|geb|gib|stell|lass|läss|füll|bring|ruf|trag|träg|schreib|tausch|lös|wander|zahl|nehm)"
    r"(e|st|est|t|et|en)?",
    re.IGNORECASE,
)
STEMS = {"gib": "geb", "läss": "lass", "träg": "trag"}
CLAUSE_END = re.compile(r"[?.!,;:]|\b(?:und|oder|wenn|weil|aber)\b", re.IGNORECASE)
MOST_CLAUSES = 8


def rejoined(question: str) -> list[str]:
    """Infinitives of verbs whose particle ends a clause: "ziehe ... um" gives "umziehen"."""
    found = []
    for clause in CLAUSE_END.split(question)[:MOST_CLAUSES]:
        words = clause.casefold().split()
        if len(words) < 2 or words[-1] not in PARTICLES:
            continue
        verb = next((match for word in words[:-1] if (match := VERB.fullmatch(word))), None)
        if verb is not None:
            stem = verb[1].casefold()
            found.append(f"{words[-1]}{STEMS.get(stem, stem)}en")
    return found

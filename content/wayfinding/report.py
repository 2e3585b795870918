"""What an import repaired, left out and cannot reach, said so that staff can mend the plan. Finds nothing itself."""

from collections import Counter

from msgspec import Struct, field


class Finding(Struct, frozen=True):
    """One remark about one thing on the plan."""

    id: str
    kind: str
    """Stable: "closed-outline", "assumed-door", "unreachable", ..."""
    message: str


HEADINGS = {
    "repaired": "Repaired",
    "left-out": "Left out",
    "unreachable": "Cannot be reached",
}
KINDS = {
    "closed-outline": "repaired",
    "mended-outline": "repaired",
    "level-assumed": "repaired",
    "assumed-door": "repaired",
    "opening": "repaired",
    "joined": "repaired",
    "thoroughfare": "repaired",
    "skipped": "left-out",
    "no-level": "left-out",
    "bad-level": "left-out",
    "too-small": "left-out",
    "twice": "left-out",
    "lonely-door": "left-out",
    "unreachable": "unreachable",
    "unreachable-step-free": "unreachable",
}


class Report(Struct):
    """Findings in the order they were made."""

    findings: list[Finding] = field(default_factory=list)

    def add(self, identity: str, kind: str, message: str) -> None:
        """Note something; `kind` is one of KINDS."""
        assert kind in KINDS, kind
        self.findings.append(Finding(identity, kind, message))

    def counts(self) -> dict[str, int]:
        """How many of each kind, in the order of KINDS."""
        found = Counter(finding.kind for finding in self.findings)
        return {kind: found[kind] for kind in KINDS if found[kind]}

    def lines(self, each: int = 8) -> list[str]:
        """For the terminal: a heading for each group, at most `each` findings of a kind."""
        lines: list[str] = []
        for group, heading in HEADINGS.items():
            kinds = [kind for kind in KINDS if KINDS[kind] == group and any(f.kind == kind for f in self.findings)]
            if kinds:
                lines.append(f"{heading}:")
            for kind in kinds:
                mine = [finding for finding in self.findings if finding.kind == kind]
                lines += [f"  {finding.id}: {finding.message}" for finding in mine[:each]]
                if len(mine) > each:
                    lines.append(f"  ... and {len(mine) - each} more of this kind ({kind})")
        return lines

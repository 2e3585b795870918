"""What the number of answered fences says about a job that may be on paper."""

import pytest

from hardware.printer.fences import Fences, Verdict


def sent(*, whole: bool = True, probes: int = 0, came: int = 0) -> Fences:
    """A job that was sent."""
    made = Fences()
    made.begin("job-1", 20)
    if whole:
        made.complete()
    for _ in range(probes):
        made.probed()
    made.came(came)
    return made


@pytest.mark.parametrize(
    ("whole", "probes", "came", "verdict"),
    [
        (True, 0, 0, Verdict.OPEN),
        (True, 0, 1, Verdict.PRINTED),
        (True, 1, 0, Verdict.OPEN),
        (True, 1, 1, Verdict.GONE),
        (True, 1, 2, Verdict.PRINTED),
        (True, 2, 1, Verdict.GONE),
        (True, 2, 3, Verdict.PRINTED),
        (False, 0, 0, Verdict.OPEN),
        (False, 0, 1, Verdict.OPEN),
        (False, 1, 0, Verdict.OPEN),
        (False, 1, 1, Verdict.GONE),
        (False, 1, 5, Verdict.GONE),
    ],
)
def test_verdicts(whole: bool, probes: int, came: int, verdict: Verdict) -> None:
    fences = sent(whole=whole, probes=probes, came=came)
    assert fences.verdict(quiet_and_ready=True) is verdict
    if verdict is Verdict.GONE:
        assert fences.verdict(quiet_and_ready=False) is Verdict.OPEN, "the second answer may still come"


def test_answers_without_a_job_say_nothing() -> None:
    fences = Fences()
    fences.came(3)
    fences.begin("job-1", 0)
    fences.complete()
    assert fences.verdict(quiet_and_ready=True) is Verdict.OPEN


def test_a_settled_job_leaves_nothing_behind() -> None:
    fences = sent(probes=1, came=2)
    fences.clear()
    assert (fences.job, fences.owed, fences.answered) == (None, 0, False)
    assert fences.verdict(quiet_and_ready=True) is Verdict.OPEN

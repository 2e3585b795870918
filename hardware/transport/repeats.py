"""Tells what is new from what is still there. Not responsible for what is seen."""


class Repeats:
    """What was seen a moment ago. Seeing it again keeps it known; unseen for long enough it is forgotten."""

    def __init__(self, gone_seconds: float) -> None:
        """:param gone_seconds: so long unseen it has gone."""
        self._gone_seconds = gone_seconds
        self._seen_at: dict[str, float] = {}

    def is_new(self, seen: str, now: float) -> bool:
        """Whether it was not there a moment ago; it is known from now on.

        :param now: seconds of a clock that never goes back.
        """
        self.forget(now)
        new = seen not in self._seen_at
        self._seen_at[seen] = now
        return new

    def forget(self, now: float) -> None:
        """Drop what has gone: nothing that was seen is kept for longer."""
        self._seen_at = {seen: at for seen, at in self._seen_at.items() if now - at < self._gone_seconds}

    def clear(self) -> None:
        """Forget all."""
        self._seen_at.clear()

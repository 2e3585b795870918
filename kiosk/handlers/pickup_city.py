"""What the city says, done by custody in the lockers' thread; the agent waits for it: nothing counts too soon."""

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from datetime import datetime
from typing import Any, Protocol

from content.sync.signing import Incoming

PATIENCE_SECONDS = 60.0
"""A door that opens keeps its thread for seconds."""


class Custody(Protocol):
    """What the city may ask of custody."""

    def take_booking(self, message: Mapping[str, Any]) -> None:
        """:raises ValueError: it is none."""
        ...

    def withdraw(self, booking: str) -> None:
        """It was taken back."""
        ...

    def keep_longer(self, booking: str, until: datetime) -> None:
        """It may lie until a later moment."""
        ...

    def release_lock(self, pickup: str, by: str) -> None:
        """Codes and second factors are looked at again."""
        ...


class CityMessages:
    """`apply` of the agent."""

    def __init__(self, *, custody: Custody, run: Callable[[Callable[[], None]], None]) -> None:
        """:param run: has something done in the lockers' thread."""
        self._custody, self._run = custody, run

    def apply(self, message: Incoming) -> None:
        """Returns once it is on disk.

        :raises ValueError: refused, for good.
        :raises Exception: it could not be done now; the message stays new.
        """
        done: Future[None] = Future()

        def work() -> None:
            try:
                self._one(message)
            except Exception as fault:  # noqa: BLE001 - raised again in the agent's thread
                done.set_exception(fault)
            else:
                done.set_result(None)

        self._run(work)
        done.result(timeout=PATIENCE_SECONDS)

    def _one(self, message: Incoming) -> None:
        match message.kind:
            case "booking":
                self._custody.take_booking(message.payload)
            case "withdraw":
                self._custody.withdraw(_booking(message))
            case "keep_longer":
                self._custody.keep_longer(_booking(message), _until(message))
            case "release_lock":
                self._custody.release_lock(_booking(message), "city")
            case _:
                raise ValueError(f"this terminal knows no message {message.kind}")


def _booking(message: Incoming) -> str:
    booking = message.payload.get("booking")
    if not isinstance(booking, str):
        raise ValueError("the message names no booking")
    return booking


def _until(message: Incoming) -> datetime:
    try:
        until = datetime.fromisoformat(message.payload["until"])
    except (KeyError, TypeError, ValueError) as fault:
        raise ValueError("the message names no moment until which it may lie") from fault
    if until.tzinfo is None:
        raise ValueError("the message names a moment without a time zone")
    return until

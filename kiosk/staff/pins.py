"""The PINs of the staff corner: one a role, kept as argon2id (RFC 9106), checked with growing delays.

No PIN stands in the settings; `lotse staff pin` sets it. Nothing here logs or returns a PIN. Whatever is not in order
(no file, damaged file, full disk) keeps the corner shut, and says why.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec
from msgspec import Struct

from hardware.host.clock import Clock
from hardware.host.folders import belong_to_folder_above, write_atomically
from kiosk.staff.attempts import Attempts, AttemptsUnusable
from kiosk.staff.roles import ROLES, Role

if TYPE_CHECKING:
    from argon2 import PasswordHasher

FILE = "pins.json"
Unusable = Literal["unset", "damaged", "disk"]


class PinsUnusable(Exception):
    """Nobody can sign in. `why` is "unset", "damaged" or "disk"; the remedy is `lotse staff pin`."""

    def __init__(self, why: Unusable, detail: str = "") -> None:
        super().__init__(f"{why}: {detail}" if detail else why)
        self.why = why


class Verdict(Struct, frozen=True):
    """What came of an attempt."""

    role: Role | None = None
    """Who it is; None: the PIN was wrong, or was not looked at."""
    wait: float = 0.0
    """Seconds until the next attempt may be made."""
    looked: bool = True
    """False: it was too early; the PIN was not looked at."""


class Pins:
    """Reads the files at every attempt, so that a PIN set by an operator holds at once. Safe from any thread."""

    def __init__(self, folder: Path, clock: Clock, boot: str, demo: Mapping[Role, str] | None = None) -> None:
        """:param folder: for `pins.json` and `attempts.json`; made when first written to.

        :param boot: see `Attempts`.
        :param demo: PINs that hold while none is set: for demonstrations, kept in memory only.
        """
        self._folder, self._demo = folder, dict(demo or {})
        self._attempts = Attempts(folder, clock, boot)
        self._hasher: PasswordHasher | None = None

    # --- at the screen -----------------------------------------------------------------------------------------------

    def waiting(self) -> float:
        """Seconds until somebody may try; 0: now.

        :raises PinsUnusable: nobody can sign in.
        """
        self._hashes()
        return self._counted(self._attempts.waiting)

    def check(self, pin: str) -> Verdict:
        """Try a PIN. Takes a tenth of a second, on purpose.

        :raises PinsUnusable: nobody can sign in.
        """
        hashes = self._hashes()
        wait = self._counted(self._attempts.begin)
        if wait > 0:
            return Verdict(wait=wait, looked=False)
        fits = [role for role, known in hashes.items() if self._fits(known, pin)]
        if fits:
            self._counted(self._attempts.right)
            return Verdict(role=fits[0])
        return Verdict(wait=self._counted(self._attempts.waiting))

    # --- at the command line -----------------------------------------------------------------------------------------

    def set(self, role: Role, pin: str) -> None:
        """Keep the PIN of a role and forget wrong attempts.

        :raises ValueError: another role has the same one.
        :raises PinsUnusable: the disk is full or failing.
        """
        try:
            known = self._kept()
        except PinsUnusable:
            known = {}  # damaged: what it held is lost, the new one counts
        others = {other: old for other, old in known.items() if other != role}
        if any(self._fits(old, pin) for old in others.values()):
            raise ValueError("The other role has the same PIN; choose another one.")
        new = {**others, role: self._hash(pin)}
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_atomically(self._folder / FILE, msgspec.json.encode(new))
        except OSError as fault:
            raise PinsUnusable("disk", str(fault)) from fault
        self._counted(self._attempts.forget)
        belong_to_folder_above(self._folder)

    def roles(self) -> tuple[Role, ...]:
        """Roles that have a PIN.

        :raises PinsUnusable: damaged.
        """
        return tuple(self._kept())

    # --- files -------------------------------------------------------------------------------------------------------

    def _hashes(self) -> Mapping[Role, str]:
        known = self._kept()
        if not known and self._demo:
            self._demo = {role: pin if pin.startswith("$") else self._hash(pin) for role, pin in self._demo.items()}
            return self._demo
        if not known:
            raise PinsUnusable("unset")
        return known

    def _kept(self) -> dict[Role, str]:
        try:
            known = msgspec.json.decode((self._folder / FILE).read_bytes(), type=dict[Role, str])
        except FileNotFoundError:
            return {}
        except OSError as fault:
            raise PinsUnusable("disk", str(fault)) from fault
        except (msgspec.MsgspecError, UnicodeDecodeError) as fault:
            raise PinsUnusable("damaged", str(fault)) from fault
        if not all(value.startswith("$argon2id$") for value in known.values()):
            raise PinsUnusable("damaged", "no argon2id")
        return {role: known[role] for role in ROLES if role in known}

    def _counted(self, ask: "Callable[[], float | None]") -> float:
        try:
            return ask() or 0.0
        except AttemptsUnusable as fault:
            damaged = isinstance(fault.__cause__, (msgspec.MsgspecError, UnicodeDecodeError))
            raise PinsUnusable("damaged" if damaged else "disk", str(fault)) from fault

    # --- argon2id ----------------------------------------------------------------------------------------------------

    def _argon(self) -> "PasswordHasher":
        if self._hasher is None:
            from argon2 import PasswordHasher  # a library that few visits of a kiosk need

            self._hasher = PasswordHasher()
        return self._hasher

    def _hash(self, pin: str) -> str:
        return self._argon().hash(pin)

    def _fits(self, known: str, pin: str) -> bool:
        from argon2.exceptions import InvalidHashError, VerificationError, VerifyMismatchError

        try:
            return self._argon().verify(known, pin)
        except VerifyMismatchError:
            return False
        except (InvalidHashError, VerificationError) as fault:
            raise PinsUnusable("damaged", "no argon2id") from fault

"""The device key of a pickup terminal, and the keys that are made from it. Who has it not can forge and guess nothing.

From systemd's credentials where the service has one (`LoadCredential=device-key:…`, sealed by a TPM where there is
one: `systemd-creds encrypt`), else a file beside the ledger. Every terminal has its own; lost is lost: the ledger then
stays shut.
"""

import hashlib
import hmac
import os
import secrets
import stat
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from hardware.host.folders import write_atomically
from kiosk.pickup.errors import KeyUnusable

FILE, CREDENTIAL = "device.key", "device-key"
KEY_BYTES = 32


class DeviceKeys(Struct, frozen=True, kw_only=True):
    """One key for each use, so that no use can be turned against another."""

    chain: bytes
    """Of the ledger's entries."""
    codes: bytes
    salt: bytes
    """Of argon2id: fixed, so that one computation finds the pickup of a code."""
    factors: bytes
    cards: bytes
    """Of staff."""

    def __repr__(self) -> str:
        """Without the keys: a representation may end in a log."""
        return "DeviceKeys()"

    @classmethod
    def of(cls, device_key: bytes) -> "DeviceKeys":
        """:raises ValueError: not of 32 bytes."""
        if len(device_key) != KEY_BYTES:
            raise ValueError(f"a device key has {KEY_BYTES} bytes")

        def derived(label: str) -> bytes:
            return hmac.new(device_key, f"lotse pickup {label}".encode(), hashlib.sha256).digest()

        return cls(
            chain=derived("chain"),
            codes=derived("codes"),
            salt=derived("salt")[:16],
            factors=derived("factors"),
            cards=derived("cards"),
        )

    @classmethod
    def load(cls, folder: Path, environment: Mapping[str, str] | None = None) -> "DeviceKeys":
        """The key that is there.

        :param environment: None: that of this process; of interest is systemd's `CREDENTIALS_DIRECTORY`.

        :raises KeyUnusable: there is none, it cannot be read, or others can read it.
        """
        given = _given(os.environ if environment is None else environment)
        path = given or folder / FILE
        try:
            if given is None and stat.S_IMODE(path.stat().st_mode) & 0o077:
                raise KeyUnusable(f"Others can read {path}. Find out who did; then `chmod 600` it.")
            key = path.read_bytes()
        except OSError as fault:
            raise KeyUnusable(f"{path} cannot be read ({fault.strerror}). A technician looks.") from fault
        if len(key) != KEY_BYTES:
            raise KeyUnusable(f"{path} has {len(key)} bytes instead of {KEY_BYTES}. Put the right key back.")
        return cls.of(key)

    @classmethod
    def load_or_make(cls, folder: Path, environment: Mapping[str, str] | None = None) -> "DeviceKeys":
        """The key that is there; where there is none, a new one, on disk when this returns.

        :raises KeyUnusable: it cannot be read, others can read it, or it cannot be written.
        """
        environment = os.environ if environment is None else environment
        path = folder / FILE
        if _given(environment) is None and not path.exists():
            try:
                folder.mkdir(parents=True, exist_ok=True, mode=0o700)
                write_atomically(path, secrets.token_bytes(KEY_BYTES), 0o600)
            except OSError as fault:
                raise KeyUnusable(f"{path} cannot be written ({fault.strerror}). Check disk and rights.") from fault
        return cls.load(folder, environment)


def _given(environment: Mapping[str, str]) -> Path | None:
    """The file of systemd's credential; None where the service has none."""
    folder = environment.get("CREDENTIALS_DIRECTORY")
    path = Path(folder, CREDENTIAL) if folder else None
    return path if path is not None and path.exists() else None

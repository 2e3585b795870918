"""Hashes of codes and second factors under this device's keys."""

from kiosk.pickup.keys import DeviceKeys
from kiosk.pickup.secrets import code_tag, factor_tag


class KeyedHashing:
    """What custody compares with."""

    def __init__(self, keys: DeviceKeys) -> None:
        self._keys = keys

    def code(self, code: str) -> bytes:
        """About 50 ms, on purpose."""
        return code_tag(code, self._keys)

    def factor(self, booking: str, index: int, value: str) -> bytes:
        """Of the way `index` of one booking."""
        return factor_tag(booking, index, value, self._keys)

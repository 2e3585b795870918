"""Lines out of bytes that come in any pieces, without I/O. Not responsible for what a line means.

Devices that send a line per card or code end it with CR, LF or both, or put it between STX and ETX; which of them is
never asked: each of these bytes is an end, and what stands between two ends is a line.
"""

STX, ETX, LF, CR = 2, 3, 10, 13
ENDS = bytes([STX, ETX, LF, CR])


class Lines:
    """Puts lines together. A line that is too long or stops half-way is dropped, the next one is whole again."""

    def __init__(self, *, longest: int, quiet_seconds: float) -> None:
        """:param longest: bytes of a line without its end; what is longer is noise.
        :param quiet_seconds: so long after its last byte a line without an end is dropped.
        """
        self._longest, self._quiet_seconds = longest, quiet_seconds
        self._rest = bytearray()
        self._too_long = False
        self._heard_at = 0.0

    def feed(self, data: bytes, now: float) -> list[bytes]:
        """The lines that are whole now, without empty ones.

        :param data: b"" where nothing has come: only that is quiet, and not a reader that was kept from looking.
        :param now: seconds of a clock that never goes back.
        """
        if not data:
            if now - self._heard_at >= self._quiet_seconds:
                self.clear()
            return []
        self._heard_at = now
        whole: list[bytes] = []
        for byte in data:
            if byte not in ENDS:
                self._take(byte)
                continue
            if self._rest and not self._too_long and byte != STX:  # before STX stands noise
                whole.append(bytes(self._rest))
            self.clear()
        return whole

    def clear(self) -> None:
        """Forget what has come of a line."""
        self._rest.clear()
        self._too_long = False

    def _take(self, byte: int) -> None:
        if len(self._rest) < self._longest:
            self._rest.append(byte)
        else:
            self._too_long = True

"""What is wrong with a frame, exactly: shared by the protocols of all lock boards. No I/O."""


class BadFrame(ValueError):
    """Bytes that are not one whole, right frame.

    :param fault: stable word: too_short, wrong_start, wrong_end, wrong_length, checksum, unknown_command,
        address_out_of_range, lock_out_of_range, wrong_value, other_dialect, trailing_bytes, not_hexadecimal.
    :param position: index of the byte that is wrong, from 0; for too_short: where the first missing one would stand.
    :param expected: hexadecimal bytes, or what would have been right; "" where there is no one right value.
    :param found: the same for what stands there.
    """

    def __init__(self, fault: str, message: str, *, position: int, expected: str = "", found: str = "") -> None:
        super().__init__(message)
        self.fault, self.message, self.position = fault, message, position
        self.expected, self.found = expected, found
        self.dialect = ""
        """Name of the other boards whose frame it would be."""
        self.has_checksum = True


def spelled(data: bytes) -> str:
    """Two capital hexadecimal digits a byte, with blanks."""
    return data.hex(" ").upper()

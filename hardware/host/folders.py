"""Files that are whole or not there: writes that a power cut cannot tear."""

import os
from pathlib import Path


def write_atomically(path: Path, data: bytes, mode: int = 0o600) -> None:
    """Replace `path` by `data`: a crash at any point leaves the old bytes or the new ones; on return it holds the new.

    The bytes go to a hidden file beside it and to the disk, then the name changes hands, then the folder goes to the
    disk (without which the new name may be lost, fsync(2)). One writer per path: the hidden file has a fixed name, so
    that a crash leaves at most one, which the next write takes over.

    :raises OSError: disk full, no permission; `path` is as it was.
    """
    draft = path.with_name(f".{path.name}.new")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC | os.O_NOFOLLOW, mode)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError:
        draft.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Put the names in a folder onto the disk.

    :raises OSError: the folder cannot be opened, or the disk fails.
    """
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def belong_to_folder_above(folder: Path) -> None:
    """A folder and its files, written by root, are given to whom the folder above belongs: a service must read them.

    Does nothing for another user.
    """
    if os.geteuid() != 0:
        return
    owner = folder.parent.stat()
    for path in (folder, *folder.iterdir()):
        os.chown(path, owner.st_uid, owner.st_gid, follow_symlinks=False)

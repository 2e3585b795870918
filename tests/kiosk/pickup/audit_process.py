"""`lotse pickup` as a process of its own."""

import sys

from kiosk.pickup.command import run

if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))

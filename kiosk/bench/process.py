"""What the operating system knows of this process: age, memory, processor time (Linux, proc(5))."""

import os
import time
from pathlib import Path

STARTED_FIELD = 19
"""`starttime` counted from the field after the command's closing bracket, proc_pid_stat(5)."""


def age_seconds() -> float:
    """Seconds since the process was started (not since Python was ready)."""
    stat = Path("/proc/self/stat").read_text(encoding="ascii", errors="replace")
    ticks = int(stat.rpartition(")")[2].split()[STARTED_FIELD])
    return time.clock_gettime(time.CLOCK_BOOTTIME) - ticks / os.sysconf("SC_CLK_TCK")


def memory_mib() -> float:
    """Resident memory, MiB."""
    status = Path("/proc/self/status").read_text(encoding="ascii", errors="replace")
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def cpu_seconds() -> float:
    """Processor time used so far, user and system."""
    times = os.times()
    return times.user + times.system

"""What the machine offers to every process: clock, paths, journal, service manager, ipc, settings files."""

"""One suite per device interface, over simulator and over driver with emulator."""

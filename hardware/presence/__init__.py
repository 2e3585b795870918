"""Devices that notice somebody before the kiosk, to wake its screen. No picture ever leaves this room."""

"""What staff set and see on this kiosk: their PINs, pauses, today's hours, faults. On disk; no screen, no device."""

"""Uses the kiosk as a screen reader does: by AT-SPI alone, from another process, without touch or picture."""

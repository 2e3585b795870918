"""Which drivers exist, by device kind and name; devices are built here from settings."""

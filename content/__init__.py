"""What the town hall says: staff write it, every device shows it."""

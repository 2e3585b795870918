"""One small file per check of the content."""

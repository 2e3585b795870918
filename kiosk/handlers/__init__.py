"""Effects in, events out: the only place where flows meet devices."""

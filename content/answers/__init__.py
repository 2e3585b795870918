"""A visitor's words in, services and facts out. No audio, no screen."""

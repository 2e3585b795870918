"""Tests mirror the source; each in its own little world."""

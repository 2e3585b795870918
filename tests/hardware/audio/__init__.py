"""Tests of speech and sounds."""

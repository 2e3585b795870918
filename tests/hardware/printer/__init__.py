"""Tests of the ticket printer."""

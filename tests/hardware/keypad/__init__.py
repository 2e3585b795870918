"""Tests of the tactile keypad."""

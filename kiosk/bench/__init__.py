"""Measures the kiosk against a bare Kivy window in the same run."""

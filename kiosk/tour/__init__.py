"""Walks the kiosk by touch and leaves a picture of every screen."""

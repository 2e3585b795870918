"""Wires: serial lines, USB, network, and a null modem that can garble."""

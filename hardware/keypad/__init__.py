"""Tactile keypads, arrow cubes and switches: interface, Linux input events, simulator, disabled."""

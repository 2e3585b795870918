"""Devices that speak the wire: for tests of real drivers. Not simulators, which replace a driver."""

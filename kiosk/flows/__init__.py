"""Flows as tables: states, events, transitions, effects as data. Pure: no Kivy, no device, no clock."""

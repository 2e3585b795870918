"""A page on loopback for developers and demonstrations: paper, devices and their faults, queues, the kiosk's screen.

Never part of a kiosk in a hall: it starts only with simulated devices. It knows no Kivy but in `kivy_*`.
"""

"""A page on loopback: paper comes out, devices are broken and refilled, the screen is seen and touched."""

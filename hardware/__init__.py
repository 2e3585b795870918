"""The appliance: its computer, and the devices on its cables. Knows nobody above."""

"""What leaves this device for the city, and what arrives from it."""

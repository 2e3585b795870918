"""What stands in the hall: the kiosk process. Nobody imports it."""

"""Floor plan in, route and turn-by-turn directions out. The kiosk and the robot use the same one."""

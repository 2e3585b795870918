"""Takes a visitor to a room: processes `robot` and `robot-motion`. Empty until the guide robot is built."""

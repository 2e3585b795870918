"""The machine itself, switched by software: starting it anew."""

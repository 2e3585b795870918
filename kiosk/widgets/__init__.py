"""The components of the look: theme tokens, buttons, tiles, keyboard, map."""

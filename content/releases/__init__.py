"""Which content is in use: checked, kept, swapped as a whole, with a way back."""

"""What assistive technology gets of the screen: screen readers, braille, switch and voice control, by AccessKit."""

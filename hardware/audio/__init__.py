"""Speech and sounds for visitors: interface, espeak-ng, simulator, disabled."""

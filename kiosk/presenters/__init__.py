"""Flow state and content in, plain screen contents out. No Kivy."""

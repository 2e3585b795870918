"""The screens of the staff corner."""

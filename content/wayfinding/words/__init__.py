"""The words of directions, one module a language, with the little grammar that it needs for names."""

"""The frozen data of a town hall: services, offices, rooms, opening hours, notices, texts per language."""

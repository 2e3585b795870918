"""From where somebody is in the staff corner to what its screens show. German and English."""

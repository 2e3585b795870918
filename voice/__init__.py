"""Hears a question and speaks an answer, offline: process `voice`. Empty until answers and voice are built."""

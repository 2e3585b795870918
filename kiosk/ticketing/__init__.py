"""Waiting numbers: the ledger on disk, the queues of the day, and the paper."""

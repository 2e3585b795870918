"""Identity documents in locker compartments: bookings, the ledger, codes, and who may open what."""

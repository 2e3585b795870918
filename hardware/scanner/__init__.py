"""Scanners of barcodes and QR codes: which text was read. What it means is not known here."""

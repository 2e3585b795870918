"""Card readers: which card was shown. Who carries it is not known here."""

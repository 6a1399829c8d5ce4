"""The law's clock on a case: which time limits run, from which days, and what the nearest is."""

"""The law's clock and sums: time limits, working days and calculators, pure Python over dated data."""

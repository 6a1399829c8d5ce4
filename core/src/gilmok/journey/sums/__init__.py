"""The sums of a case: what was computed for it, from what, with each step."""

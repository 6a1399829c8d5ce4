"""Erasing one person because they ask: name, contact and what is sealed with it, at once; the numbers stay."""

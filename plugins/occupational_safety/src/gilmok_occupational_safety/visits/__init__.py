"""Visits to workplaces (현장방문): asked for, agreed, done, and what became of the recommendations."""

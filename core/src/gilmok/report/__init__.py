"""Counting and publishing: reads every other room, and is read by none."""

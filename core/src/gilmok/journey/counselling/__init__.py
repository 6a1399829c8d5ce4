"""Counselling (C1): talks with the person, what is left to do, appointments, and what became of it."""

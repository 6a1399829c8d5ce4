"""Courses and events: made by a centre, announced, registered for, attended, counted."""

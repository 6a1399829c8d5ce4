"""What a centre does beside cases, a room each: courses and events, surveys, projects, and the calendar of all."""

"""What a centre does beside cases, a room each: courses and events, surveys, and what else the city's page lists."""

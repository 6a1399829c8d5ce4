"""What a centre does beside cases: courses, events, and what else the city's page lists."""

"""What a centre does beside cases, a room each."""

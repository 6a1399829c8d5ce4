"""Job support beside courses: openings that the centre knows, guidance, placement and what came of it."""

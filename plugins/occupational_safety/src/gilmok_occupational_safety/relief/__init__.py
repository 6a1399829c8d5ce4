"""Relief measures (구제·지원): what was arranged for the person of a case, and what came of it."""

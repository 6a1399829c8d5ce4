"""Who came to a desk, in numbers: of all centres together, without a case or a person in it."""

"""Somebody looks for the centre that helps, without a login: the same rules and the same chain as for a case."""

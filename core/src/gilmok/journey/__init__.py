"""The way of a case, one folder a stage."""

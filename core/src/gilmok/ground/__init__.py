"""The ground that every room stands on and that knows no case."""
